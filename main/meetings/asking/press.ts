import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import { meetingDefaults } from "../../contract/defaults.ts";
import { ok, type Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import type { Making } from "../making/making.ts";
import type { BeginNew } from "./begin-new.ts";
import { askedNow, isLike, newLink } from "./new-intent.ts";
import type { Repeats } from "./repeats.ts";

export interface PressDependencies {
  readonly store: Pick<Store, "read">;
  readonly history: Pick<History, "find">;
  readonly making: Pick<Making, "begin" | "current" | "open">;
  readonly beginNew: BeginNew;
  readonly repeats: Repeats;
  readonly organiser: () => Result<Organiser>;
  readonly newId: () => string;
  readonly clock: Clock;
}

/** `again`: a second one, although one like it was just made. */
export type MeetNow = (options: { readonly again: boolean }) => Promise<Result<Meeting>>;

export const createMeetNow =
  (dependencies: PressDependencies): MeetNow =>
  async ({ again }) => {
    const { store, history, making, beginNew, repeats, organiser, newId, clock } = dependencies;
    const who = organiser();
    if (!who.ok) return who;
    const twice = repeats.justCreated();
    if (twice && !again) return ok(twice);
    for (let running = making.current(); running; running = making.current()) {
      if (!running.isHandedOver) return running.done;
      await running.done;
    }
    const { account, key: accountKey } = who.value;
    const defaults = meetingDefaults(store.read(), account);
    const asked = askedNow(defaults, clock.now(), store.read());
    // Whether that one was made nobody knows, or it is still to be: this press finds out, and makes no second.
    const isOpen = (id: string) => !history.find(id);
    const open = making.open(accountKey).find((each) => isLike(each, asked) && isOpen(each.id));
    if (open) return making.begin(open, who.value);
    const alike = again ? null : repeats.madeAMomentAgo(account, defaults);
    if (alike) return repeats.offer(alike);
    const naming = { id: newId(), accountKey, askedAt: clock.now() };
    return beginNew(newLink(asked, naming, null), who.value);
  };
