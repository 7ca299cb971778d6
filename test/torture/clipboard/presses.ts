import { createWords } from "../../../main/base/words.ts";
import { fail } from "../../../main/contract/errors.ts";
import type { Call } from "../../../main/contract/requests/vocabulary.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { createAsk, type OuterDoor } from "../../../main/doors/ask.ts";
import { noticeFor } from "../../../main/shell/notices.ts";
import { aDesktopClipboard, type Mood } from "../../fakes/a-desktop-clipboard.ts";
import { createMeetingsDesk } from "../../fakes/meetings-desk.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { oneHandlerForAll } from "../../fakes/one-handler-for-all.ts";
import { createRandom, type Random } from "../random.ts";

/** Null is the popup itself. */
export const doors: Readonly<Record<string, OuterDoor | null>> = {
  popup: null,
  tray: "tray",
  shortcut: "shortcut",
  notification: "notification",
  "command line": "commandLine",
};
const meetNow = { name: "meetNow", input: { again: true } } as const satisfies Call;
const moods: Readonly<Record<"x11" | "wayland", readonly Mood[]>> = {
  x11: ["fine", "held", "refuses", "silent"],
  wayland: ["fine", "unfocused", "refuses", "silent"],
};
const noHandlers = oneHandlerForAll(async () => fail({ kind: "cancelled" }));

/** A list that grows would only make each press slower. */
const pressesOfOneDesk = 50;
const words = await createWords("en");

export interface Said {
  readonly copied: number;
  readonly byHand: number;
  readonly takenOff: number;
  /** What was said and not so. */
  readonly lies: number;
}

/** Presses at one door, desk after desk, while the clipboard refuses at random. */
export async function pressOften(door: OuterDoor | null, seed: number, presses: number) {
  const random = createRandom(seed);
  const sum = { copied: 0, byHand: 0, takenOff: 0, lies: 0 };
  for (let pressed = 0; pressed < presses; pressed += pressesOfOneDesk) {
    const said = await pressAtOneDesk(door, random);
    for (const key of ["copied", "byHand", "takenOff", "lies"] as const) sum[key] += said[key];
  }
  return sum;
}

/** Everything that says "copied", held against what the desktop has at that moment. */
async function pressAtOneDesk(door: OuterDoor | null, random: Random): Promise<Said> {
  const session = random.chance(0.5) ? "wayland" : "x11";
  const mood = () => moods[session][random.below(4)] ?? "fine";
  const counts = { copied: 0, byHand: 0, takenOff: 0, lies: 0 };
  const desk = aDesktopClipboard(mood, random.chance(0.5) ? "wl-clipboard" : "none");
  let popups = 0;
  let before: AppState | null = null;
  const meetings = createMeetingsDesk({
    desktopClipboard: desk[session],
    settings: { askBeforeSecond: false },
    onState(state) {
      const notice = before === null ? null : noticeFor(before, state, words);
      const { creation } = state;
      const isNew = before?.creation !== creation;
      before = state;
      if (!isNew) return;
      if (creation.kind === "created" && creation.copied) {
        counts.copied += 1;
        if (desk.desktop.text !== creation.meeting.joinUrl) counts.lies += 1;
      } else if (notice?.title === "Link copied") counts.lies += 1;
      if (creation.kind === "ended" && creation.clipboardCleared) {
        counts.takenOff += 1;
        if (desk.desktop.text !== "") counts.lies += 1;
      }
    },
  });
  const handlers = {
    ...noHandlers,
    meetNow: (options: { readonly again: boolean }) => meetings.meetings.meetNow(options),
  };
  const ask = createAsk({
    handlers,
    begun: Promise.resolve(),
    state: meetings.state,
    showPopup: () => void (popups += 1),
    tell: () => undefined,
    newReference: () => "reference",
    log: memoryLog().log,
  });
  for (let press = 0; press < pressesOfOneDesk; press += 1) {
    const shownBefore = popups;
    if (door === null) await meetings.meetings.meetNow({ again: true });
    else await ask(door, meetNow);
    const { creation } = meetings.state();
    if (creation.kind !== "created") counts.lies += 1;
    else if (!creation.copied) {
      counts.byHand += 1;
      // The window that was pressed in is in sight already.
      if (door !== null && popups !== shownBefore + 1) counts.lies += 1;
    }
    if (random.chance(0.2)) await meetings.meetings.undo();
    await meetings.clock.advance(60_000);
  }
  return counts;
}
