export const rendererOrigin = "app://main";

/** One answer of the app's own scheme, as data. */
export interface RendererAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
};

/**
 * What a window may load. `'self'` alone names the app's own files; Fluent's styles carry the nonce of
 * this load. The renderer has no network at all.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    // Text never becomes markup or a script here, so nothing may say that one is harmless.
    "require-trusted-types-for 'script'",
    // One, made once and kept to itself, of renderer/settings/pasted-html.tsx: to parse apart from the page.
    "trusted-types pasted-html",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const fixedHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** The build names these after what is in them: the same name is the same file, so a page that is loaded again has it. */
const isNamedByContents = (name: string): boolean => /^assets\/[^/]+-[\w-]{8}\.\w+$/u.test(name);
const kept = { "cache-control": "max-age=31536000, immutable" };

const refuse = (status: number): RendererAnswer => ({ status, headers: fixedHeaders, body: "" });

/**
 * Answers a request to app://main. Only plain names of files the build made are served: a path is
 * looked up in the list of those, so nothing outside the folder can be named.
 */
export function answerRenderer(
  request: { readonly method: string; readonly url: string },
  files: ReadonlyMap<string, () => Buffer>,
  newNonce: () => string,
): RendererAnswer {
  if (request.method !== "GET") return refuse(405);
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (url?.host !== "main") return refuse(404);
  const name = url.pathname === "/" ? "index.html" : url.pathname.slice(1);
  const read = files.get(name);
  const type = types[name.split(".").at(-1) ?? ""];
  if (read === undefined || type === undefined) return refuse(404);
  const body = read();
  if (!name.endsWith(".html")) {
    const caching = isNamedByContents(name) ? kept : {};
    return { status: 200, headers: { ...fixedHeaders, ...caching, "content-type": type }, body };
  }
  const nonce = newNonce();
  return {
    status: 200,
    headers: {
      ...fixedHeaders,
      "content-type": type,
      "content-security-policy": contentSecurityPolicy(nonce),
    },
    body: body.toString("utf8").replaceAll("__CSP_NONCE__", nonce),
  };
}
