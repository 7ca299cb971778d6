import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, describe, expect, test } from "vitest";

import { ok } from "../../../main/contract/errors.ts";
import { hastyClock } from "../../fakes/hasty-clock.ts";
import { findLeaks } from "../../tour/canary.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";
import { openApp, type OpenAppOptions, openFullApp } from "./open-app.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";

const sandbox = runningSandbox();
const folder = temporaryFolder("forget-");
beforeEach(() => sandbox().forgetRequests());

const open = (options: Partial<OpenAppOptions> = {}) =>
  openApp(sandbox(), { folder: folder(), ...options });
const openFull = (options: Partial<OpenAppOptions> = {}, keepLinkReady = false) =>
  openFullApp(sandbox(), { folder: folder(), ...options }, keepLinkReady);
const files = () => readdirSync(folder()).toSorted();

/** Those that still exist, of those made since this test began. */
function sinceNow() {
  const before = new Set(
    sandbox()
      .meetings()
      .map(({ id }) => id),
  );
  const mine = () =>
    sandbox()
      .meetings()
      .filter(({ id }) => !before.has(id));
  return { mine, alive: () => mine().filter(({ deletedAt }) => deletedAt === null) };
}

describe("forgetting everything", () => {
  test("leaves no file, and the state of a first start", async () => {
    const empty = mkdtempSync(join(tmpdir(), "fresh-"));
    const fresh = await openApp(sandbox(), { folder: empty });
    const desk = await openFull();
    const secrets = desk.state().recent.map(({ joinUrl }) => ({ kind: "link", value: joinUrl }));
    expect(secrets).toHaveLength(2);
    expect(files()).toEqual(expect.arrayContaining(["history-lines.json", "settings.json"]));
    expect(await desk.handlers.forgetEverything()).toEqual(ok(undefined));
    expect(files()).toEqual([]);
    const { revision } = desk.state();
    expect(desk.state()).toEqual({ ...fresh.state(), revision, forgotten: "done" });
    const published = JSON.stringify(desk.state());
    for (const { value } of secrets) expect(published).not.toContain(value);
    await fresh.close();
    await desk.close();
    rmSync(empty, { recursive: true });
  });

  test("ends the links kept ready at Microsoft; meetings that were made stay", async () => {
    const { mine, alive } = sinceNow();
    const desk = await openFull({}, true);
    await expect.poll(() => mine().length).toBe(4);
    const made = desk.state().recent.map(({ joinUrl }) => joinUrl);
    await expect.poll(() => desk.state().linkReady).toBe(true);
    await desk.handlers.forgetEverything();
    expect(
      alive()
        .map(({ joinWebUrl }) => joinWebUrl)
        .toSorted(),
    ).toEqual(made.toSorted());
    await desk.close();
  });

  test("ends what is just being made, and what is just being cancelled", async () => {
    const { mine, alive } = sinceNow();
    const desk = await openFull();
    const [first] = desk.state().recent;
    await desk.handlers.cancelMeeting({ id: first?.id ?? "" });
    sandbox().faults.add({ kind: "delay", on: "createOrGet", afterMilliseconds: 300 });
    const before = mine().length;
    const press = desk.handlers.meetNow({ again: true });
    await expect.poll(() => mine().length).toBe(before + 1);
    expect(await desk.handlers.forgetEverything()).toEqual(ok(undefined));
    expect(await press).toMatchObject({ error: { kind: "cancelled" } });
    expect(alive()).toHaveLength(1);
    expect(desk.state().creation).toEqual({ kind: "idle" });
    await desk.close();
  });

  test("is told until somebody begins anew, who then has an app like any other", async () => {
    const desk = await openFull();
    await desk.handlers.forgetEverything();
    expect(desk.words()("tray.menu.quit")).toMatch(/^Quit/u);
    await desk.handlers.chooseSampleOrganisation();
    expect(desk.state().forgotten).toBeNull();
    await desk.signIn({ persona: "megan" });
    expect(desk.state()).toMatchObject({ session: { kind: "signed-in" }, recent: [], room: null });
    expect((await desk.handlers.meetNow({ again: false })).ok).toBe(true);
    expect(desk.state().recent).toHaveLength(1);
    await desk.close();
    const again = await open();
    expect(again.state()).toMatchObject({ session: { kind: "signed-in" }, forgotten: null });
    expect(again.state().recent).toHaveLength(1);
    await again.close();
  });

  test("with an organisation that is plugged in, that one is there at once", async () => {
    const desk = await open({ isChosen: true });
    await desk.signIn({ persona: "megan" });
    await desk.handlers.forgetEverything();
    const session = { kind: "signed-out", error: null };
    expect(desk.state()).toMatchObject({ organisations: [{ id: "sample" }], session });
    expect(desk.state().forgotten).toBe("done");
    await desk.signIn({ persona: "alex" });
    expect(desk.state().forgotten).toBeNull();
    await desk.close();
  });

  test("asked for twice at once is done once", async () => {
    const desk = await openFull();
    const both = [desk.handlers.forgetEverything(), desk.handlers.forgetEverything()];
    expect(await Promise.all(both)).toEqual([ok(undefined), ok(undefined)]);
    expect(desk.platform.lines.filter((line) => line.startsWith("forgotten"))).toHaveLength(1);
    await desk.close();
  });

  test("ends a sign-in that waits: whoever finishes it is not admitted", async () => {
    const desk = await open();
    await desk.handlers.chooseSampleOrganisation();
    const signingIn = desk.signIn({ stopAt: "sign-in-page" });
    await expect.poll(() => desk.state().signIn.kind).toBe("browser");
    await desk.handlers.forgetEverything();
    expect(await signingIn).toMatchObject({ error: { kind: "cancelled" } });
    expect(desk.state()).toMatchObject({ signIn: { kind: "idle" }, accounts: [] });
    await desk.close();
  });
});

test("an answer that comes after all patience writes nothing and changes nothing", async () => {
  const gate = Promise.withResolvers<void>();
  let isHeld = false;
  let late = 0;
  const desk = await openFull({
    clock: hastyClock,
    network: (usual) => async (request) => {
      const answer = await usual(request);
      if (!isHeld) return answer;
      late += 1;
      await gate.promise;
      return answer;
    },
  });
  sandbox().expireAccessTokens();
  isHeld = true;
  const press = desk.handlers.meetNow({ again: true });
  await expect.poll(() => late).toBeGreaterThan(0);
  expect(await desk.handlers.forgetEverything()).toEqual(ok(undefined));
  const state = desk.state();
  isHeld = false;
  gate.resolve();
  expect((await press).ok).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(files()).toEqual([]);
  expect(desk.state()).toBe(state);
  await desk.close();
});

describe("a start after a kill in the middle of it", () => {
  const marker = JSON.stringify({ document: { version: 1 } });

  test("goes on before anything of it is read, however far it had come", async () => {
    const desk = await openFull();
    await desk.close();
    const kept = files().map((name) => [name, readFileSync(join(folder(), name))] as const);
    for (let deleted = 0; deleted <= kept.length; deleted += 1) {
      for (const [name, bytes] of kept.slice(deleted)) writeFileSync(join(folder(), name), bytes);
      writeFileSync(join(folder(), "forgetting.json"), marker);
      const next = await open();
      expect(next.state()).toMatchObject({
        forgotten: "done",
        organisations: [],
        accounts: [],
        recent: [],
        settings: { theme: "system" },
      });
      expect(files(), `${deleted} deleted before`).toEqual([]);
      await next.close();
    }
    const secrets = sandbox().secrets();
    expect(findLeaks(folder(), "", secrets)).toEqual([]);
  });
});
