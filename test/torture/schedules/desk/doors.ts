import { createEventAccess } from "../../../../main/calendar/event-access.ts";
import { createAppHandlers } from "../../../../main/shell/handlers/app-handlers.ts";
import { createHandlers } from "../../../../main/shell/handlers/handlers.ts";
import { createSignOut } from "../../../../main/shell/handlers/sign-out.ts";
import { createErrors } from "../../../../main/shell/errors.ts";
import { createAsk } from "../../../../main/doors/ask.ts";
import type { Handlers } from "../../../../main/contract/requests/vocabulary.ts";
import { fail, ok } from "../../../../main/contract/errors.ts";
import type { createOrganisers } from "../../../../main/shell/organisers.ts";
import { createProxyLogins } from "../../../../main/auth/proxy-login.ts";
import { type ObservableStore, publisherOf } from "../../../../main/base/store.ts";
import { createWords } from "../../../../main/base/words.ts";
import type { Workspace } from "../../../../main/shell/workspace.ts";
import { environment } from "../../../fakes/environment.ts";
import type { SimulatedClipboard } from "./simulated-clipboard.ts";
import type { World } from "./world.ts";

export const words = await createWords("en");
export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const descriptor = {
  clientId: "",
  authority: "",
  knownAuthorities: [],
  authorityMetadata: "",
  graphBaseUrl: "https://graph.microsoft.com/v1.0",
};

type Parts = Pick<Workspace, "session" | "signIn" | "meetings" | "handOver"> & {
  readonly store: ObservableStore;
  readonly clipboard: SimulatedClipboard;
  readonly organisers: ReturnType<typeof createOrganisers>;
};

/** What windows, tray and notifications can ask for. */
export function openDoors(world: World, parts: Parts) {
  const { mistake } = world;
  const { store, session, signIn, organisers } = parts;
  const unused = async () => fail({ kind: "not-set-up" });
  const done = async () => ok(undefined);
  const workspace: Workspace = {
    ...parts,
    eventAccess: createEventAccess({ ...parts, organiser: () => organisers.current() }),
    calendar: {
      refresh: unused,
      find: () => null,
      state: () => ({ kind: "off" }),
      wake: () => undefined,
      close: () => undefined,
      snooze: () => fail({ kind: "unknown-meeting" }),
      askPermission: unused,
      dismiss: () => fail({ kind: "unknown-meeting" }),
      restore: () => fail({ kind: "unknown-meeting" }),
    },
    inviteeTimes: { read: unused, close: () => undefined },
    creation: () => store.read().creation,
    approvedLater: async () => undefined,
    errors: createErrors({
      session,
      signIn,
      calendar: { state: () => ({ kind: "off" }) },
      creation: () => store.read().creation,
    }),
    descriptor: () => descriptor,
    addresses: () => [],
    open: async () => undefined,
    protectAgain: done,
    wake: () => undefined,
    close: async () => undefined,
  };
  const showPopup = (popupShown: boolean) => store.update((state) => ({ ...state, popupShown }));
  const own = createDeskHandlers(world, { ...parts, workspace, showPopup });
  const handlers = mistake.handlers?.(own) ?? own;
  const ask = createAsk({
    handlers,
    begun: Promise.resolve(),
    state: () => store.read(),
    showPopup: () => showPopup(true),
    tell: () => undefined,
    newReference: () => "reference",
    log: silent,
  });
  return { handlers, ask, showPopup };
}

function createDeskHandlers(
  { clock }: World,
  parts: Parts & {
    readonly workspace: Workspace;
    readonly showPopup: (isShown: boolean) => void;
  },
): Handlers {
  const { store, session, meetings, clipboard, workspace, showPopup } = parts;
  const unused = async () => fail({ kind: "not-set-up" });
  const done = async () => ok(undefined);
  const opener = {
    openJoinUrl: done,
    openTeams: done,
    openOtherMeeting: done,
    openMail: done,
    openMailTo: done,
    openOutlook: done,
    openPersonalTeams: done,
    openNamedPage: done,
    openSignInPage: async () => true,
  };
  const timeZone = () => environment.timeZone;
  const publish = publisherOf<"view" | "detailsOf">(store);
  const showHome = () => publish({ view: "home", detailsOf: null });
  return {
    ...createHandlers({
      workspace,
      organisations: {
        all: () => store.read().organisations,
        isSampleOffered: true,
        start: async () => undefined,
        set: done,
      },
      preferences: {
        settings: () => store.read().settings,
        language: () => "en",
        locale: () => store.read().locale,
        words: () => words,
        change: unused,
        changeAccountDefaults: unused,
      },
      changeSettings: unused,
      startAtLogin: { set: () => ok(undefined) },
      signOut: createSignOut({ session, meetings, showHome, clock }),
      environment,
      timeZone,
      opener,
      pickSetUpFile: async () => ok(null),
      saveDownload: done,
      clipboard,
      clock,
      newId: () => "id",
    }),
    ...createAppHandlers({
      state: () => store.read(),
      publish,
      windows: {
        showPopup: () => showPopup(true),
        hidePopup: () => showPopup(false),
        openSettings: () => undefined,
      },
      proxyLogins: createProxyLogins({ store, showPopup: () => showPopup(true) }),
      outside: { opener, showLogs: () => undefined, readLicences: async () => null },
      quit: () => undefined,
      forgetEverything: unused,
    }),
  };
}
