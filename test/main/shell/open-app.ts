import { join } from "node:path";

import { createApp } from "../../../main/shell/app.ts";
import type { Clock } from "../../../main/base/clock.ts";
import type { Network } from "../../../main/base/network.ts";
import { type AppError, ok } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { createDocument } from "../../../main/platform/document-file.ts";
import type { LoginItem } from "../../../main/shell/computer/start-at-login.ts";
import { createLineFile } from "../../../main/platform/files/line-file.ts";
import type { Outside } from "../../../main/shell/outside.ts";
import { createKeptDocuments } from "../../../main/shell/kept-documents.ts";
import { aLoginItem } from "../../fakes/a-login-item.ts";
import { checked } from "../../fakes/checked-answers.ts";
import { environment } from "../../fakes/environment.ts";
import { createMemoryPlatform } from "../../fakes/memory-platform.ts";
import { completeSignIn, type SignInChoice } from "../../sandbox/browser.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { confBacking } from "../platform/conf-backing.ts";

export interface OpenAppOptions {
  /** Where its files are; the same again is a restart. */
  readonly folder: string;
  /** Used at once, as one that is plugged in, or only offered. */
  readonly isChosen?: boolean;
  readonly network?: (usual: Network) => Network;
  readonly clock?: Clock;
  readonly loginItem?: LoginItem;
  /** The session started it. */
  readonly isAtLogin?: boolean;
  /** Whoever opens it starts it, too. */
  readonly startLater?: boolean;
}

/** The whole app but its windows, with real files and the sample organisation. */
export async function openApp(sandbox: Pick<Sandbox, "descriptor">, options: OpenAppOptions) {
  const { folder, isChosen = false, network = (usual) => usual } = options;
  const platform = createMemoryPlatform();
  const { documentFile: _file, lineFile: _lines, log, ...dependencies } = platform.dependencies;
  const person: { choice: SignInChoice } = { choice: {} };
  const windows = { showPopup: 0, hidePopup: 0, openSettings: 0 };
  const states: AppState[] = [];
  const refused: AppError[] = [];
  const outside: Outside = {
    ...dependencies,
    ...(options.clock ? { clock: options.clock } : {}),
    log,
    network: network(dependencies.network),
    environment: { ...environment, isAtLogin: options.isAtLogin ?? false },
    documents: createKeptDocuments({
      folder,
      open: (name) => createDocument({ name, openBacking: confBacking(folder), log }),
      openLines: (name) => createLineFile({ path: join(folder, `${name}.json`), log }),
      otherFiles: () => [join(folder, "logs/main.log")],
      log,
    }),
    sample: { descriptor: sandbox.descriptor, isChosen },
    opener: {
      openJoinUrl: async () => ok(undefined),
      openTeams: async () => ok(undefined),
      openOtherMeeting: async () => ok(undefined),
      openMail: async () => ok(undefined),
      openMailTo: async () => ok(undefined),
      openOutlook: async () => ok(undefined),
      openPersonalTeams: async () => ok(undefined),
      openNamedPage: async () => ok(undefined),
      async openSignInPage(url) {
        void completeSignIn(url, person.choice).catch(() => undefined);
        return true;
      },
    },
    loginItem: options.loginItem ?? aLoginItem(),
    pickSetUpFile: async () => ok(null),
    saveDownload: async () => ok(undefined),
    showLogs: () => undefined,
    readLicences: async () => null,
  };
  const app = await createApp({
    outside,
    windows: {
      showPopup: () => void (windows.showPopup += 1),
      hidePopup: () => void (windows.hidePopup += 1),
      openSettings: () => void (windows.openSettings += 1),
    },
    tellRefused: (error) => void refused.push(error),
    quit: () => undefined,
  });
  app.store.subscribe((state) => states.push(state));
  if (!options.startLater) await app.start();
  async function signIn(choice: SignInChoice = {}) {
    person.choice = choice;
    return app.handlers.addAccount({ organisationId: "sample" });
  }
  const handlers = checked(app.handlers);
  const state = () => app.store.read();
  return { ...app, handlers, platform, windows, refused, states, signIn, state };
}

/** Two people, a meeting of each, and changed settings. */
export async function openFullApp(
  sandbox: Sandbox,
  options: OpenAppOptions,
  keepLinkReady = false,
) {
  const desk = await openApp(sandbox, options);
  await desk.handlers.changeSettings({ keepLinkReady });
  await desk.handlers.chooseSampleOrganisation();
  for (const persona of ["megan", "alex"] as const) {
    await desk.signIn({ persona });
    await desk.handlers.meetNow({ again: true });
  }
  const accountId = desk.state().accounts[0]?.account.id ?? "";
  await desk.handlers.changeAccountDefaults({ accountId, subject: "Merger" });
  await desk.handlers.changeSettings({ language: "de", theme: "dark" });
  return desk;
}
