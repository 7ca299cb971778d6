import * as v from "valibot";

declare const answered: unique symbol;

/** One thing that can be asked of main: what it takes, checked at run time, and what it answers with. */
export interface Request<Input extends v.GenericSchema, Answer> {
  readonly input: Input;
  /** Known to the compiler alone. */
  readonly [answered]?: Answer;
}

/** `asks<Answer>()(input)`: the answer is named, the input is read off its schema. */
export const asks =
  <Answer = undefined>() =>
  <Input extends v.GenericSchema>(input: Input): Request<Input, Answer> => ({ input });

export const nothing = v.undefined();
/** Of ours, for a meeting, an account or an organisation. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
