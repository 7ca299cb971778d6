import type { AppState } from "../../main/contract/state.ts";
import type { LoginItem } from "../../main/shell/computer/start-at-login.ts";

export interface FakeLoginItem extends LoginItem {
  /** What the system says. */
  state: AppState["startAtLogin"];
  /** The system takes nothing, and says nothing of it. */
  isStubborn: boolean;
  fails: boolean;
  mends: number;
}

/** A system that starts the app at login, or does not. */
export function aLoginItem(state: AppState["startAtLogin"] = "off"): FakeLoginItem {
  const item: FakeLoginItem = {
    state,
    isStubborn: false,
    fails: false,
    mends: 0,
    read() {
      if (item.fails) throw new Error("EACCES /home/megan");
      return item.state;
    },
    mend: () => void (item.mends += 1),
    write(isOn) {
      if (item.fails) throw new Error("EACCES /home/megan");
      if (!item.isStubborn) item.state = isOn ? "on" : "off";
    },
  };
  return item;
}
