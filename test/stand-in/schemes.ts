export type Handler = (request: Request) => Response | Promise<Response>;

/** Those that some session answers. */
export const knownSchemes = new Set<string>();
/** Those whose pages may fetch from them, which is a privilege of its own. */
export const fetchableSchemes = new Set<string>();

/**
 * Chromium knows no scheme of ours, so app://main/x is https://main.app.app-standin.test/x inside it.
 * No request to that host leaves: each is answered by the app's own handler.
 */
const suffix = ".app-standin.test";
export const interceptedPattern = `https://*${suffix}/*`;

export function toInside(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/isu.exec(url);
  const [, scheme = "", host = "", rest = ""] = parts ?? [];
  return knownSchemes.has(scheme) ? `https://${host}.${scheme}${suffix}${rest || "/"}` : url;
}

export function toOutside(url: string): string {
  return url.replace(
    /^https:\/\/([^/?#]*?)\.([a-z0-9+-]+)\.app-standin\.test(?=[/?#]|$)/u,
    "$2://$1",
  );
}
