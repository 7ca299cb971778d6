import type { Store } from "../base/store.ts";
import type { AppError } from "../contract/errors.ts";
import type { KnownAccount, Session as SessionState } from "../contract/state.ts";
import type { Remembered } from "./remembered.ts";

/** Who is known on this computer, and of which organisations that could not be read. */
export interface KnownAccounts {
  all(): readonly KnownAccount[];
  find(accountId: string): KnownAccount | null;
  /** Who organises, also while they have to sign in again; null while nobody can. */
  current(): KnownAccount | null;
  state(): SessionState;
  /** After the start, or the first sign-in. */
  isStarted(): boolean;
  begin(): void;
  set(next: readonly KnownAccount[]): void;
  /** In the place of what was known of the same account. */
  put(entry: KnownAccount): readonly KnownAccount[];
  show(): void;
  /** They are about to be read once more. */
  forgetErrors(): void;
  noteError(organisationId: string, error: AppError): void;
  /** Somebody signed in to it. */
  overcome(organisationId: string): void;
  /** Somebody may still be behind a keyring, or a disk that could not be read. */
  isLocked(): boolean;
}

/** `onKnown`: before the state says who is here. */
export function createKnownAccounts(
  store: Store,
  remembered: Remembered,
  onKnown: () => void,
): KnownAccounts {
  let known: readonly KnownAccount[] = [];
  let isStarted = false;
  /** By organisation. */
  const errors = new Map<string, AppError>();

  const find = (accountId: string) => known.find(({ account }) => account.id === accountId) ?? null;

  function current(): KnownAccount | null {
    const usable = known.filter(({ account }) => account.kind === "member");
    const wanted = remembered.chosen();
    const found = usable.find(({ key }) => key === wanted);
    if (found) return found;
    // Whoever was chosen may be behind a locked keyring: nobody else organises in their place.
    return wanted !== null && errors.size > 0 ? null : (usable[0] ?? null);
  }

  function state(): SessionState {
    const who = current();
    if (who?.problem) return { kind: "expired", account: who.account, error: who.problem };
    if (who) return { kind: "signed-in", account: who.account };
    if (!isStarted) return { kind: "starting" };
    const [error = null] = errors.values();
    return { kind: "signed-out", error };
  }

  const show = () => store.update((shown) => ({ ...shown, accounts: known, session: state() }));

  const isLocked = () =>
    [...errors.values()].some(({ kind }) => kind === "keyring-locked" || kind === "disk-failed");

  return {
    all: () => known,
    find,
    current,
    state,
    isStarted: () => isStarted,
    begin() {
      isStarted = true;
    },
    set(next) {
      known = next;
      onKnown();
      show();
    },
    put: (entry) =>
      find(entry.account.id) === null
        ? [...known, entry]
        : known.map((one) => (one.account.id === entry.account.id ? entry : one)),
    show,
    forgetErrors: () => errors.clear(),
    noteError: (organisationId, error) => void errors.set(organisationId, error),
    overcome(organisationId) {
      // Others of the organisation are still behind the keyring.
      if (!isLocked()) errors.delete(organisationId);
    },
    isLocked,
  };
}
