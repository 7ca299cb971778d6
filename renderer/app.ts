import type { Bridge } from "../main/contract/ipc.ts";
import type { AppError, Result } from "../main/contract/errors.ts";
import { createExternalValue } from "./ui/state/external-value.ts";

declare global {
  interface Window {
    readonly app: Bridge;
  }
}

/** What main would not even begin with, because it saw nobody press anything, or because it came too often. */
export const refusal = createExternalValue<AppError | null>(null);

function note(answer: Result<unknown>): Result<unknown> {
  const error = answer.ok ? null : answer.error;
  if (error?.kind === "no-gesture" || error?.kind === "too-often") refusal.set(error);
  return answer;
}

type Ask = (...input: readonly unknown[]) => Promise<Result<unknown>>;

/** The whole of what this window may ask of main. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name answers as the bridge does
export const app = new Proxy(
  {},
  {
    get(_none, name) {
      if (name === "onState") return window.app.onState;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every other name of the bridge is a request
      const ask = Reflect.get(window.app, name) as Ask;
      return async (...input: readonly unknown[]) => note(await ask(...input));
    },
  },
) as Bridge;
