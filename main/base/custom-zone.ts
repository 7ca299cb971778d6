/** A zone without a name of its own, by rules as Windows has them. Minutes that UTC is ahead. */
export interface CustomZone {
  readonly biasMinutes: number;
  /** What is added in summer, and when; null where the clocks never change. */
  readonly summer: {
    readonly biasMinutes: number;
    readonly begins: YearlyChange;
    readonly ends: YearlyChange;
  } | null;
}

/** The n-th such weekday of a month; the fifth is the last. */
export interface YearlyChange {
  readonly month: number;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly occurrence: number;
  /** "HH:MM" on the clock before the change. */
  readonly time: string;
}
