import { spawn } from "node:child_process";

import { runProgram } from "../run-program.ts";

/** Nobody can be asked where there is no such program, or no bus: then there is taken to be one. */
export type HostState = "there" | "none" | "unknown";

export interface TrayHost {
  ask(): Promise<HostState>;
  /** Tells whenever it may have come or gone; answers how to stop. */
  watch(onChange: () => void): () => void;
}

const watcher = "org.kde.StatusNotifierWatcher";
const question = [
  ["call", "--session", "--timeout", "2", "--dest", watcher],
  ["--object-path", "/StatusNotifierWatcher"],
  ["--method", "org.freedesktop.DBus.Properties.Get", watcher, "IsStatusNotifierHostRegistered"],
].flat();

/**
 * Whether the desktop shows tray icons at all: a tray that nobody shows raises no error.
 * @see https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/
 */
export function createTrayHost(variables: NodeJS.ProcessEnv): TrayHost {
  return {
    async ask() {
      const { code, text, complaint } = await runProgram("gdbus", question, { variables });
      if (code === 0) return text.includes("<true>") ? "there" : "none";
      const isNobody = complaint.includes("org.freedesktop.DBus.Error.ServiceUnknown");
      return code !== null && isNobody ? "none" : "unknown";
    },
    watch(onChange) {
      const child = spawn("gdbus", ["monitor", "--session", "--dest", watcher], {
        stdio: ["ignore", "pipe", "ignore"],
        env: variables,
      });
      child.on("error", () => undefined);
      child.stdout.on("data", onChange);
      // It waits for nothing, so it keeps nobody from ending.
      child.unref();
      return () => void child.kill();
    },
  };
}
