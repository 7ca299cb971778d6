export interface GraphReply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, null where there is none. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** Calls the emulator with one token, as plainly as a test needs it. */
export function createGraphCaller(graphBaseUrl: string, token: string | null) {
  return async (
    method: string,
    path: string,
    body?: unknown,
    extraHeaders: Readonly<Record<string, string>> = {},
  ): Promise<GraphReply> => {
    const response = await fetch(graphBaseUrl + path, {
      method,
      redirect: "manual",
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...extraHeaders,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get("content-type") ?? "").startsWith("application/json");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? parse(text) : null,
    };
  };
}

export type GraphCaller = ReturnType<typeof createGraphCaller>;

function parse(text: string): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every JSON answer of Graph is an object
  return JSON.parse(text) as Record<string, unknown>;
}
