import { changed } from "../main/contract/ipc.ts";
import type { AppState } from "../main/contract/state.ts";
import { app } from "./app.ts";
import { createExternalValue } from "./ui/state/external-value.ts";

/** The last state main published. Nothing here changes it. */
const state = createExternalValue<AppState | null>(null);

async function askForAll(): Promise<void> {
  const answer = await app.getState();
  if (!answer.ok) return;
  const known = state.read();
  // A newer one may have been published while this was asked for.
  if (known === null || known.revision < answer.value.revision) state.set(answer.value);
}

app.onState((change) => {
  const known = state.read();
  const next = known && changed(known, change);
  if (next) state.set(next);
  else void askForAll();
});
void askForAll();

/** Null until main has answered for the first time. */
export const useAppState = state.useValue;
