/** What many schedules came to. */
export const emptyBooks = () => ({
  schedules: 0,
  calls: 0,
  cancelled: 0,
  /** Requests that failed. */
  faults: 0,
  /** Persons whose whereabouts the schedule decides: overlapping calls may leave both open. */
  decided: 0,
  /** Signed in, and the next start does not know them. */
  accountsLost: 0,
  /** Known to the next start, but with a refresh token that has ended. */
  deadTokens: 0,
  /** A token call that said "sign in again" for somebody who was signed in. */
  falselySignedOut: 0,
  /** Signed out, and known to the next start. */
  reappeared: 0,
  /** A token for somebody who was signed out. */
  tokensAfterSignOut: 0,
  /** Calls that failed though the network did not, and nobody cancelled them. */
  refused: 0,
  /** Schedules that threw, or never ended. */
  broken: 0,
  /** The first few schedules that went wrong. */
  details: new Array<string>(),
});
export type Books = ReturnType<typeof emptyBooks>;

type Wrong =
  | "accountsLost"
  | "deadTokens"
  | "falselySignedOut"
  | "reappeared"
  | "tokensAfterSignOut"
  | "refused"
  | "broken";

/** Notes what goes wrong in one schedule. */
export interface Verdicts {
  note(wrong: Wrong, what: string): void;
  readonly notes: readonly string[];
}

export function createVerdicts(books: Books): Verdicts {
  const notes: string[] = [];
  return {
    notes,
    note(wrong, what) {
      books[wrong] += 1;
      notes.push(`${wrong}: ${what}`);
    },
  };
}
