import type { BrowserWindowConstructorOptions } from "electron";

/** The windows' own session, in memory: what they keep is gone with the app, and main's own network is another one. */
export const windowPartition = "windows";

/** What every window of ours is: sandboxed, isolated, without Node and without webviews. */
export const safeWebPreferences = (preload: string) =>
  ({
    preload,
    partition: windowPartition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: true,
  }) satisfies BrowserWindowConstructorOptions["webPreferences"];

/** The theme's own background, so that a window never flashes white before its first paint. */
export const backgroundOf = (isDark: boolean): string => (isDark ? "#292929" : "#fafafa");
