import type { ExtraPermission } from "../auth/permissions.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import type { Invitee } from "../contract/event-draft.ts";
import type { AppState } from "../contract/state.ts";
import type { Organiser } from "../meetings/fulfil.ts";
import { askPermission, type AskPermissionDependencies, silently } from "./ask-permission.ts";

export interface EventAccessDependencies extends Omit<
  AskPermissionDependencies,
  "permission" | "onAsking" | "onAllowed"
> {
  readonly organiser: () => Result<Organiser>;
}

/** The permissions an event needs and its invitations can use, each asked for by itself. */
export interface EventAccess {
  /** Sets `calendarAllowed`, without asking anybody. Errors: whatever keeps it from being known. */
  checkCalendar(): Promise<Result<undefined>>;
  /** Errors: whatever ends a sign-in. Who said yes once is not asked again. */
  allowCalendar(): Promise<Result<undefined>>;
  allowPeople(): Promise<Result<undefined>>;
  /** The last one alone is answered. Errors: sign-in-refused where it is not allowed; cancelled. */
  searchPeople(text: string): Promise<Result<readonly Invitee[]>>;
  close(): void;
}

export function createEventAccess(dependencies: EventAccessDependencies): EventAccess {
  const { session, signIn, store, organiser } = dependencies;
  const allowed = new Set<string>();
  let searching = new AbortController();

  function show(state: AppState): AppState {
    const { session: who } = state;
    const calendarAllowed = who.kind === "signed-in" && allowed.has(who.account.id);
    return state.calendarAllowed === calendarAllowed ? state : { ...state, calendarAllowed };
  }
  let seen = store.read().creation;
  const unsubscribe = store.subscribe(({ session: who, creation, accounts }) => {
    // Whoever signed out and comes back may have been given less.
    for (const id of allowed)
      if (!accounts.some(({ account }) => account.id === id)) allowed.delete(id);
    const isNew = creation !== seen;
    seen = creation;
    const isRefused = creation.kind === "failed" && creation.error.kind === "calendar-not-allowed";
    // Graph knows better than what was seen before.
    if (isNew && isRefused && who.kind === "signed-in") allowed.delete(who.account.id);
    store.update(show);
  });

  function note(accountId: string, isAllowed: boolean): void {
    if (isAllowed) allowed.add(accountId);
    else allowed.delete(accountId);
    store.update(show);
  }

  const ask = (permission: ExtraPermission, onAllowed: () => void) =>
    askPermission({
      session,
      signIn,
      store,
      permission,
      async onAllowed() {
        onAllowed();
        return ok(undefined);
      },
    });

  return {
    async checkCalendar() {
      const account = session.account();
      if (!account) return fail({ kind: "not-signed-in" });
      const token = await silently(session, account.id, "calendar");
      const isRefused = !token.ok && token.error.kind === "sign-in-again";
      if (token.ok || isRefused) note(account.id, token.ok);
      return isRefused ? ok(undefined) : token;
    },
    allowCalendar: () =>
      ask("calendar", () => {
        const account = session.account();
        if (account) note(account.id, true);
      }),
    allowPeople: () => ask("people", () => undefined),
    async searchPeople(text) {
      const who = organiser();
      if (!who.ok) return who;
      searching.abort();
      const mine = new AbortController();
      searching = mine;
      const found = await who.value.people.search(text, { signal: mine.signal });
      if (mine.signal.aborted) return fail({ kind: "cancelled" });
      return found.ok ? found : fail(refusalOf(found.error));
    },
    close() {
      searching.abort();
      unsubscribe();
    },
  };
}

/** The sign-in itself is fine: only this permission is missing. */
function refusalOf(error: AppError): AppError {
  if (error.kind === "not-allowed")
    return { kind: "sign-in-refused", reason: "approval-needed", trace: error.trace };
  if (error.kind !== "sign-in-again") return error;
  return { ...error, kind: "sign-in-refused", reason: error.reason ?? "approval-needed" };
}
