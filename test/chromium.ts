import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Chromium {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Of the same release as Debian's chromium, so Electron's engine, without what draws windows. */
const headlessShell = "/usr/lib/chromium/chromium-headless-shell";

/** Where the operating systems put a browser; Debian's /usr/bin/chromium is a shell script around the first. */
const installed: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/usr/bin/google-chrome",
    "/opt/microsoft/msedge/msedge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/**
 * For what nobody looks at: CHROMIUM_PATH, else a headless shell, which the one from npm is too. A whole
 * browser takes twice as long for the same, so it is only used where there is no shell.
 */
export function findChromium(): Chromium {
  const path = firstThere([process.env["CHROMIUM_PATH"], headlessShell]);
  if (path !== null) return { path, env: process.env };
  const hasOneFromNpm = process.platform === "linux" && process.arch === "x64";
  return hasOneFromNpm ? unpackFromNpm() : (findVisibleChromium() ?? unpackFromNpm());
}

/** One that can show a window, or null: CHROMIUM_PATH, else an installed browser. */
export function findVisibleChromium(): Chromium | null {
  const { CHROMIUM_PATH = "" } = process.env;
  const isShell = basename(CHROMIUM_PATH).includes("headless");
  const places = installed[process.platform] ?? [];
  const path = firstThere([isShell ? "" : CHROMIUM_PATH, ...places]);
  return path === null ? null : { path, env: process.env };
}

const firstThere = (paths: readonly (string | undefined)[]): string | null =>
  paths.find((path) => path !== undefined && path !== "" && existsSync(path)) ?? null;

/**
 * A page that is loaded anew keeps the frame it had, and no process waits for a site that nobody opens: a load
 * costs a sixth less.
 */
const costly = ["RenderDocument", "SpareRendererForSitePerProcess"];
/** What loopback pages have no use for. Chromium knows only the last list it is given, so what Playwright names is here too. */
const needless = [
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "BackForwardCache",
  "CalculateNativeWinOcclusion",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "TcpPortRandomizationWin",
];

/** Quiet, offline but for loopback, and able to run as root. */
export const chromiumSwitches = (): string[] => [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...costly, ...needless].join(",")}`,
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--no-default-browser-check",
];

/**
 * Unpacks @sparticuz/chromium once per version. Into a folder of its own first, then renamed, so that
 * two processes that start together never see half a file.
 */
function unpackFromNpm(): Chromium {
  const root = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const home = join(tmpdir(), `quick-meeting-chromium-${version}-1`);
  if (!existsSync(home)) {
    const temporary = mkdtempSync(`${home}-`);
    unpackInto(temporary, root);
    writeFileSync(join(temporary, "fonts", "fonts.conf"), fontsConfiguration(home));
    try {
      renameSync(temporary, home);
    } catch {
      // Another process was first.
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  // The libraries and fonts that come along are for machines that have none.
  const libraries = [process.env["LD_LIBRARY_PATH"], join(home, "al2023", "lib")];
  const env = {
    FONTCONFIG_PATH: join(home, "fonts"),
    ...process.env,
    LD_LIBRARY_PATH: libraries.filter(Boolean).join(":"),
  };
  return { path: join(home, "chromium"), env };
}

/**
 * The one that comes along names folders of another machine. Without any font Chromium dies at the
 * first text field; the system's own are better where there are some.
 */
const fontsConfiguration = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;

/** In a process of its own, because the package unpacks into whatever the temporary folder is. */
function unpackInto(folder: string, root: string): void {
  const script =
    'import chromium, { inflate } from "@sparticuz/chromium"; await chromium.executablePath(); await inflate(process.argv[1]);';
  execFileSync(
    process.execPath,
    ["--input-type=module", "--eval", script, join(root, "bin", "al2023.tar.br")],
    { cwd: import.meta.dirname, env: { ...process.env, TMPDIR: folder }, stdio: "ignore" },
  );
}
