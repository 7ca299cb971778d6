import { expect, test } from "vitest";

import { languages } from "../../../main/contract/languages.ts";
import { createWords } from "../../../main/base/words.ts";
import type { Network } from "../../../main/base/network.ts";
import { errorNotice } from "../../../main/shell/notices.ts";
import { hastyClock } from "../../fakes/hasty-clock.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";
import { openApp } from "./open-app.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";

const sandbox = runningSandbox();
const folder = temporaryFolder("refused-");

const meetNow = { name: "meetNow", input: { again: false } } as const;
/** The way to Microsoft, which can be cut. */
function aLine() {
  const line = { isCut: false };
  const through =
    (usual: Network): Network =>
    async (request) =>
      line.isCut ? { ok: false, failure: "offline", mayHaveArrived: false } : usual(request);
  return { line, through };
}

test("what a door is refused is told once, and by one way only", async () => {
  const desk = await openApp(sandbox(), { folder: folder(), isChosen: true, clock: hastyClock });
  await desk.ask("shortcut", meetNow);
  // Nobody is signed in: the popup shows it.
  expect([desk.windows.showPopup, desk.refused]).toEqual([1, []]);
  await desk.signIn();
  await desk.ask("notification", { name: "joinUpcoming", input: { id: "gone" } });
  await desk.ask("tray", { name: "openMeeting", input: { id: "gone", where: "teams" } });
  await desk.ask("tray", { name: "copyLatest" });
  expect(desk.refused.map(({ kind }) => kind)).toEqual(Array(3).fill("unknown-meeting"));
  expect(desk.windows.showPopup).toBe(1);
  await desk.close();
});

test("a press that fails is said by the card's own notification alone, and so is a room", async () => {
  const { line, through } = aLine();
  const settings = { folder: folder(), isChosen: true, clock: hastyClock, network: through };
  const desk = await openApp(sandbox(), settings);
  await desk.handlers.changeSettings({ keepLinkReady: false });
  await desk.signIn();
  line.isCut = true;
  for (const call of [meetNow, { name: "copyRoom" }] as const) {
    await desk.ask("commandLine", call);
    expect(desk.state().creation).toMatchObject({ kind: "failed", error: { kind: "offline" } });
  }
  expect([desk.windows.showPopup, desk.refused]).toEqual([0, []]);
  await desk.close();
});

test.each(languages)("in $tag it is said with its title and its sentence", async ({ tag }) => {
  const words = await createWords(tag);
  const error = { kind: "unexpected", reference: "4f1a", trace: null } as const;
  const { title, body, click } = errorNotice(error, words);
  expect(title).not.toContain("error.");
  expect(body).toContain("4f1a");
  expect(click).toEqual({ name: "openPopup" });
});
