import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

import type { Desk } from "./desk.ts";
import type { OpenApp } from "./open-app.ts";
import type { Spoken } from "./speech.ts";
import { settle, type Step, settled } from "./transcript.ts";
import type { Words } from "./words.ts";

/** Who uses the app by keys and ears alone, and writes down what is heard at each step. */
export interface Person {
  readonly app: OpenApp;
  readonly words: Words;
  /** Does it, and listens until all is heard that was heard before, or until nothing more comes. */
  step(name: string, act: () => unknown): Promise<readonly string[]>;
  press(...keys: readonly string[]): Promise<void>;
  /** Until Orca has said all of this since the last step, in any order; what came before it is not written down. */
  hear(...wanted: readonly (string | RegExp)[]): Promise<void>;
  /** Presses until the words are heard; what came before them is not written down. */
  reach(wanted: string, key?: string): Promise<void>;
  /** A step for each press, until the words are heard. */
  lookFor(wanted: string, key?: string): Promise<void>;
  type(text: string): Promise<void>;
}

/** What a step that was never heard before may take to begin, and how long a silence is its end. */
const beginMilliseconds = 5_000;
const silenceMilliseconds = 2_500;
/** Only what is never said takes this long. */
const patienceMilliseconds = 15_000;
const mostPresses = 40;

export function createPerson(
  desk: Desk,
  app: OpenApp,
  words: Words,
  golden: readonly Step[] | null,
): { person: Person; steps: Step[] } {
  const steps: Step[] = [];
  let heardUpTo = app.speechBefore;

  const linesFrom = (from: number) => settled(desk.speech.all().slice(from), words);
  const said = async (is: () => boolean, milliseconds: number): Promise<void> => {
    const end = Date.now() + milliseconds;
    while (!is() && Date.now() < end) await sleep(40);
  };

  async function untilSilence(from: number): Promise<void> {
    await said(() => linesFrom(from).length > 0, beginMilliseconds);
    for (;;) {
      const before = desk.speech.all().length;
      await sleep(silenceMilliseconds);
      if (desk.speech.all().length === before) return;
    }
  }

  async function step(name: string, act: () => unknown): Promise<readonly string[]> {
    const from = heardUpTo;
    const known = golden?.[steps.length];
    const began = Date.now();
    await act();
    if (known?.name !== name) await untilSilence(from);
    else await said(() => linesFrom(from).length >= known.lines.length, patienceMilliseconds);
    heardUpTo = desk.speech.all().length;
    const lines = linesFrom(from);
    const first = desk.speech
      .all()
      .slice(from)
      .find(({ kind }) => kind === "said");
    steps.push({ name, lines, waited: first ? Math.max(0, first.at - began) : null });
    return lines;
  }
  const press: Person["press"] = async (...keys) => {
    for (const key of keys) {
      execFileSync("xdotool", ["key", "--clearmodifiers", key], { env: desk.env });
      await sleep(60);
    }
  };
  const person: Person = {
    app,
    words,
    step,
    press,
    async hear(...wanted) {
      const from = heardUpTo;
      for (const one of wanted) {
        const isIt = ({ kind, text }: Spoken) => {
          const plain = settle(text, words);
          return kind === "said" && (typeof one === "string" ? plain === one : one.test(plain));
        };
        const found = await desk.speech.first(isIt, patienceMilliseconds * 4, from);
        if (found === null) throw new Error(`“${one}” was not heard`);
        const place = desk.speech.all().findIndex((line, at) => at >= from && isIt(line));
        heardUpTo = Math.max(heardUpTo, place + 1);
      }
    },
    async reach(wanted, key = "Tab") {
      const from = desk.speech.all().length;
      for (let count = 0; count < mostPresses; count += 1) {
        await press(key);
        const found = await desk.speech.first(
          ({ kind, text }) => kind === "said" && text.includes(wanted),
          beginMilliseconds,
          from,
        );
        heardUpTo = desk.speech.all().length;
        if (found !== null) return;
      }
      throw new Error(`“${wanted}” was not reached`);
    },
    async lookFor(wanted, key = "Tab") {
      for (let count = 0; count < mostPresses; count += 1) {
        const lines = await step(`${key}, looking for “${wanted}”`, () => press(key));
        if (lines.some((line) => line.includes(wanted))) return;
      }
      throw new Error(`“${wanted}” was not heard`);
    },
    async type(text) {
      execFileSync("xdotool", ["type", "--delay", "40", text], { env: desk.env });
    },
  };
  return { person, steps };
}
