import type { Words } from "../base/words.ts";
import type { AppState } from "../contract/state.ts";
import { isSigningIn, noticeClicks } from "../doors/tables.ts";
import { errorNotice, type Notice } from "./notices.ts";

/** Shown each state in its turn, answers what came of a sign-in when its wait is over, else null. */
export type SignInSight = (state: AppState, words: Words) => Notice | null;

/**
 * What came of a sign-in, to be told where the popup cannot come to the front. Who came is in the state before
 * the wait is over, so what a success changed is what was not there when it began.
 */
export function createSignInSight(atStart: AppState): SignInSight {
  let last = atStart;
  let atBegin: AppState | null = null;
  return (state, words) => {
    if (isSigningIn(state)) atBegin ??= last;
    last = state;
    if (atBegin === null || isSigningIn(state)) return null;
    const before = atBegin;
    atBegin = null;
    return endOf(before, state, words);
  };
}

/** Null where the person ended it themselves. */
function endOf(before: AppState, { signIn, session, accounts }: AppState, words: Words) {
  if (signIn.kind === "failed")
    return signIn.error.kind === "cancelled" ? null : errorNotice(signIn.error, words);
  const known = new Map(before.accounts.map((one) => [one.account.id, one.problem]));
  const isNews = accounts.some(
    ({ account, problem }) => problem === null && known.get(account.id) !== null,
  );
  if (session.kind !== "signed-in" || !isNews) return null;
  const { username } = session.account;
  return {
    title: words("notify.signedIn.title"),
    body: words("notify.signedIn.body", { username }),
    actions: [],
    click: noticeClicks.popup,
  };
}
