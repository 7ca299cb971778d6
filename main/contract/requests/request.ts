import * as v from "valibot";

/** The ways by which a person asks for something. */
export const doors = ["window", "tray", "shortcut", "notification", "commandLine"] as const;
export type Door = (typeof doors)[number];

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

export const nothing = v.undefined();
type Nothing = typeof nothing;

export function request<
  const From extends Door,
  Input extends v.GenericSchema = Nothing,
  Answer extends v.GenericSchema = Nothing,
>(
  from: readonly From[],
  { input, answer }: { readonly input?: Input; readonly answer?: Answer } = {},
): Request<From, Input, Answer> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- where none is given, the types say Nothing too
  const none = nothing as v.GenericSchema as Input & Answer;
  return { doors: from, input: input ?? none, answer: answer ?? none };
}

/** Of ours, for a meeting, an account or an organisation. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
