import type { Call, RequestName } from "../../../../main/contract/requests/vocabulary.ts";
import { noticeFor, type Notice } from "../../../../main/shell/notices.ts";
import { trayView, type TrayItem } from "../../../../main/shell/tray-view.ts";
import type { AppState } from "../../../../main/contract/state.ts";
import type { Act, Hand } from "./act.ts";

/** What can be chosen in the tray's menu, as it is drawn. */
export const trayActs = ({ desk }: Hand): readonly Act[] =>
  chosenIn(trayView(desk.state(), desk.words).menu).flatMap((call) =>
    leftAlone.has(call.name) ? [] : [actOf(call, "in the tray", () => desk.ask("tray", call))],
  );

/** Other people and other organisations are not what this is about; the power cut is the end of a run. */
const leftAlone: ReadonlySet<RequestName> = new Set([
  "quit",
  "signOut",
  "addAccount",
  "chooseAccount",
]);

const chosenIn = (items: readonly TrayItem[]): readonly Call<"tray">[] =>
  items.flatMap((item) => {
    if (item.kind === "separator") return [];
    if (item.kind === "submenu") return chosenIn(item.items);
    return item.asks ? [item.asks] : [];
  });

const copying: ReadonlySet<RequestName> = new Set(["copyLatest", "copyMeeting", "copyRoom"]);
const pressing: ReadonlySet<RequestName> = new Set(["meetNow", "signIn"]);
const ending: ReadonlySet<RequestName> = new Set(["cancelCreation", "undoCreation"]);

function doingOf(name: RequestName): Act["doing"] {
  if (copying.has(name)) return "copy";
  if (ending.has(name)) return "end";
  return pressing.has(name) ? "press" : "other";
}

const actOf = ({ name }: Call, place: Act["place"], run: Act["run"]): Act => ({
  place,
  name,
  doing: doingOf(name),
  run,
});

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
        ? [...current.actions.map(({ asks }) => asks), current.click].map((call) =>
            actOf(call, "in a notification", () => desk.ask("notification", call)),
          )
        : [],
  };
}
