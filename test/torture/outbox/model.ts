import type { Intent } from "../../../main/meetings/outbox/intent.ts";
import type { Outbox } from "../../../main/meetings/outbox/outbox.ts";

/** What the disk must say of one intent: its aim, and the words it was written with last. */
export interface Promised {
  readonly aim: Intent["aim"];
  readonly subject: string;
}

/** The outbox as a plain table, and what is outside of it. */
export interface Model {
  readonly promised: Map<string, Promised>;
  /** May be at Microsoft: a request left, and nothing ended it. */
  readonly there: Set<string>;
  /** Safe in the history. */
  readonly listed: Set<string>;
}

export const emptyModel = (): Model => ({
  promised: new Map(),
  there: new Set(),
  listed: new Set(),
});

/** The laws that hold at every moment, as sentences that are broken at this one. */
export function brokenLaws(
  { there, listed }: Model,
  onDisk: ReadonlyMap<string, Promised>,
): readonly string[] {
  const lost = [...there].filter((id) => !onDisk.has(id) && !listed.has(id));
  const untrue = [...listed].filter((id) => !there.has(id) && onDisk.get(id)?.aim !== "leaving");
  return [
    ...lost.map((id) => `${id} may be at Microsoft, and nobody knows of it`),
    ...untrue.map((id) => `${id} is in the history, and neither at Microsoft nor leaving`),
  ];
}

/**
 * The same outbox, whose transitions are noted in the table too. `onChange` is told what each would make of an
 * intent, and whether that is so: a dead app changes nothing any more.
 */
export function noted(
  outbox: Outbox,
  table: Map<string, Promised>,
  onChange: (id: string, to: Promised | null) => boolean,
): Outbox {
  /** How often each was written. */
  const written = new Map<string, number>();
  const times = (id: string) => written.get(id) ?? 0;

  function set(id: string, to: Promised | null): void {
    if (!onChange(id, to)) return;
    if (to) table.set(id, to);
    else table.delete(id);
  }

  const write =
    <Of extends Intent>(transition: (intent: Of) => ReturnType<Outbox["want"]>) =>
    async (intent: Of) => {
      written.set(intent.id, times(intent.id) + 1);
      const done = await transition(intent);
      if (done.ok) set(intent.id, { aim: intent.aim, subject: intent.subject });
      return done;
    };

  /** Out, where it is of these aims and was not written since. */
  async function out(
    id: string,
    aims: readonly Intent["aim"][],
    transition: () => ReturnType<Outbox["letGo"]>,
  ) {
    const before = times(id);
    const done = await transition();
    const now = table.get(id);
    if (done.ok && now && aims.includes(now.aim) && times(id) === before) set(id, null);
    return done;
  }

  return {
    ...outbox,
    want: write(outbox.want),
    keepSpare: write(outbox.keepSpare),
    handOver: write(outbox.handOver),
    withdraw: write(outbox.withdraw),
    takeBack: (id, unsaid) =>
      unsaid
        ? write(() => outbox.takeBack(id, unsaid))(unsaid)
        : out(id, ["leaving"], () => outbox.takeBack(id, null)),
    settle: (id, save) => out(id, ["wanted"], () => outbox.settle(id, save)),
    end: (id, finish) => out(id, ["leaving", "spare"], () => outbox.end(id, finish)),
    letGo: (id, tell, known) =>
      out(id, known?.madeNothing ? ["wanted", "leaving"] : ["wanted"], () =>
        outbox.letGo(id, tell, known),
      ),
  };
}
