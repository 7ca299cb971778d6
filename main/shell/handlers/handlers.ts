import type { Clock } from "../../base/clock.ts";
import { ok, type Result } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/ipc.ts";
import type { AccountDefaults, SettingsChange } from "../../contract/settings.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import type { OrganisationDescriptor } from "../../base/organisation.ts";
import type { ProxyLogins } from "../../auth/proxy-login.ts";
import type { Store } from "../../base/store.ts";
import type { Words } from "../../base/words.ts";
import type { Workspace } from "../workspace.ts";
import { createAccountHandlers } from "./account-handlers.ts";
import { createErrorHandlers } from "./error-handlers.ts";
import { createEventHandlers } from "./event-handlers.ts";
import { createJoinHandlers } from "./join-handlers.ts";
import { createMeetingHandlers } from "./meeting-handlers.ts";
import { createOrganisationHandlers, type SetOrganisations } from "./organisation-handlers.ts";
import { createTimeHandlers } from "./time-handlers.ts";
import { createUpcomingHandlers } from "./upcoming-handlers.ts";

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
  /** All that is kept on this computer. Errors: files-not-deleted. */
  readonly forgetEverything: () => Promise<Result<undefined>>;
  readonly hidePopup: () => void;
  readonly openSettings: () => void;
  readonly opener: {
    /** A page of Teams: a meeting, or its options. */
    openJoinUrl(url: string): Promise<Result<undefined>>;
    /** An address the Teams app takes. */
    openTeams(url: string): Promise<Result<undefined>>;
    /** A meeting of another product that we know. */
    openOtherMeeting(url: string): Promise<Result<undefined>>;
    openMail(url: string): Promise<Result<undefined>>;
    /** A new message to people who are named. */
    openMailTo(url: string): Promise<Result<undefined>>;
    /** A page of Outlook on the web. */
    openOutlook(url: string): Promise<Result<undefined>>;
    openPersonalTeams(): Promise<Result<undefined>>;
    /** A page of this organisation's own sign-in host. */
    openSignInPage(url: string, descriptor: OrganisationDescriptor): Promise<boolean>;
  };
  /** Into the person's downloads folder, which is then shown. Errors: disk-failed. */
  readonly saveDownload: (name: string, text: string) => Promise<Result<undefined>>;
  readonly clipboard: Clipboard;
  readonly words: () => Words;
  /** The computer's, as BCP 47 tags, best first. */
  readonly preferredLanguages: readonly string[];
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What the windows may ask for, one line each: the work is done where it belongs. */
export function createHandlers(dependencies: HandlersDependencies): Handlers {
  const { store, proxyLogins } = dependencies;
  const done = ok(undefined);

  return {
    getState: async () => ok(store.read()),
    async navigate({ view, meetingId }) {
      store.update((state) => ({ ...state, view, detailsOf: meetingId ?? null }));
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
    ...createMeetingHandlers(dependencies),
    ...createEventHandlers(dependencies),
    ...createTimeHandlers(dependencies),
    ...createJoinHandlers(dependencies),
    ...createUpcomingHandlers(dependencies),
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
