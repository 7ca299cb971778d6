import type { Log } from "../../base/log.ts";
import type { Publish } from "../../base/store.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import type { AppState } from "../../contract/state.ts";

/** What the system itself knows, and alone keeps: nothing of it is in our settings. */
export interface LoginItem {
  /** Asked anew each time: its own settings may have changed it meanwhile. */
  read(): AppState["startAtLogin"];
  /** What it starts is gone, and this copy of the app came in its place: that is what the person means now. */
  mend(): void;
  /** Throws where it could not be written; where the system does not want to, nothing is changed. */
  write(isOn: boolean): void;
}

export interface StartAtLogin {
  /** Shows what the system says now. */
  look(): void;
  start(): void;
  /** Errors: start-at-login-refused, where the system then says something else. */
  set(isOn: boolean): Result<undefined>;
}

export interface StartAtLoginDependencies {
  readonly loginItem: LoginItem;
  readonly publish: Publish<"startAtLogin">;
  readonly log: Log;
}

/** Whether the app is there before anybody thinks of it. */
export function createStartAtLogin({
  loginItem,
  publish,
  log,
}: StartAtLoginDependencies): StartAtLogin {
  let shown: AppState["startAtLogin"] | null = null;

  function look(): AppState["startAtLogin"] {
    const startAtLogin = attempt("login-item-not-read", () => loginItem.read()) ?? "unavailable";
    if (startAtLogin !== shown) publish({ startAtLogin });
    shown = startAtLogin;
    return startAtLogin;
  }

  function attempt<Value>(event: string, act: () => Value): Value | null {
    try {
      return act();
    } catch (error) {
      log.warn(event, { name: error instanceof Error ? error.name : typeof error });
      return null;
    }
  }

  return {
    look: () => void look(),
    start() {
      attempt("login-item-not-mended", () => loginItem.mend());
      look();
    },
    set(isOn) {
      // What somebody switched off in the system's own settings is theirs to switch on.
      if (!ours.has(look())) return refused;
      attempt("login-item-not-written", () => loginItem.write(isOn));
      const now = look();
      // macOS waits for the person's word: that is no refusal, and the row says where to give it.
      const isDone = isOn ? now === "on" || now === "needs-approval" : now === "off";
      return isDone ? ok(undefined) : refused;
    },
  };
}

const ours = new Set<AppState["startAtLogin"]>(["on", "off", "needs-approval"]);
const refused = fail({ kind: "start-at-login-refused" });
