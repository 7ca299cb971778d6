import { checkOrganisation } from "../auth/clouds.ts";
import type { Clock } from "../clock.ts";
import { type AppError, fail, ok, type Result } from "../contract/errors.ts";
import { errorWords } from "../contract/error-words.ts";
import type { Handlers, OrganisationDraft, SettingsChange } from "../contract/ipc.ts";
import type { AppState, Organisation } from "../contract/state.ts";
import { errorDetails } from "../error-details.ts";
import type { Clipboard } from "../meetings/fulfil.ts";
import type { Store } from "../store.ts";
import type { Words } from "../words.ts";
import type { Workspace } from "../workspace.ts";

export interface HandlersDependencies {
  readonly store: Store;
  readonly workspace: () => Workspace | null;
  /** Remembers the organisation and moves over to it. */
  readonly chooseOrganisation: (organisation: Organisation) => Promise<Result<undefined>>;
  readonly changeSettings: (change: SettingsChange) => Promise<Result<undefined>>;
  readonly hidePopup: () => void;
  readonly openSettings: () => void;
  readonly openJoinUrl: (url: string) => Promise<Result<undefined>>;
  readonly clipboard: Clipboard;
  readonly words: () => Words;
  readonly clock: Clock;
}

/** What the windows may ask for, one line each: the work is done where it belongs. */
export function createHandlers(dependencies: HandlersDependencies): Handlers {
  const { store, clipboard } = dependencies;
  const done = ok(undefined);
  const within = async <Value>(
    act: (workspace: Workspace) => Promise<Result<Value>>,
  ): Promise<Result<Value>> => {
    const workspace = dependencies.workspace();
    return workspace ? act(workspace) : fail({ kind: "not-set-up" });
  };

  return {
    getState: async () => ok(store.read()),
    async navigate({ view }) {
      store.update((state) => (state.view === view ? state : { ...state, view }));
      return done;
    },
    async hidePopup() {
      dependencies.hidePopup();
      return done;
    },
    async openSettings() {
      dependencies.openSettings();
      return done;
    },
    signIn: () => within(({ session }) => session.signIn()),
    cancelSignIn: () => within(({ session }) => session.cancel()),
    reopenSignInPage: () => within(({ session }) => session.reopenPage()),
    copySignInAddress: () =>
      within(async ({ session }) => {
        const address = session.address();
        return address === null ? fail({ kind: "not-signed-in" }) : clipboard.writeText(address);
      }),
    signOut: () => within(({ session }) => session.signOut()),
    meetNow: () => within(({ meetings }) => meetings.meetNow()),
    checkSchedule: (draft) => within(async ({ meetings }) => ok(meetings.checkSchedule(draft))),
    schedule: (draft) => within(({ meetings }) => meetings.schedule(draft)),
    retryCreation: () => within(({ meetings }) => meetings.retry()),
    cancelCreation: () => within(({ meetings }) => meetings.cancel()),
    async dismissCreation() {
      dependencies.workspace()?.meetings.dismiss();
      return done;
    },
    undoCreation: () => within(({ meetings }) => meetings.undo()),
    copyMeeting: ({ id }) => within(({ meetings }) => meetings.copy(id)),
    async openMeeting({ id }) {
      const meeting = store.read().recent.find((one) => one.id === id);
      return meeting
        ? dependencies.openJoinUrl(meeting.joinUrl)
        : fail({ kind: "unknown-meeting" });
    },
    async copyErrorDetails({ of }) {
      const error = errorOf(store.read(), of);
      if (error === null) return fail({ kind: "unknown-meeting" });
      const { key, values } = errorWords(error);
      const title = dependencies.words()(`${key}.title`, values);
      const { appVersion, platform } = store.read();
      const now = dependencies.clock.now();
      return clipboard.writeText(errorDetails(error, { title, appVersion, platform, now }));
    },
    saveOrganisation: (draft) => saveOrganisation(dependencies, draft),
    async chooseSampleOrganisation() {
      if (!store.read().sampleAvailable) return fail({ kind: "not-set-up" });
      return dependencies.chooseOrganisation({ kind: "sample" });
    },
    changeSettings: (change) => dependencies.changeSettings(change),
  };
}

async function saveOrganisation(
  { chooseOrganisation }: HandlersDependencies,
  draft: OrganisationDraft,
): Promise<Result<undefined>> {
  const { cloud } = draft;
  const clientId = draft.clientId.trim().toLowerCase();
  const tenant = draft.tenant.trim().toLowerCase();
  const problems = checkOrganisation({ clientId, tenant, cloud });
  if (problems) return fail({ kind: "invalid-organisation", problems });
  return chooseOrganisation({ kind: "own", clientId, tenant, cloud });
}

function errorOf({ session, creation }: AppState, of: "session" | "creation"): AppError | null {
  if (of === "creation") return creation.kind === "failed" ? creation.error : null;
  return session.kind === "expired" || session.kind === "signed-out" ? session.error : null;
}
