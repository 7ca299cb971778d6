import type { DocumentFile } from "../../../main/base/vault.ts";
import { fail, ok, type Result } from "../../../main/contract/errors.ts";
import { createOutbox, type Outbox } from "../../../main/meetings/outbox/outbox.ts";
import { memoryFile, scrambling } from "../../fakes/memory-disk.ts";
import { turns } from "../schedules/moving-clock.ts";
import type { App, Outside } from "./app.ts";
import { accountKey, leaving, spare, wanted } from "./intents.ts";
import { brokenLaws, emptyModel, type Model, noted, type Promised } from "./model.ts";
import type { Act, Step } from "./steps.ts";

const vault = scrambling("sealed");

/** One run of the app. A dead one writes nothing, and nothing it asks for leaves. */
interface Life {
  isDead: boolean;
  diskWorks: boolean;
}

/**
 * Runs the steps on the outbox as it is, and beside it on a table of what each shall do. Answers the first law that
 * is broken, or where the two part; null where all is well.
 */
export async function firstBreach(steps: readonly Step[], app: App): Promise<string | null> {
  const model = emptyModel();
  const disk: Record<string, unknown> = {};
  let life = born();
  let outbox = openOutbox(disk, life);
  for (const [index, step] of steps.entries()) {
    const id = `intent-000${step.of}`;
    if (!isPossible[step.act](knownOf(model, id))) continue;
    life.diskWorks = step.diskWorks;
    const { broken, could } = await run({ app, outbox, disk, life, model, step, id });
    if (life.isDead) {
      life = born();
      outbox = openOutbox(disk, life);
    }
    const onDisk = await promisedIn(openOutbox(disk, born()));
    // What a kill left is one of the things that could be: from here on, it is what is promised.
    const left = onDisk.get(id) ?? null;
    if (step.killedAfter !== null && could.some((one) => isSame(one, left))) {
      if (left) model.promised.set(id, left);
      else model.promised.delete(id);
    }
    const known = await promisedIn(outbox);
    const breach = [
      ...broken,
      ...brokenLaws(model, onDisk),
      ...partings(model, onDisk, "on disk"),
      ...partings(model, known, "for the app"),
    ][0];
    if (breach !== undefined) return `step ${index}, ${step.act}: ${breach}`;
  }
  return null;
}

const born = (): Life => ({ isDead: false, diskWorks: true });

interface Known {
  readonly aim: Promised["aim"] | null;
  readonly isThere: boolean;
  readonly isListed: boolean;
}

/** What the app does at all: it cancels what it knows of, and gives up what it knows not to be there. */
const isPossible: Readonly<Record<Act, (known: Known) => boolean>> = {
  press: ({ aim }) => aim !== "spare",
  "make spare": ({ aim, isThere }) => aim === null && !isThere,
  "take spare": ({ aim, isThere }) => aim === "spare" && isThere,
  cancel: ({ aim, isListed }) => aim !== null || isListed,
  keep: ({ aim, isThere, isListed }) => aim === "leaving" && isThere && isListed,
  settle: ({ aim, isThere }) => aim !== "spare" && isThere,
  end: ({ aim, isThere }) => aim === "leaving" || (aim === "spare" && !isThere),
  "give up": ({ aim, isThere, isListed }) => aim === "wanted" && !isThere && !isListed,
};

const knownOf = ({ promised, there, listed }: Model, id: string): Known => ({
  aim: promised.get(id)?.aim ?? null,
  isThere: there.has(id),
  isListed: listed.has(id),
});

interface Scene {
  readonly app: App;
  readonly outbox: Outbox;
  readonly disk: Record<string, unknown>;
  readonly life: Life;
  readonly model: Model;
  readonly step: Step;
  readonly id: string;
}

interface Course {
  readonly broken: readonly string[];
  /** What could be promised of the intent in the course of the step. */
  readonly could: readonly (Promised | null)[];
}

