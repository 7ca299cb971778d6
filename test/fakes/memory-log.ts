import { createLog, type Log } from "../../main/base/log.ts";

/** A real, redacting log whose lines a test can read. */
export function memoryLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const push = (line: string) => {
    lines.push(line);
  };
  return { log: createLog({ info: push, warn: push, error: push }), lines };
}
