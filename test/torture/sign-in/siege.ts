import type { Random } from "../random.ts";
import { attack, type Outcome } from "./attack.ts";
import { hostileRequest } from "./hostile-requests.ts";
import type { WaitingSignIn } from "./listener-process.ts";

export interface SiegeOptions {
  readonly count: number;
  readonly random: Random;
  /** With requests that carry the right state, in an envelope no browser uses. */
  readonly knowsState: boolean;
  /** With what ends MSAL's process at once. */
  readonly withBreakers: boolean;
  /** How many of the requests wait to see whether they are ever closed: 0 to 1. */
  readonly patientShare: number;
  readonly stop: () => boolean;
}

export const emptySiege = () => ({
  sent: 0,
  /** Connections that were still open though all was said long ago. */
  hung: 0,
  reflected: 0,
  /** 5xx: something was thrown. */
  broke: 0,
});
type Books = ReturnType<typeof emptySiege>;

const lanes = 50;
/** More than every deadline of the listener, and the second it takes to look. */
const patienceMilliseconds = 9_000;

/** Fifty at a time, until `count` were sent or there is nobody left to send to. */
export async function besiege(signIn: WaitingSignIn, options: SiegeOptions): Promise<Books> {
  const { count, random, patientShare, stop } = options;
  const books = emptySiege();
  let left = count;
  async function lane(): Promise<void> {
    while (left > 0 && !stop()) {
      left -= 1;
      const request = hostileRequest(random, signIn, options);
      const isPatient = random.chance(patientShare);
      const patience = isPatient ? patienceMilliseconds : 30 + random.below(300);
      note(books, await attack(signIn.port, request, patience), isPatient);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return books;
}

function note(books: Books, outcome: Outcome, isPatient: boolean): void {
  if (outcome.isConnected) books.sent += 1;
  if (isPatient && !outcome.isClosed) books.hung += 1;
  if (outcome.isReflected) books.reflected += 1;
  if (outcome.statuses.some((status) => status >= 500 && status !== 501)) books.broke += 1;
}
