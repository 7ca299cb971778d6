import { ok, type Result } from "../../../main/contract/errors.ts";
import type { LeavingLink, SpareLink, WantedLink } from "../../../main/meetings/outbox/intent.ts";
import type { Outbox } from "../../../main/meetings/outbox/outbox.ts";

/** What the app asks of the world around it: each may be refused, and nothing a dead app asks for arrives. */
export interface Outside {
  /** Microsoft is asked for the meeting. */
  request(id: string): Promise<void>;
  save(id: string): Promise<Result<undefined>>;
  /** At Microsoft, and out of the history. */
  remove(id: string): Promise<Result<undefined>>;
}

type Doing<Of> = (outbox: Outbox, outside: Outside, of: Of) => Promise<unknown>;

/** How an app uses its outbox. A mistake is one of these done otherwise. */
export interface App {
  readonly press: Doing<WantedLink>;
  readonly makeSpare: Doing<SpareLink>;
  readonly takeSpare: Doing<WantedLink & { readonly graphId: string }>;
  readonly cancel: Doing<LeavingLink>;
  readonly keep: Doing<string>;
  readonly settle: Doing<string>;
  readonly end: Doing<string>;
  readonly giveUp: Doing<string>;
}

export const app: App = {
  async press(outbox, outside, intent) {
    const written = await outbox.want(intent);
    if (written.ok) await outside.request(intent.id);
  },
  async makeSpare(outbox, outside, intent) {
    const written = await outbox.keepSpare(intent);
    if (written.ok) await outside.request(intent.id);
  },
  takeSpare: (outbox, _outside, intent) => outbox.handOver(intent),
  cancel: (outbox, _outside, intent) => outbox.withdraw(intent),
  keep: (outbox, _outside, id) => outbox.takeBack(id, null),
  settle: (outbox, outside, id) => outbox.settle(id, () => outside.save(id)),
  end: (outbox, outside, id) => outbox.end(id, () => outside.remove(id)),
  giveUp: (outbox, _outside, id) => outbox.letGo(id),
};

/** Mistakes an app could make; the laws must find each of them. */
export const mistakes: readonly { readonly name: string; readonly app: App }[] = [
  {
    name: "asks before it is written down",
    app: {
      ...app,
      async press(outbox, outside, intent) {
        await outside.request(intent.id);
        await outbox.want(intent);
      },
    },
  },
  {
    name: "asks although it could not be written down",
    app: {
      ...app,
      async press(outbox, outside, intent) {
        await outbox.want(intent);
        await outside.request(intent.id);
      },
    },
  },
  {
    name: "forgets before the meeting is safe",
    app: {
      ...app,
      async settle(outbox, outside, id) {
        await outbox.letGo(id);
        await outside.save(id);
      },
    },
  },
  {
    name: "forgets although the meeting could not be saved",
    app: {
      ...app,
      async settle(outbox, outside, id) {
        await outside.save(id);
        await outbox.settle(id, async () => ok(undefined));
      },
    },
  },
  {
    name: "forgets an end before it has come",
    app: {
      ...app,
      async end(outbox, outside, id) {
        await outbox.end(id, async () => ok(undefined));
        await outside.remove(id);
      },
    },
  },
];
