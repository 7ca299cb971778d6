import type { AppState } from "../../main/contract/state.ts";

/** It is being cancelled. */
export const isLeaving = ({ leaving }: AppState, id: string): boolean =>
  leaving.some((one) => one.id === id);
