import type { AppState } from "../main/contract/state.ts";
import { app } from "./app.ts";
import { createExternalValue } from "./ui/state/external-value.ts";

/** The last state main published. Nothing here changes it. */
const state = createExternalValue<AppState | null>(null);

app.onState(state.set);
void app.getState().then((answer) => {
  // A newer one may have been published while this was asked for.
  if (answer.ok && state.read() === null) state.set(answer.value);
});

/** Null until main has answered for the first time. */
export const useAppState = state.useValue;
