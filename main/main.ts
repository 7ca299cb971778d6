import { join } from "node:path";

import { app, dialog, ipcMain, type WebContents } from "electron";

import { createApp } from "./shell/app.ts";
import { elapsed } from "./base/clock.ts";
import { hiddenWord } from "./doors/command-line.ts";
import { createGuard } from "./shell/guard/guard.ts";
import { questionText } from "./shell/guard/question-words.ts";
import { serve } from "./shell/ipc.ts";
import type { Log } from "./base/log.ts";
import { createDesktop } from "./platform/desktop.ts";
import { startWords } from "./platform/login/login-item.ts";
import { createLogFile } from "./platform/log-file.ts";
import { createOutside } from "./platform/outside.ts";
import { watchPresence } from "./platform/presence.ts";
import { answerProxies } from "./platform/proxies.ts";
import { createLastWords, type LastWords } from "./platform/start/last-words.ts";
import { makePrivate } from "./platform/start/private-files.ts";
import { lockRefusal, refusalOf, refuseStart } from "./platform/start/refused-start.ts";
import { confineContents, forgoLookingAhead } from "./platform/windows/hardening.ts";
import { createOpenBoxes } from "./platform/windows/open-boxes.ts";
import { createQuestionBox } from "./platform/windows/question-box.ts";
import { registerScheme } from "./platform/windows/scheme.ts";
import { watchPeople } from "./platform/windows/watch-people.ts";
import { openWindowSession } from "./platform/windows/window-session.ts";

/** False in packages: the sample organisation and all that leads to it is compiled out of them. */
declare const WITH_SAMPLE_ORGANISATION: boolean;

const folder = (name: string) => join(import.meta.dirname, "..", name);
const report = (sentence: string) => void process.stderr.write(`${sentence}\n`);

async function start(log: Log, lastWords: LastWords): Promise<void> {
  const quit = () => app.quit();
  const startedWith = startWords(process.argv, app, process.platform);
  await openWindowSession(folder("renderer"));
  // Before the windows, which it watches.
  const personAt = watchPeople(app, elapsed);

  const boxes = createOpenBoxes();
  const outside = createOutside({
    boxes,
    sample: await loadSample(),
    allowLoopbackHttp: WITH_SAMPLE_ORGANISATION,
    isAtLogin: startedWith.includes(hiddenWord),
    licences: ["main", "renderer"].map((part) => join(folder(part), "licences.json")),
    log,
  });
  const preload = join(folder("preload"), "preload.cjs");
  const questionBox = createQuestionBox(boxes);
  const isAsking = () => boxes.isOpen();
  const desktop = createDesktop({ preload, iconFolder: folder("assets"), isAsking, quit, log });
  const { tellRefused } = desktop;
  const quickMeeting = await createApp({ outside, windows: desktop, tellRefused, quit });

  const { handlers, started, newReference, computer, proxyLogins, startAtLogin } = quickMeeting;
  const guard = createGuard<WebContents>({
    personAt,
    questions: quickMeeting.questions,
    ask: (question, window) =>
      questionBox.ask(questionText(question, quickMeeting.words()), window),
    elapsed,
    log,
  });
  serve({ ipc: ipcMain, handlers, isTrusted: desktop.isTrusted, guard, log, newReference });
  await desktop.draw(quickMeeting);
  answerProxies(app, proxyLogins);
  app.on("second-instance", (_event, words) => void started(words, { isFirst: false }));
  app.on("browser-window-focus", startAtLogin.look);
  app.on("activate", desktop.showPopup);
  app.on("before-quit", () => void quickMeeting.close());

  await quickMeeting.start();
  watchPresence({
    onOnlineChange: (online) => computer.setOnline(online),
    onTimeZoneChange: (timeZone) => computer.setTimeZone(timeZone),
    onWake: () => quickMeeting.wake(),
    onUnlock: () => quickMeeting.expectPress(),
    onMinute: () => quickMeeting.everyMinute(),
  });
  if (lastWords.readTrace()) desktop.tellUncaught();
  await started(startedWith, { isFirst: true });
}

async function run(): Promise<void> {
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
  return loadSampleOrganisation(process.env, { report });
}

const { isPackaged } = app;
const { argv: words, env: variables, execPath: program } = process;
const userData = app.getPath("userData");
makePrivate(userData);
const refusal =
  refusalOf({ isPackaged, words, variables, userData, program }) ??
  (app.requestSingleInstanceLock() ? null : lockRefusal(userData));

if (refusal) void refuseStart(refusal, { app, dialog, report });
else if (app.hasSingleInstanceLock()) {
  registerScheme();
  app.enableSandbox();
  forgoLookingAhead(app.commandLine);
  confineContents(app);
  // The popup is hidden more often than open: no window does not mean no app.
  app.on("window-all-closed", () => undefined);
  void run();
} else app.quit();
