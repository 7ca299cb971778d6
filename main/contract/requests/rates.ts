/** A bucket of tokens, one for each request: so many at once, and so many more in each minute. */
export interface Rate {
  readonly atOnce: number;
  readonly perMinute: number;
}

/**
 * As fast as a page has to be that a person uses, and nothing like as fast as one that is used against them. Whoever
 * presses, types and looks as people do meets none of these.
 */
export const rates = {
  /** Each change of a field. */
  typing: { atOnce: 60, perMinute: 1_200 },
  /** What a page looks up to draw itself, or where it goes to. */
  drawing: { atOnce: 60, perMinute: 300 },
  /** Buttons and keys, pressed by somebody who has lost their patience. */
  acting: { atOnce: 40, perMinute: 120 },
  /** What leads out of the app, or ends something. */
  weighty: { atOnce: 20, perMinute: 40 },
  /** What hardly anybody does twice. */
  seldom: { atOnce: 5, perMinute: 5 },
} as const satisfies Record<string, Rate>;
