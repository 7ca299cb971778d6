/**
 * How long one wait may take. It ends what hangs and decides nothing: whatever works is done a hundred times
 * sooner, also at a sixth of the speed.
 */
export const hangMilliseconds = 3 * 60_000;
