import { randomUUID } from "node:crypto";

import { app, clipboard, ClipboardItem, net, safeStorage, shell } from "electron";

import { systemClock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import { createNetwork } from "../base/network.ts";
import type { SampleOrganisation } from "../sample/sample-organisation.ts";
import { createKeptDocuments } from "../shell/kept-documents.ts";
import type { Outside } from "../shell/outside.ts";
import { createClipboard } from "./clipboard/clipboard.ts";
import { createWaylandClipboard } from "./clipboard/wayland-clipboard.ts";
import { createDocumentFile, pathOf } from "./documents.ts";
import { saveDownload } from "./downloads.ts";
import { createLineFile } from "./files/line-file.ts";
import { createLoginItem } from "./login/login-item.ts";
import { readLicences } from "./licences.ts";
import { logFiles } from "./log-file.ts";
import { appId } from "./notifier.ts";
import { createOpener } from "./opener.ts";
import { pickSetUpFile } from "./set-up-file.ts";
import { readEnvironment } from "./start/environment.ts";
import { createVault } from "./vault.ts";
import type { OpenBoxes } from "./windows/open-boxes.ts";

export interface OutsideDependencies {
  readonly sample: SampleOrganisation | null;
  /** Only a sample organisation speaks plain HTTP. */
  readonly allowLoopbackHttp: boolean;
  readonly boxes: OpenBoxes;
  readonly isAtLogin: boolean;
  /** What the build says of itself: a file of main's, and one of the windows'. */
  readonly licences: readonly string[];
  readonly log: Log;
}

/** The computer and the network, as Electron gives them. Before the windows: some of it watches their focus. */
export function createOutside(dependencies: OutsideDependencies): Outside {
  const { sample, allowLoopbackHttp, boxes, isAtLogin, licences, log } = dependencies;
  const clock = systemClock;
  const environment = { ...readEnvironment(), isAtLogin };
  const { platform } = environment;
  return {
    environment,
    sample,
    documents: createKeptDocuments({
      folder: app.getPath("userData"),
      open: (name) => createDocumentFile(name, log),
      openLines: (name) => createLineFile({ path: pathOf(name), log }),
      otherFiles: logFiles,
      log,
    }),
    vault: createVault({ safeStorage, platform, clock, log }),
    network: createNetwork({
      fetch: (url, init) => net.fetch(url, init),
      clock,
      allowLoopbackHttp,
    }),
    clipboard: createClipboard({
      clipboard,
      write: (forms) => clipboard.write([new ClipboardItem(forms)]),
      platform,
      wayland: createWaylandClipboard(app, platform, process.env),
      clock,
    }),
    opener: createOpener({ shell, log }),
    loginItem: createLoginItem({
      app,
      platform: process.platform,
      variables: process.env,
      program: process.execPath,
      desktopName: `${appId}.desktop`,
    }),
    saveDownload,
    pickSetUpFile: () => pickSetUpFile(boxes),
    showLogs: () => shell.showItemInFolder(logFiles()[0] ?? ""),
    readLicences: () => readLicences(licences),
    clock,
    log,
    random: Math.random,
    newId: () => randomUUID(),
  };
}
