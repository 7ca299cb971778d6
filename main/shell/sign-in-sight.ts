import type { Words } from "../base/words.ts";
import { errorWords } from "../contract/error-words.ts";
import type { AppState } from "../contract/state.ts";
import { isSigningIn, noticeClicks } from "../doors/tables.ts";
import type { Notice } from "./notices.ts";

/**
 * What came of a sign-in that waited a moment ago, to be told where the popup cannot come to the front. Null
 * while it waits, and where the person ended it themselves.
 */
export function signInEnd(before: AppState, after: AppState, words: Words): Notice | null {
  if (!isSigningIn(before) || isSigningIn(after)) return null;
  const open = { actions: [], click: noticeClicks.popup };
  const { signIn, session } = after;
  if (signIn.kind === "failed") {
    const { key, values } = errorWords(signIn.error);
    if (signIn.error.kind === "cancelled") return null;
    return {
      title: words(`${key}.title`, values),
      body: words(`${key}.sentence`, values),
      ...open,
    };
  }
  const known = new Map(before.accounts.map((one) => [one.account.id, one.problem]));
  const { accounts } = after;
  const isNews = accounts.some(
    ({ account, problem }) => problem === null && known.get(account.id) !== null,
  );
  if (session.kind !== "signed-in" || !isNews) return null;
  const { username } = session.account;
  return {
    title: words("notify.signedIn.title"),
    body: words("notify.signedIn.body", { username }),
    ...open,
  };
}
