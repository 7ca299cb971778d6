import { randomUUID } from "node:crypto";
import { join } from "node:path";

import {
  app,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  net,
  safeStorage,
  session,
  shell,
} from "electron";

import { createApp } from "./shell/app.ts";
import { joinHosts } from "./base/clouds.ts";
import { systemClock } from "./base/clock.ts";
import { readCommandLine } from "./doors/command-line.ts";
import { serve } from "./shell/ipc.ts";
import type { Log } from "./base/log.ts";
import { createNetwork } from "./base/network.ts";
import { createClipboard } from "./platform/clipboard/clipboard.ts";
import { createDesktop } from "./platform/desktop.ts";
import { createDocumentFile } from "./platform/documents.ts";
import { readEnvironment } from "./platform/start/environment.ts";
import { answerProxies } from "./platform/proxies.ts";
import { confineContents, denyPermissions } from "./platform/windows/hardening.ts";
import { createLogFile, logFiles } from "./platform/log-file.ts";
import { createLastWords, type LastWords } from "./platform/start/last-words.ts";
import { createOpener } from "./platform/opener.ts";
import { watchPresence } from "./platform/presence.ts";
import { saveDownload } from "./platform/downloads.ts";
import { registerScheme, serveRenderer } from "./platform/windows/scheme.ts";
import { createWaylandClipboard } from "./platform/clipboard/wayland-clipboard.ts";
import { makePrivate } from "./platform/start/private-files.ts";
import { refusedSwitches } from "./platform/start/start-switches.ts";
import { createVault } from "./platform/vault.ts";
import { createKeptDocuments } from "./shell/kept-documents.ts";
import type { Outside } from "./shell/outside.ts";

/** False in packages: the sample organisation and all that leads to it is compiled out of them. */
declare const WITH_SAMPLE_ORGANISATION: boolean;

const folder = (name: string) => join(import.meta.dirname, "..", name);

async function start(log: Log, lastWords: LastWords): Promise<void> {
  const clock = systemClock;
  const environment = readEnvironment();
  const { platform } = environment;
  const quit = () => app.quit();
  denyPermissions(session.defaultSession);
  serveRenderer(session.defaultSession, folder("renderer"));

  // Before the windows, whose focus it watches.
  const wayland = createWaylandClipboard(app, platform, process.env);
  const opener = createOpener({ shell, joinHosts, log });
  const desktop = createDesktop({
    preload: join(folder("preload"), "preload.cjs"),
    iconFolder: folder("assets"),
    quit,
    log,
  });
  const outside: Outside = {
    environment,
    sample: await loadSample(),
    documents: createKeptDocuments({
      folder: app.getPath("userData"),
      open: (name) => createDocumentFile(name, log),
      otherFiles: logFiles,
      log,
    }),
    vault: createVault({ safeStorage, platform, clock, log }),
    network: createNetwork({
      fetch: (url, init) => net.fetch(url, init),
      clock,
      allowLoopbackHttp: WITH_SAMPLE_ORGANISATION,
    }),
    clipboard: createClipboard({
      clipboard,
      write: (forms) => clipboard.write([new ClipboardItem(forms)]),
      platform,
      wayland,
      clock,
    }),
    opener,
    saveDownload,
    clock,
    log,
    random: Math.random,
    newId: () => randomUUID(),
  };
  const quickMeeting = await createApp({
    outside,
    windows: desktop,
    tellRefused: desktop.tellRefused,
    quit,
  });

  const { handlers, ask, computer, proxyLogins } = quickMeeting;
  const { newReference } = quickMeeting;
  serve({ ipc: ipcMain, handlers, isTrusted: desktop.isTrusted, log, newReference });
  desktop.draw(quickMeeting);
  answerProxies(app, proxyLogins);
  app.on("second-instance", (_event, words) => void ask("commandLine", readCommandLine(words)));
  app.on("activate", desktop.showPopup);
  app.on("before-quit", () => void quickMeeting.close());

  await quickMeeting.start();
  watchPresence({
    onOnlineChange: (online) => computer.setOnline(online),
    onTimeZoneChange: (timeZone) => computer.setTimeZone(timeZone),
    onWake: () => quickMeeting.wake(),
    onMinute: () => quickMeeting.everyMinute(),
  });
  if (lastWords.readTrace()) desktop.tellUncaught();
  const call = readCommandLine(process.argv);
  if (call.name !== "openPopup") await ask("commandLine", call);
  else if (!quickMeeting.isSetUp() || desktop.isWindow()) desktop.showPopup();
}

async function run(): Promise<void> {
  makePrivate(app.getPath("userData"));
  const log = createLogFile(app.isPackaged);
  const lastWords = createLastWords({ app, dialog, process, log });
  try {
    await app.whenReady();
    await start(log, lastWords);
  } catch (error) {
    await lastWords.startFailed(error);
  }
}

async function loadSample() {
  if (!WITH_SAMPLE_ORGANISATION) return null;
  const { loadSampleOrganisation } = await import("./sample/sample-organisation.ts");
  const report = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  return loadSampleOrganisation(process.env, { report });
}

const refused = app.isPackaged ? refusedSwitches(process.argv) : [];
if (refused.length > 0) {
  process.stderr.write(`Quick Meeting does not start with ${refused.join(", ")}.\n`);
  process.exit(1);
}
registerScheme();
app.enableSandbox();
confineContents(app);
// The popup is hidden more often than open: no window does not mean no app.
app.on("window-all-closed", () => undefined);
if (app.requestSingleInstanceLock()) void run();
else app.quit();
