import type { Clock } from "../../base/clock.ts";
import type { Store } from "../../base/store.ts";
import type { Result } from "../../contract/errors.ts";
import type { HandOver } from "../../handover/hand-over.ts";
import type { Organiser } from "../fulfil.ts";
import type { History } from "../history.ts";
import type { HandOut } from "../life/hand-out.ts";
import type { Making } from "../making/making.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { ReadyLinks } from "../ready/ready-links.ts";
import { createBeginNew } from "./begin-new.ts";
import { createForm, type Form } from "./form.ts";
import { createMeetNow, type MeetNow } from "./press.ts";
import { createRepeats, type Repeats } from "./repeats.ts";
import { type CopyRoom, createCopyRoom } from "./room.ts";
import type { SentDrafts } from "./sent-drafts.ts";

export interface AskingDependencies {
  readonly store: Store;
  readonly history: History;
  readonly outbox: Outbox;
  readonly making: Making;
  readonly ready: ReadyLinks;
  readonly sentDrafts: SentDrafts;
  readonly handOut: Pick<HandOut, "find">;
  readonly handOver: Pick<HandOver, "copy">;
  /** Who organises new meetings. Errors: not-signed-in, cloud-lacks-meetings. */
  readonly organiser: () => Result<Organiser>;
  readonly organisers: () => readonly Organiser[];
  readonly newId: () => string;
  readonly clock: Clock;
}

/** A press, or the form: which intent it is, and then its meeting. */
export interface Asking extends Form {
  readonly meetNow: MeetNow;
  readonly copyRoom: CopyRoom;
  /** The one that was just made, instead of a second. */
  readonly useRepeat: Repeats["use"];
}

export function createAsking(given: AskingDependencies): Asking {
  const { store, history, outbox, making, ready, sentDrafts, handOut, handOver } = given;
  const { organiser, organisers, newId, clock } = given;
  const repeats = createRepeats({ store, history, outbox, making, clock });
  const beginNew = createBeginNew(making, ready);
  const form = createForm({
    store,
    history,
    outbox,
    making,
    beginNew,
    sentDrafts,
    organiser,
    organisers,
    newId,
    clock,
  });
  return {
    ...form,
    meetNow: createMeetNow({
      store,
      history,
      making,
      beginNew,
      repeats,
      organiser,
      newId,
      clock,
    }),
    copyRoom: createCopyRoom({
      store,
      history,
      outbox,
      making,
      handOut,
      handOver,
      organiser,
      clock,
    }),
    useRepeat: repeats.use,
  };
}
