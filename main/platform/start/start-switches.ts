/** What points Chromium's network elsewhere, opens it or the app to others, or takes its walls away. */
const refused = [
  "host-resolver-rules",
  "host-rules",
  "ignore-certificate-errors",
  "ignore-certificate-errors-spki-list",
  "ignore-urlfetcher-cert-requests",
  "allow-insecure-localhost",
  "allow-running-insecure-content",
  "unsafely-treat-insecure-origin-as-secure",
  "proxy-server",
  "proxy-pac-url",
  "proxy-auto-detect",
  "proxy-bypass-list",
  "auth-server-allowlist",
  "auth-negotiate-delegate-allowlist",
  "log-net-log",
  "net-log-capture-mode",
  "ssl-key-log-file",
  "no-sandbox",
  "disable-setuid-sandbox",
  "disable-namespace-sandbox",
  "disable-seccomp-filter-sandbox",
  "disable-gpu-sandbox",
  "no-zygote",
  "single-process",
  "js-flags",
  "disable-web-security",
  "disable-site-isolation-trials",
  "load-extension",
  "blink-settings",
  "renderer-cmd-prefix",
  "utility-cmd-prefix",
  "gpu-launcher",
  "inspect",
  "inspect-brk",
  "inspect-port",
];
const refusedFamilies = ["remote-debugging-", "ignore-certificate-errors", "remote-allow-"];

/**
 * The switches a packaged app does not start with: whoever can change a shortcut or a desktop file could
 * have its sign-ins and meetings go through another host. Windows takes a slash for dashes, and any case.
 */
export const refusedSwitches = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const name = /^(?:--?|\/)(?<name>[a-z][a-z-]*)(?:=|$)/iu.exec(word)?.groups?.["name"];
    const known = name?.toLowerCase() ?? "";
    const isRefused =
      refused.includes(known) || refusedFamilies.some((family) => known.startsWith(family));
    return isRefused ? [`--${known}`] : [];
  });
