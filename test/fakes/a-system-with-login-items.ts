import type { App, LoginItemSettings, Settings } from "electron";

type OfElectron = Pick<App, "getLoginItemSettings" | "setLoginItemSettings">;

/** As macOS keeps it: `register` waits for the person's word where it was taken back before. */
export function aMac() {
  const mac = {
    status: "not-registered" as LoginItemSettings["status"],
    wasOpenedAtLogin: false,
    /** The person switched it off in System Settings. */
    isDisallowed: false,
    /** Of an app without a signature nothing is taken. */
    isUnsigned: false,
  };
  const app: OfElectron = {
    getLoginItemSettings: () => ({
      openAtLogin: mac.status === "enabled",
      wasOpenedAtLogin: mac.wasOpenedAtLogin,
      status: mac.status,
      executableWillLaunchAtLogin: false,
      launchItems: [],
    }),
    setLoginItemSettings({ openAtLogin = false }) {
      if (mac.isUnsigned) mac.status = "not-found";
      else if (!openAtLogin) mac.status = "not-registered";
      else mac.status = mac.isDisallowed ? "requires-approval" : "enabled";
    },
  };
  return { mac, app };
}

interface RunValue {
  readonly scope: "user" | "machine";
  readonly path: string;
  readonly args: readonly string[];
  /** What Task Manager and Windows' settings say, beside it. */
  isApproved: boolean;
}

/** As Windows keeps it: values by their name, for the person and for the computer. */
export function aWindows(appUserModelId: string) {
  const run = new Map<string, RunValue>();
  const isSame = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((word, index) => word === other[index]);
  const app: OfElectron = {
    getLoginItemSettings({ path = "", args = [] } = {}) {
      const launchItems = [...run]
        .filter(([, value]) => value.path.toLowerCase() === path.toLowerCase())
        .map(([name, value]) => ({
          name,
          path: value.path,
          args: [...value.args],
          scope: value.scope,
          enabled: value.isApproved,
        }));
      return {
        openAtLogin: launchItems.some((item) => isSame(item.args, args)),
        wasOpenedAtLogin: false,
        status: "not-registered",
        executableWillLaunchAtLogin: launchItems.some(({ enabled }) => enabled),
        launchItems,
      };
    },
    setLoginItemSettings(settings: Settings) {
      const { openAtLogin = false, path = "", args = [], enabled = true } = settings;
      const name = settings.name ?? appUserModelId;
      if (openAtLogin) run.set(name, { scope: "user", path, args, isApproved: enabled });
      else run.delete(name);
    },
  };
  return { run, app };
}
