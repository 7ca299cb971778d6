import type { Call } from "../contract/requests/vocabulary.ts";
import type { AppState } from "../contract/state.ts";
import type { Words } from "../base/words.ts";
import { type Notice, noticeFor } from "../shell/notices.ts";
import { createSignInSight } from "../shell/sign-in-sight.ts";
import { createNotifier } from "./notifier.ts";

export interface TellerDependencies {
  readonly atStart: AppState;
  readonly words: () => Words;
  readonly onAsk: (call: Call<"notification">) => void;
  readonly showPopup: () => void;
  /** Whether the popup is before its person's eyes. */
  readonly isInFront: () => boolean;
}

/** What a person is told who is not looking at a window. */
export interface Teller {
  /** Shown each state in its turn. */
  look(state: AppState): void;
  tell(noticeIn: (words: Words) => Notice): void;
  /** The popup is open: what was told is there to be read. */
  clear(): void;
}

/** As long as a window may take to get the focus it was given: some desktops give none that nobody clicked. */
const comingMilliseconds = 700;

export function createTeller(dependencies: TellerDependencies): Teller {
  const { atStart, words, onAsk, showPopup, isInFront } = dependencies;
  const notifier = createNotifier(atStart.platform, onAsk, showPopup);
  const signInEnd = createSignInSight(atStart);
  let last = atStart;

  function tellUnlessInFront(notice: Notice): void {
    if (isInFront()) return;
    const look = () => {
      if (!isInFront()) notifier.show(notice);
    };
    setTimeout(look, comingMilliseconds).unref();
  }

  return {
    look(state) {
      const notice = noticeFor(last, state, words());
      last = state;
      if (notice) notifier.show(notice);
      const ended = signInEnd(state, words());
      if (!ended) return;
      showPopup();
      tellUnlessInFront(ended);
    },
    tell: (noticeIn) => notifier.show(noticeIn(words())),
    clear: () => notifier.clear(),
  };
}
