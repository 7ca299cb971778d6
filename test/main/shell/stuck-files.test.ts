import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { fail, ok } from "../../../main/contract/errors.ts";
import { type RequestName, requestNames } from "../../../main/contract/requests/vocabulary.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";
import { openApp, openFullApp } from "./open-app.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";

const sandbox = runningSandbox();
const folder = temporaryFolder("stuck-");

/** Of the windows themselves, and the way out. */
const needNoProfile: ReadonlySet<RequestName> = new Set([
  "getState",
  "navigate",
  "hidePopup",
  "openPopup",
  "openView",
  "openSettings",
  "openNamedPage",
  "getLicences",
  "showLogs",
  "quit",
  "answerProxyLogin",
  "cancelProxyLogin",
  "forgetEverything",
] as const);

const open = () => openApp(sandbox(), { folder: folder() });
const openFull = () => openFullApp(sandbox(), { folder: folder() });
const files = () => readdirSync(folder()).toSorted();
const notDeleted = fail({ kind: "files-not-deleted" });

describe("a file that will not go", () => {
  // No file of that name can be deleted where a folder is, not even by root.
  const obstacle = () => join(folder(), "logs/main.log");

  test("is said; until it is gone nothing else can be done, and nothing is kept", async () => {
    const desk = await openFull();
    mkdirSync(obstacle(), { recursive: true });
    expect(await desk.handlers.forgetEverything()).toEqual(notDeleted);
    expect(desk.state()).toMatchObject({ forgotten: "incomplete", organisations: [], recent: [] });
    const others = requestNames.filter((name) => !needNoProfile.has(name));
    for (const name of others) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever is given, nothing is done with it
      const ask = desk.handlers[name] as () => Promise<unknown>;
      expect(await ask(), name).toEqual(notDeleted);
    }
    expect((await desk.handlers.getState()).ok).toBe(true);
    await desk.handlers.hidePopup();
    await desk.handlers.openSettings();
    expect(desk.windows).toMatchObject({ hidePopup: 1, openSettings: 1 });
    desk.wake();
    desk.everyMinute();
    for (const name of ["chooseSampleOrganisation", "copyLatest"] as const) {
      desk.windows.showPopup = 0;
      await desk.ask("tray", { name });
      expect(desk.windows.showPopup, name).toBe(1);
    }
    expect(files()).toEqual(["forgetting.json", "logs"]);

    rmSync(obstacle(), { recursive: true });
    expect(await desk.handlers.forgetEverything()).toEqual(ok(undefined));
    expect(desk.state().forgotten).toBe("done");
    await desk.handlers.chooseSampleOrganisation();
    expect(existsSync(join(folder(), "settings.json"))).toBe(true);
    await desk.close();
  });

  test("is tried again by the next start, which says so too", async () => {
    const desk = await openFull();
    mkdirSync(obstacle(), { recursive: true });
    await desk.handlers.forgetEverything();
    await desk.close();
    const next = await open();
    expect(next.state()).toMatchObject({ forgotten: "incomplete", organisations: [] });
    await next.close();
    rmSync(obstacle(), { recursive: true });
    const last = await open();
    expect(last.state().forgotten).toBe("done");
    expect(files()).toEqual(["logs"]);
    await last.close();
  });
});
