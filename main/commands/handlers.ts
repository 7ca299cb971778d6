import type { Clock } from "../clock.ts";
import { fail, ok, type Result } from "../contract/errors.ts";
import type { Handlers, SettingsChange } from "../contract/ipc.ts";
import type { AccountDefaults } from "../contract/state.ts";
import type { Clipboard } from "../meetings/fulfil.ts";
import type { OrganisationDescriptor } from "../organisation.ts";
import type { ProxyLogins } from "../proxy-login.ts";
import type { Store } from "../store.ts";
import type { Words } from "../words.ts";
import type { Workspace } from "../workspace.ts";
import { createAccountHandlers } from "./account-handlers.ts";
import { createErrorHandlers } from "./error-handlers.ts";
import { createOrganisationHandlers, type SetOrganisations } from "./organisation-handlers.ts";

export interface HandlersDependencies {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly proxyLogins: ProxyLogins;
  readonly setOrganisations: SetOrganisations;
  readonly changeSettings: (change: SettingsChange) => Promise<Result<undefined>>;
  /** `key` is the account's. */
  readonly changeAccountDefaults: (
    key: string,
    defaults: AccountDefaults,
  ) => Promise<Result<undefined>>;
  readonly hidePopup: () => void;
  readonly openSettings: () => void;
  readonly opener: {
    openJoinUrl(url: string): Promise<Result<undefined>>;
    openMail(url: string): Promise<Result<undefined>>;
    openPersonalTeams(): Promise<Result<undefined>>;
    /** A page of this organisation's own sign-in host. */
    openSignInPage(url: string, descriptor: OrganisationDescriptor): Promise<boolean>;
  };
  readonly clipboard: Clipboard;
  readonly words: () => Words;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What the windows may ask for, one line each: the work is done where it belongs. */
export function createHandlers(dependencies: HandlersDependencies): Handlers {
  const { store, workspace, proxyLogins, opener } = dependencies;
  const { meetings } = workspace;
  const done = ok(undefined);

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
    ...createAccountHandlers(dependencies),
    ...createOrganisationHandlers(dependencies),
    ...createErrorHandlers(dependencies),
    meetNow: () => meetings.meetNow(),
    checkSchedule: async (draft) => ok(meetings.checkSchedule(draft)),
    schedule: (draft) => meetings.schedule(draft),
    retryCreation: () => meetings.retry(),
    cancelCreation: () => meetings.cancel(),
    async dismissCreation() {
      meetings.dismiss();
      return done;
    },
    undoCreation: () => meetings.undo(),
    copyMeeting: ({ id }) => meetings.copy(id),
    async openMeeting({ id }) {
      const meeting = store.read().recent.find((one) => one.id === id);
      return meeting ? opener.openJoinUrl(meeting.joinUrl) : fail({ kind: "unknown-meeting" });
    },
    async answerProxyLogin(credentials) {
      proxyLogins.answer(credentials);
      return done;
    },
    async cancelProxyLogin() {
      proxyLogins.answer(null);
      return done;
    },
    changeSettings: (change) => dependencies.changeSettings(change),
  };
}
