import * as v from "valibot";

import type { Rate } from "./rates.ts";

/** The ways by which a person asks for something. */
export const doors = ["window", "tray", "shortcut", "notification", "commandLine"] as const;
export type Door = (typeof doors)[number];

/**
 * What main wants to have seen by itself before it does what a window asks for, because no page can make it up.
 * `presence`: somebody used that window in the last minute. `gesture`: they pressed a button or a key in it just
 * now, and nothing else was asked for with that.
 */
export type Need = "nothing" | "presence" | "gesture";

/** What keeps a window in its limits. Every other door is a person's own act. */
export interface Limits {
  readonly needs: Need;
  readonly rate: Rate;
}

/** One thing that can be asked of main: by which doors, what it takes, and what it answers with. */
export interface Request<
  From extends Door,
  Input extends v.GenericSchema,
  Answer extends v.GenericSchema,
> {
  readonly doors: readonly From[];
  /** Checked wherever it does not come out of a table of ours. */
  readonly input: Input;
  /** Checked by the tests. */
  readonly answer: Answer;
}

/** `asks`: for some inputs main asks the person itself, outside the windows: shell/guard/questions.ts. */
export interface OfWindow<Asks extends boolean> extends Limits {
  readonly asks: Asks;
}

interface Shapes<Input, Answer> {
  readonly input?: Input;
  readonly answer?: Answer;
}

export const nothing = v.undefined();
type Nothing = typeof nothing;

/** Without what it needs and how often it may come, nothing can be asked for by a window. */
export function request<
  const From extends Exclude<Door, "window">,
  Input extends v.GenericSchema = Nothing,
  Answer extends v.GenericSchema = Nothing,
>(from: readonly From[], about?: Shapes<Input, Answer>): Request<From, Input, Answer>;
export function request<
  const From extends Door,
  Input extends v.GenericSchema = Nothing,
  Answer extends v.GenericSchema = Nothing,
  const Asks extends boolean = false,
>(
  from: readonly From[],
  about: Shapes<Input, Answer> & Limits & { readonly asks?: Asks },
): Request<From, Input, Answer> & OfWindow<Asks>;
export function request(
  from: readonly Door[],
  about: Shapes<v.GenericSchema, v.GenericSchema> & Partial<OfWindow<boolean>> = {},
): Request<Door, v.GenericSchema, v.GenericSchema> & Partial<OfWindow<boolean>> {
  return {
    asks: false,
    ...about,
    doors: from,
    input: about.input ?? nothing,
    answer: about.answer ?? nothing,
  };
}

/** Of ours, for a meeting, an account or an organisation. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
