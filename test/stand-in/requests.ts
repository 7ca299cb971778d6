import type { Params } from "./cdp.ts";
import { fetchableSchemes, type Handler, knownSchemes, toOutside } from "./schemes.ts";

type Handlers = ReadonlyMap<string, Handler>;

/** A request that no server answers, but the app's own scheme handler. */
export const isOwnRequest = (url: string): boolean => {
  const outside = toOutside(url);
  return outside !== url && knownSchemes.has(outside.split(":")[0] ?? "");
};

type Answer = readonly [method: string, params: Params];

/** The handler's answer with its own status and headers, so that the real CSP is in force. */
export async function answerRequest(
  { request, resourceType }: Params,
  handlers: Handlers,
): Promise<Answer> {
  const url = toOutside(String(request.url));
  // Chromium's own interface asks for an icon; Electron has none.
  if (resourceType === "Other" && url.endsWith("/favicon.ico"))
    return ["Fetch.failRequest", { errorReason: "BlockedByClient" }];
  const [scheme = ""] = url.split(":");
  if ((resourceType === "Fetch" || resourceType === "XHR") && !fetchableSchemes.has(scheme))
    return ["Fetch.failRequest", { errorReason: "Failed" }];
  const handler = handlers.get(scheme);
  try {
    const response = await handler?.(
      new Request(url, {
        method: String(request.method),
        headers: outsideHeaders(request.headers),
        ...(request.hasPostData ? { body: String(request.postData) } : {}),
      }),
    );
    if (!response) throw new Error("no handler");
    return [
      "Fetch.fulfillRequest",
      {
        responseCode: response.status,
        responseHeaders: Array.from(response.headers, ([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString("base64"),
      },
    ];
  } catch {
    return ["Fetch.failRequest", { errorReason: "Failed" }];
  }
}

const outsideHeaders = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, toOutside(value)]));
