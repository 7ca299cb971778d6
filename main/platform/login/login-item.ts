import type { App } from "electron";

import { hiddenWord } from "../../doors/command-line.ts";
import type { LoginItem } from "../../shell/computer/start-at-login.ts";
import { appImageOf } from "../start/app-image.ts";
import { createAutostart } from "./autostart.ts";
import { createMacLoginItem, createWindowsLoginItem } from "./system-login-item.ts";

export interface LoginItemDependencies {
  readonly app: Pick<
    App,
    "getLoginItemSettings" | "setLoginItemSettings" | "getPath" | "isPackaged"
  >;
  readonly platform: NodeJS.Platform;
  readonly variables: NodeJS.ProcessEnv;
  /** Whole path of the program that runs. */
  readonly program: string;
  readonly desktopName: string;
}

/** A copy that was not installed is not for every day; Flatpak and Snap start only what they were told of when built. */
const none: LoginItem = {
  read: () => "unavailable",
  mend: () => undefined,
  write() {
    throw new Error("This copy cannot be started at login");
  },
};

export function createLoginItem(dependencies: LoginItemDependencies): LoginItem {
  const { app, platform, variables, program, desktopName } = dependencies;
  if (!app.isPackaged) return none;
  if (platform === "darwin") return createMacLoginItem(app);
  if (platform === "win32") return createWindowsLoginItem(app, program, [hiddenWord]);
  if (isConfined(program, variables)) return none;
  return createAutostart({
    name: desktopName,
    // What an AppImage mounts is gone when it ends.
    entry: { program: appImageOf(variables, program) ?? program, words: [hiddenWord] },
    configFolder: app.getPath("appData"),
    variables,
  });
}

/** Whatever a snap starts inherits its variables, so the program itself has to lie in it. */
const isConfined = (program: string, { SNAP = "" }: NodeJS.ProcessEnv): boolean =>
  program.startsWith("/app/") || (SNAP !== "" && program.startsWith(`${SNAP}/`));

/** With the word that macOS cannot pass on where it started the app by itself. */
export const startWords = (
  words: readonly string[],
  app: Pick<App, "getLoginItemSettings" | "isPackaged">,
  platform: NodeJS.Platform,
): readonly string[] =>
  platform === "darwin" && app.isPackaged && app.getLoginItemSettings().wasOpenedAtLogin
    ? [...words, hiddenWord]
    : words;
