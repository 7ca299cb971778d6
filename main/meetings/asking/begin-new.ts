import type { Result } from "../../contract/errors.ts";
import type { Meeting } from "../../contract/meeting.ts";
import type { Organiser } from "../fulfil.ts";
import type { Making } from "../making/making.ts";
import type { Wanted } from "../outbox/intent.ts";
import type { ReadyLinks } from "../ready/ready-links.ts";

export type BeginNew = (intent: Wanted, organiser: Organiser) => Promise<Result<Meeting>>;

/** With the link that is ready, where there is one with these very options. */
export const createBeginNew =
  (making: Pick<Making, "begin" | "handSpare">, ready: ReadyLinks): BeginNew =>
  async (intent, organiser) => {
    const spare = intent.kind === "link" ? ready.take(organiser.key, intent.options) : null;
    if (!spare || intent.kind === "event") {
      const made = await making.begin(intent, organiser);
      void ready.tend();
      return made;
    }
    const { id, made } = spare;
    const { graphId } = made;
    const handed = await making.handSpare({ ...intent, id, graphId }, spare, organiser);
    if (!handed.ok) ready.giveBack(spare);
    void ready.tend();
    return handed;
  };
