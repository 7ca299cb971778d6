import { spawn } from "node:child_process";

import * as v from "valibot";

import type { LifeOptions } from "./life.ts";
import { saidUntilKilled } from "./said-until-killed.ts";

export interface Doomed extends LifeOptions {
  /** Which "saving" starts the countdown; 0 kills as soon as it has told what it loaded. */
  readonly killAt: number;
  readonly delayMicros: number;
}

export interface SignIn {
  readonly name: string;
  readonly generation: number;
}

/** What a process said before it was killed. */
export interface Life {
  readonly people: ReadonlyMap<string, number>;
  readonly isTorn: boolean;
  readonly strays: number;
  /** Those whose save was reported as done. */
  readonly done: readonly SignIn[];
  /** The one whose save was under way. */
  readonly inFlight: SignIn | null;
  /** How long each save took. */
  readonly micros: readonly number[];
}

const loaded = v.object({
  people: v.array(v.tuple([v.string(), v.number()])),
  isTorn: v.boolean(),
  strays: v.number(),
});

const lifeOf = (child: string, life: LifeOptions) =>
  spawn(process.execPath, [child, JSON.stringify({ run: "life", ...life })], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_COMPILE_CACHE: `${child}.cache` },
  });

/** Who is killed leaves no compile cache behind: one life that ends by itself makes it for all. */
export async function warmUp(child: string, folder: string): Promise<void> {
  const work = lifeOf(child, { store: "app", folder, from: 1, age: 0, signIns: 8 });
  work.stdout.resume();
  await new Promise((resolve) => work.once("close", resolve));
}

/** Starts a process on the folder and kills it with SIGKILL at the moment that was drawn. */
export async function oneLife(child: string, { killAt, delayMicros, ...life }: Doomed) {
  const work = lifeOf(child, life);
  const isTime = (said: string) =>
    killAt === 0 ? said.includes("\n") : said.split("saving ").length - 1 >= killAt;
  return read(await saidUntilKilled(work, { isTime, delayMicros }));
}

function read(said: string): Life {
  const lines = said.split("\n").map((line) => line.split(" "));
  const told = v.parse(loaded, JSON.parse(lines[0]?.slice(1).join(" ") ?? ""));
  const signIns = (word: string) =>
    lines.flatMap(([first, name = "", generation]) =>
      first === word ? [{ name, generation: Number(generation) }] : [],
    );
  const done = signIns("saved");
  const last = signIns("saving").at(-1);
  const isInFlight = last && last.generation !== done.at(-1)?.generation;
  return {
    ...told,
    people: new Map(told.people),
    done,
    inFlight: isInFlight ? last : null,
    micros: lines.flatMap(([first, , , micros]) => (first === "saved" ? [Number(micros)] : [])),
  };
}
