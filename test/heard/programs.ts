import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { findVisibleChromium } from "../chromium.ts";

/** What the desk is made of, and the package of Debian that brings it. */
const wanted: Readonly<Record<string, string>> = {
  orca: "orca",
  Xvfb: "xvfb",
  xdotool: "xdotool",
  openbox: "openbox",
  "dbus-daemon": "dbus-daemon",
  localedef: "libc-bin",
};

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const isOnPath = (program: string): boolean =>
  (process.env["PATH"] ?? "").split(delimiter).some((folder) => isRunnable(join(folder, program)));

/** One line for somebody who lacks something, or null. */
export function whatIsMissing(): string | null {
  if (process.platform !== "linux")
    return "Orca is a screen reader of Linux: this runs nowhere else.";
  const missing = Object.keys(wanted).filter((program) => !isOnPath(program));
  const packages = missing.map((program) => wanted[program] ?? program);
  if (!existsSync("/usr/share/i18n/locales/ar_EG")) {
    missing.push("the definitions of locales");
    packages.push("locales");
  }
  if (findVisibleChromium() === null) {
    missing.push("a Chromium that can show a window");
    packages.push("chromium");
  }
  if (missing.length === 0) return null;
  return `Nothing was heard: ${missing.join(", ")} not found. On Debian: apt-get install ${packages.join(" ")}`;
}
