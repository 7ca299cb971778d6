import { ok, type Result } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { AppState } from "../../contract/state.ts";
import type { ProxyLogins } from "../../auth/proxy-login.ts";
import type { Publish } from "../../base/store.ts";
import type { Outside } from "../outside.ts";

/** The app's windows, as far as requests move them. */
export interface Windows {
  readonly showPopup: () => void;
  readonly hidePopup: () => void;
  readonly openSettings: () => void;
}

export interface AppHandlersDependencies {
  readonly state: () => AppState;
  readonly publish: Publish<"view" | "detailsOf">;
  readonly windows: Windows;
  readonly proxyLogins: Pick<ProxyLogins, "answer">;
  readonly outside: Pick<Outside, "showLogs" | "readLicences"> & {
    readonly opener: Pick<Outside["opener"], "openNamedPage">;
  };
  readonly quit: () => void;
  /** All that is kept on this computer. Errors: files-not-deleted. */
  readonly forgetEverything: () => Promise<Result<undefined>>;
}

export type AppHandlers = ReturnType<typeof createAppHandlers>;

const done = ok(undefined);

/** What needs nothing that is kept of anybody, and so is answered whatever the profile is at. */
export function createAppHandlers({
  state,
  publish,
  windows,
  proxyLogins,
  outside,
  quit,
  forgetEverything,
}: AppHandlersDependencies) {
  const doing = (act: () => void) => async () => {
    act();
    return done;
  };
  return {
    getState: async () => ok(state()),
    async navigate({ view, meetingId }) {
      publish({ view, detailsOf: meetingId ?? null });
      return done;
    },
    hidePopup: doing(windows.hidePopup),
    openPopup: doing(windows.showPopup),
    async openView({ view }) {
      publish({ view, detailsOf: null });
      windows.showPopup();
      return done;
    },
    openSettings: doing(windows.openSettings),
    openNamedPage: ({ page }) => outside.opener.openNamedPage(page),
    showLogs: doing(outside.showLogs),
    getLicences: async () => ok(await outside.readLicences()),
    quit: doing(quit),
    async answerProxyLogin(credentials) {
      proxyLogins.answer(credentials);
      return done;
    },
    cancelProxyLogin: doing(() => proxyLogins.answer(null)),
    forgetEverything,
  } satisfies Partial<Handlers>;
}
