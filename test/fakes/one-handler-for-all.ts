import type { Result } from "../../main/contract/errors.ts";
import {
  type Handlers,
  type RequestName,
  requestNames,
} from "../../main/contract/requests/vocabulary.ts";

/** Handlers for every request, of which each answers the same way. */
export const oneHandlerForAll = (
  answer: (name: RequestName, ...input: readonly unknown[]) => Promise<Result<undefined>>,
): Handlers =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what they take and answer besides is not looked at where one stands for all of them
  Object.fromEntries(
    requestNames.map((name) => [name, (...input: unknown[]) => answer(name, ...input)]),
  ) as Handlers;
