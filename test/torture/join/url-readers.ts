import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";

/** What another program takes an address for; null where it does not take it at all. */
export interface Seen {
  readonly host: string;
  /** With the query. */
  readonly path: string;
}
type Readings = readonly (Seen | null)[];

/** As WHATWG has it, which is what the app checks. */
export function whatwg(url: string): Seen {
  const { hostname, pathname, search } = new URL(url);
  return { host: hostname, path: `${pathname}${search}` };
}

const script = `
import json, sys, urllib.parse as p
def read(u):
    s = p.urlsplit(u)
    return {"host": s.hostname or "", "path": (s.path or "/") + ("?" + s.query if s.query else "")}
print(json.dumps([read(u) for u in json.load(sys.stdin)]))`;

/** Null where there is no Python. */
export function pythonReads(urls: readonly string[]): Readings | null {
  for (const command of ["python3", "python"]) {
    const { status, stdout } = spawnSync(command, ["-c", script], {
      input: JSON.stringify(urls),
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) continue;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script above says so
    return JSON.parse(stdout) as Readings;
  }
  return null;
}

const together = 2_000;

/**
 * By a proxy that curl is told to go through, which hears what it would ask whom for. As http: of https: a proxy hears
 * the host alone. Null where there is no curl.
 */
export async function curlReads(urls: readonly string[]): Promise<Readings | null> {
  if (spawnSync("curl", ["--version"]).status !== 0) return null;
  const seen = new Map<number, Seen>();
  const proxy = createServer(({ url = "", headers }, response) => {
    const target = /^http:\/\/([^/?#]*)(.*)$/u.exec(url);
    const [, host = "", path = ""] = target ?? [];
    seen.set(Number(headers["x-place"]), { host, path });
    response.end();
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  for (let first = 0; first < urls.length; first += together) {
    const asked = urls
      .slice(first, first + together)
      .map((url, at) =>
        [
          `url = "${url.replace(/^https:/u, "http:").replaceAll(/["\\]/gu, String.raw`\$&`)}"`,
          `header = "x-place: ${first + at}"`,
          `proxy = "http://127.0.0.1:${port}"`,
          'noproxy = ""',
          'output = "/dev/null"',
          "globoff",
        ].join("\n"),
      );
    await runCurl(asked.join("\nnext\n"));
  }
  proxy.close();
  return urls.map((_url, at) => seen.get(at) ?? null);
}

/** What it does not take, it skips. */
async function runCurl(config: string): Promise<void> {
  const curl = spawn("curl", ["--silent", "--config", "-"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  curl.stdin.end(config);
  await once(curl, "exit");
}
