import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.resolve("electron/package.json")));

/** As electron's own index.js names it, which would download it when it is asked. */
const nameOf: Readonly<Record<string, string>> = {
  darwin: "Electron.app/Contents/MacOS/Electron",
  win32: "electron.exe",
};

/**
 * Electron's executable where it is already there, else null: the one of ELECTRON_OVERRIDE_DIST_PATH, or
 * what the package downloaded.
 */
export function findElectron(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { ELECTRON_OVERRIDE_DIST_PATH: override } = environment;
  if (override !== undefined && override !== "")
    return there(join(override, nameOf[process.platform] ?? "electron"));
  const note = join(folder, "path.txt");
  if (!existsSync(note)) return null;
  return there(join(folder, "dist", readFileSync(note, "utf8").trim()));
}

const there = (path: string): string | null => (existsSync(path) ? path : null);

/** What a download may take on a slow line; where there is no way to it, it fails at once. */
const longestDownloadMilliseconds = 120_000;

/** The same, after the package's own download was tried once in this session where it is missing: `onDownload` tells of it. */
export function obtainElectron(
  environment: NodeJS.ProcessEnv = process.env,
  onDownload: () => void = () => undefined,
): string | null {
  const found = findElectron(environment);
  const { QUICK_MEETING_NO_DOWNLOAD: wasInVain, ELECTRON_OVERRIDE_DIST_PATH: override } =
    environment;
  if (found !== null || wasInVain !== undefined || override) return found;
  onDownload();
  spawnSync(process.execPath, [join(folder, "install.js")], {
    stdio: "ignore",
    timeout: longestDownloadMilliseconds,
    env: environment,
  });
  const obtained = findElectron(environment);
  if (obtained === null) environment["QUICK_MEETING_NO_DOWNLOAD"] = "1";
  return obtained;
}
