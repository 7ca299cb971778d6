import { writeFileSync } from "node:fs";
import { join } from "node:path";

import fc from "fast-check";
import * as v from "valibot";

import { namesAt, requests } from "../../main/contract/requests/vocabulary.ts";
import type { WindowRequest } from "../../main/contract/ipc.ts";
import { launchApp } from "../e2e/launch.ts";
import type { Figures } from "../figures.ts";
import { startSandbox } from "../sandbox/sandbox.ts";

const windowRequests = namesAt("window");

type Message = readonly [name: WindowRequest, input: unknown];

/** Whole requests with one thing wrong come closest to being let through. */
const nearMisses = [
  { id: "x".repeat(101) },
  { id: ["m"] },
  { id: "m", url: "https://evil.example" },
  { view: "home", extra: 1 },
  { of: "session", path: "/etc/passwd" },
  { theme: "dark", sampleAvailable: true },
  { defaultDurationMinutes: -1 },
  { defaultDurationMinutes: 1e9 },
  { language: "../../x" },
  { clientId: 1, tenant: "x", cloud: "global" },
  { clientId: "x", tenant: "x", cloud: "global", authority: "https://evil.example" },
  { subject: "x".repeat(2_000), startDate: "2026-11-24" },
  JSON.parse('{"__proto__":{"id":"m"}}'),
  "https://evil.example",
  [],
  0,
];

/** A few for each request: what its bucket holds, and gets back in a minute. */
const atOnce = 4 * windowRequests.length;

function messages(count: number, seed: number): Message[] {
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(...nearMisses), fc.string());
  const values = fc.sample(anything, { numRuns: count * 2, seed });
  const wrong: Message[] = [];
  for (const [index, value] of values.entries()) {
    const name = windowRequests[index % windowRequests.length];
    if (name && !v.safeParse(requests[name].input, value).success) wrong.push([name, value]);
    if (wrong.length === count) break;
  }
  return wrong;
}

interface Outcome {
  refused: number;
  let_through: string[];
  threw: number;
}

/** Runs in the page: sends each message and looks at the answer. */
async function send(list: readonly Message[]): Promise<Outcome> {
  const outcome: Outcome = { refused: 0, let_through: [], threw: 0 };
  for (const [name, input] of list) {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the point is to send what the types forbid
      const call = Reflect.get(window.app, name) as (value: unknown) => Promise<{
        ok: boolean;
        error?: { kind: string };
      }>;
      const answer = await call(input);
      if (!answer.ok && answer.error?.kind === "unexpected") outcome.refused += 1;
      else outcome.let_through.push(name);
    } catch {
      outcome.threw += 1;
    }
  }
  return outcome;
}

/** Values no JSON can carry, made in the page itself. */
async function sendExotic(names: readonly string[]): Promise<Outcome> {
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  const exotic: unknown[] = [
    new Map([["id", "m"]]),
    new Set([1]),
    new Date(0),
    10n,
    Number.NaN,
    new Uint8Array(64),
    () => "m",
    Symbol("m"),
    cyclic,
    new Proxy({}, {}),
    {
      get id() {
        return "m";
      },
      toString: () => "m",
    },
    document.body,
  ];
  const outcome: Outcome = { refused: 0, let_through: [], threw: 0 };
  for (const name of names)
    for (const value of exotic) {
      try {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the point is to send what the types forbid
        const call = Reflect.get(window.app, name) as (value: unknown) => Promise<{ ok: boolean }>;
        const answer = await call(value);
        if (answer.ok) outcome.let_through.push(name);
        else outcome.refused += 1;
      } catch {
        outcome.threw += 1;
      }
    }
  return outcome;
}

/** Every request of the contract, with everything it does not take, and from a window it does not know. */
export async function fuzzIpc(figures: Figures, seed: number, count: number, folder: string) {
  const sandbox = await startSandbox();
  const descriptor = join(folder, "fuzz-organisation.json");
  writeFileSync(descriptor, JSON.stringify(sandbox.descriptor));
  const env = { QUICK_MEETING_ORGANISATION: descriptor };
  const app = await launchApp({ userData: join(folder, "fuzz"), env });
  const page = await app.popup();
  const before = JSON.stringify(await page.evaluate(() => window.app.getState()));

  const total: Outcome = { refused: 0, let_through: [], threw: 0 };
  const list = messages(count, seed);
  for (let at = 0; at < list.length; at += atOnce) {
    const part = await page.evaluate(send, list.slice(at, at + atOnce));
    // Else most of them would be refused unread, because they come too often.
    await app.clock.move(60_000);
    total.refused += part.refused;
    total.threw += part.threw;
    total.let_through.push(...part.let_through);
  }
  // getState takes nothing, so an exotic value that the bridge turns into nothing would be a right call.
  const exotic = await page.evaluate(
    sendExotic,
    windowRequests.filter((name) => name !== "getState"),
  );
  const after = JSON.stringify(await page.evaluate(() => window.app.getState()));

  figures.atLeast("fuzzed IPC messages", list.length, "messages", count);
  figures.exactly("fuzzed IPC messages: refused", total.refused, "messages", list.length);
  figures.exactly("fuzzed IPC messages: let through", total.let_through.length, "messages", 0);
  figures.exactly(
    "IPC values no JSON can carry: let through",
    exotic.let_through.length,
    "messages",
    0,
  );
  figures.exactly(
    "fuzzed IPC messages: effects on the state",
    before === after ? 0 : 1,
    "changes",
    0,
  );
  figures.exactly(
    "fuzzed IPC messages: requests to the organisation",
    sandbox.requests().length,
    "requests",
    0,
  );

  const accepted = await fromStrangeWindow(app);
  figures.exactly("IPC from a window main does not know: accepted", accepted, "messages", 0);
  await app.kill();
  await sandbox.close();
}

/** A window with our preload and our own page, which nobody asked for. */
async function fromStrangeWindow(app: Awaited<ReturnType<typeof launchApp>>): Promise<number> {
  const known = new Set(app.app.windows());
  await app.app.evaluate(async ({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    const preload =
      first && Reflect.get(Reflect.get(first.webContents, "page") ?? {}, "preferences");
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: preload ?? {},
    });
    await stranger.loadURL("app://main/index.html");
  });
  let page = app.app.windows().find((one) => !known.has(one));
  while (!page) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    page = app.app.windows().find((one) => !known.has(one));
  }
  return page.evaluate(async (names) => {
    let ok = 0;
    for (let round = 0; round < 20; round += 1)
      for (const name of names) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every request takes nothing or one value
        const call = Reflect.get(window.app, name) as (value?: unknown) => Promise<{ ok: boolean }>;
        const good = { id: "m", view: "schedule", of: "session" };
        for (const answer of [await call(), await call(good)]) if (answer.ok) ok += 1;
      }
    return ok;
  }, windowRequests);
}
