import { expect, test } from "vitest";

import { systemClock } from "../../../main/base/clock.ts";
import type { Network, NetworkRequest } from "../../../main/base/network.ts";
import { hastyClock } from "../../fakes/hasty-clock.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";
import { openApp } from "./open-app.ts";
import { temporaryFolder } from "../../fakes/temporary-folder.ts";

const sandbox = runningSandbox();
const folder = temporaryFolder("expect-press-");

const minutes = 60_000;

/** An app that made a meeting, a while ago; `opened` is what it asked for nothing since. */
async function openDesk() {
  const opened: NetworkRequest[] = [];
  const time = { ahead: 0 };
  const clock = { ...hastyClock, now: () => systemClock.now() + time.ahead };
  const network =
    (usual: Network): Network =>
    (request) => {
      if (request.method === "OPTIONS") opened.push(request);
      return usual(request);
    };
  const desk = await openApp(sandbox(), { folder: folder(), isChosen: true, clock, network });
  await desk.handlers.changeSettings({ keepLinkReady: false, askBeforeSecond: false });
  await desk.signIn();
  await desk.handlers.meetNow({ again: false });
  await expect.poll(() => desk.state().creation.kind).toBe("created");
  desk.popupTurned(false);
  time.ahead += 10 * minutes;
  opened.length = 0;
  return { ...desk, opened, time };
}
type Desk = Awaited<ReturnType<typeof openDesk>>;

test.each<[string, (desk: Desk) => void]>([
  ["the popup opens", (desk) => desk.popupTurned(true)],
  ["the mouse comes over the icon", (desk) => desk.expectPress()],
])("the way to Microsoft is opened when %s, and no token goes with it", async (_when, happen) => {
  const desk = await openDesk();
  happen(desk);
  const { graphBaseUrl } = sandbox().descriptor;
  expect(desk.opened).toEqual([{ method: "OPTIONS", url: `${graphBaseUrl}/`, headers: {} }]);
  await desk.close();
});

test("after sleep it is opened, or what was waiting opened it already", async () => {
  const desk = await openDesk();
  sandbox().forgetRequests();
  desk.wake();
  expect(desk.opened.length + sandbox().requests().length).toBeGreaterThan(0);
  await desk.close();
});

test("not while the computer is offline", async () => {
  const desk = await openDesk();
  desk.computer.setOnline(false);
  desk.popupTurned(true);
  expect(desk.opened).toEqual([]);
  desk.computer.setOnline(true);
  desk.expectPress();
  expect(desk.opened).toHaveLength(1);
  await desk.close();
});

test("not before the moment that Microsoft named", async () => {
  const desk = await openDesk();
  sandbox().faults.add({
    kind: "status",
    on: "createOrGet",
    status: 429,
    retryAfter: "1800",
    times: "always",
  });
  await desk.handlers.meetNow({ again: true });
  await expect.poll(() => desk.state().creation.kind).toBe("failed");
  desk.time.ahead += 10 * minutes;
  desk.expectPress();
  expect(desk.opened).toEqual([]);
  desk.time.ahead += 21 * minutes;
  desk.expectPress();
  expect(desk.opened).toHaveLength(1);
  await desk.close();
});

test("not when nobody is signed in", async () => {
  const desk = await openDesk();
  const [known] = desk.state().accounts;
  await desk.handlers.signOut({ accountId: known?.account.id ?? "", atMicrosoft: false });
  desk.time.ahead += 10 * minutes;
  desk.popupTurned(true);
  expect(desk.opened).toEqual([]);
  await desk.close();
});
