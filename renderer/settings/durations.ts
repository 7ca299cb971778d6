/** The choices where a duration is set once, in minutes. */
export const durations: readonly number[] = [15, 30, 45, 60, 90, 120];
