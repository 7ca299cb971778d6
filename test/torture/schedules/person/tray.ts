import type { Command } from "../../../../main/doors/command.ts";
import { noticeFor, type Notice } from "../../../../main/shell/notices.ts";
import { trayView, type TrayItem } from "../../../../main/shell/tray-view.ts";
import type { AppState } from "../../../../main/contract/state.ts";
import type { Act, Hand } from "./act.ts";

/** What can be chosen in the tray's menu, as it is drawn. */
export const trayActs = ({ desk }: Hand): readonly Act[] =>
  chosenIn(trayView(desk.state(), desk.words).menu).flatMap((command) =>
    leftAlone.has(command.name) ? [] : [byCommand(desk, command, "in the tray")],
  );

/** Other people and other organisations are not what this is about; the power cut is the end of a run. */
const leftAlone: ReadonlySet<Command["name"]> = new Set([
  "quit",
  "signOut",
  "addAccount",
  "chooseAccount",
]);

const chosenIn = (items: readonly TrayItem[]): readonly Command[] =>
  items.flatMap((item) => {
    if (item.kind === "separator") return [];
    if (item.kind === "submenu") return chosenIn(item.items);
    return item.command ? [item.command] : [];
  });

const copying: ReadonlySet<Command["name"]> = new Set(["copyLatest", "copyMeeting", "copyRoom"]);
const pressing: ReadonlySet<Command["name"]> = new Set(["meetNow", "meetNowAgain", "signIn"]);
const ending: ReadonlySet<Command["name"]> = new Set(["cancelCreation", "undoCreation"]);

function doingOf(name: Command["name"]): Act["doing"] {
  if (copying.has(name)) return "copy";
  if (ending.has(name)) return "end";
  return pressing.has(name) ? "press" : "other";
}

function byCommand(desk: Hand["desk"], command: Command, place: Act["place"]): Act {
  const { name } = command;
  return { place, name, doing: doingOf(name), run: () => desk.runCommand(command) };
}

/** What is on the desktop while nobody looks at the window: a newer one takes the place of an older. */
export interface Notifier {
  onState(before: AppState, after: AppState): void;
  acts(hand: Hand): readonly Act[];
}

export function createNotifier(words: Hand["desk"]["words"]): Notifier {
  let current: Notice | null = null;
  return {
    onState(before, after) {
      if (after.popupShown) current = null;
      else if (before.creation !== after.creation)
        current = noticeFor(before, after, words) ?? current;
    },
    acts: ({ desk }) =>
      current
        ? [...current.actions.map(({ command }) => command), current.click].map((command) =>
            byCommand(desk, command, "in a notification"),
          )
        : [],
  };
}
