/** What Home tells once, in this order: one at a time, and each until it was used or put away. */
export const tips = ["type", "ready", "keys"] as const;
export type Tip = (typeof tips)[number];
