import * as v from "valibot";

import type { Result } from "../../main/contract/errors.ts";
import { appError } from "../../main/contract/error-schema.ts";
import { type Handlers, requestNames, requests } from "../../main/contract/requests/vocabulary.ts";

type Handler = (...input: readonly unknown[]) => Promise<Result<unknown>>;

/** The same handlers; an answer that the contract does not name is an error of the test that asked for it. */
export function checked(handlers: Handlers): Handlers {
  const each = requestNames.map((name) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what goes in is passed on as it is
    const handler = handlers[name] as Handler;
    const asked: Handler = async (...input) => {
      const result = await handler(...input);
      checkAnswer(name, result);
      return result;
    };
    return [name, asked];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from the same list the type is
  return Object.fromEntries(each) as Handlers;
}

export function checkAnswer(name: keyof Handlers, result: Result<unknown>): void {
  const schema = result.ok ? requests[name].answer : appError;
  const { issues } = v.safeParse<v.GenericSchema>(schema, result.ok ? result.value : result.error);
  const [issue] = issues ?? [];
  if (issue)
    throw new Error(`${name} answers otherwise: ${v.getDotPath(issue) ?? "all"}: ${issue.message}`);
}
