import type { App } from "electron";

import type { LoginItem } from "../../shell/computer/start-at-login.ts";

type OfElectron = Pick<App, "getLoginItemSettings" | "setLoginItemSettings">;

/**
 * Login item of macOS 13 and later. It takes no words along: that the system started the app is asked from it.
 * @see https://developer.apple.com/documentation/servicemanagement/smappservice/status-swift.enum
 */
export const createMacLoginItem = (app: OfElectron): LoginItem => ({
  read() {
    switch (app.getLoginItemSettings().status) {
      case "enabled":
        return "on";
      case "requires-approval":
        return "needs-approval";
      case "not-registered":
      case "not-found":
        return "off";
    }
  },
  mend: () => undefined,
  write: (isOn) => app.setLoginItemSettings({ openAtLogin: isOn }),
});

/**
 * Login item of Windows: a value in the registry that Task Manager and Windows' settings can switch off, which is
 * theirs to switch on again. One for the whole computer is its admin's.
 */
export function createWindowsLoginItem(
  app: OfElectron,
  program: string,
  words: readonly string[],
): LoginItem {
  const how = { path: program, args: [...words] };
  return {
    read() {
      const { openAtLogin, launchItems } = app.getLoginItemSettings(how);
      const isOurs = ({ path }: { readonly path: string }) =>
        path.toLowerCase() === program.toLowerCase();
      const items = launchItems.filter(isOurs);
      if (items.some(({ scope, enabled }) => scope === "machine" && enabled))
        return "for-everybody";
      const own = items.filter(({ scope }) => scope === "user");
      if (own.length > 0 && own.every(({ enabled }) => !enabled)) return "off-in-system";
      return openAtLogin || own.length > 0 ? "on" : "off";
    },
    mend: () => undefined,
    write: (isOn) => app.setLoginItemSettings({ ...how, openAtLogin: isOn }),
  };
}