async function run({ app, outbox, disk, life, model, step, id }: Scene): Promise<Course> {
  const broken: string[] = [];
  const could: (Promised | null)[] = [model.promised.get(id) ?? null];
  const own = noted(outbox, model.promised, (_id, to) => {
    could.push(to);
    return !life.isDead;
  });
  const meanwhile = async () => {
    if (life.isDead || step.meanwhile === null) return;
    const again = { ...step, act: step.meanwhile, meanwhile: null };
    const course = await run({ app, outbox: own, disk, life, model, step: again, id });
    broken.push(...course.broken);
  };
  const outside = outsideOf({
    life,
    model,
    step,
    meanwhile,
    onUnwritten: () => {
      const onDisk = JSON.stringify(disk["wishes"] ?? null);
      if (!onDisk.includes(`"${id}"`)) broken.push(`${id} is asked for, and is not on disk`);
    },
  });
  const done = perform(app, step.act, { outbox: own, outside, id });
  if (step.killedAfter !== null) {
    await turns(step.killedAfter);
    life.isDead = true;
  }
  await done;
  return { broken, could };
}

let words = 0;

function perform(
  app: App,
  act: Act,
  { outbox, outside, id }: { outbox: Outbox; outside: Outside; id: string },
): Promise<unknown> {
  const word = `word ${(words += 1)}`;
  switch (act) {
    case "press":
      return app.press(outbox, outside, wanted(id, word));
    case "make spare":
      return app.makeSpare(outbox, outside, spare(id, word));
    case "take spare":
      return app.takeSpare(outbox, outside, { ...wanted(id, word), graphId: "graph-1" });
    case "cancel":
      return app.cancel(outbox, outside, leaving(id, word));
    case "keep":
      return app.keep(outbox, outside, id);
    case "settle":
      return app.settle(outbox, outside, id);
    case "end":
      return app.end(outbox, outside, id);
    case "give up":
      return app.giveUp(outbox, outside, id);
  }
}

interface Around extends Pick<Scene, "life" | "model" | "step"> {
  readonly meanwhile: () => Promise<void>;
  /** Told of each request, before it arrives. */
  readonly onUnwritten: () => void;
}

const refused: Result<undefined> = fail({ kind: "no-answer", trace: null });

function outsideOf({ life, model, step, meanwhile, onUnwritten }: Around): Outside {
  const does = () => step.answers && !life.isDead;
  return {
    async request(id) {
      if (life.isDead) return;
      onUnwritten();
      if (step.answers) model.there.add(id);
      await meanwhile();
    },
    async save(id) {
      await meanwhile();
      if (!does()) return refused;
      model.listed.add(id);
      return ok(undefined);
    },
    async remove(id) {
      await meanwhile();
      if (!does()) return refused;
      model.there.delete(id);
      model.listed.delete(id);
      return ok(undefined);
    },
  };
}

function openOutbox(disk: Record<string, unknown>, life: Life): Outbox {
  const whole = memoryFile(disk, "wishes");
  const file: DocumentFile = {
    ...whole,
    write(value) {
      if (life.isDead) return ok(undefined);
      return life.diskWorks ? whole.write(value) : fail({ kind: "disk-failed" });
    },
  };
  return createOutbox({ file, vault, defaultSubject: () => "Quick meeting" });
}

async function promisedIn(outbox: Outbox): Promise<ReadonlyMap<string, Promised>> {
  const intents = await outbox.pending(accountKey);
  return new Map(intents.map(({ id, aim, subject }) => [id, { aim, subject }]));
}

const isSame = (one: Promised | null, other: Promised | null): boolean =>
  one?.aim === other?.aim && one?.subject === other?.subject;

function partings(
  { promised }: Model,
  found: ReadonlyMap<string, Promised>,
  where: string,
): string[] {
  const ids = new Set([...promised.keys(), ...found.keys()]);
  return [...ids]
    .filter((id) => !isSame(promised.get(id) ?? null, found.get(id) ?? null))
    .map(
      (id) => `${id} is ${told(found.get(id))} ${where}, and should be ${told(promised.get(id))}`,
    );
}

const told = (one: Promised | undefined): string => (one ? `${one.aim} (${one.subject})` : "gone");
