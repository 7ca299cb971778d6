import { test as base, type TestInfo } from "@playwright/test";

import type { Sandbox } from "../sandbox/sandbox.ts";
import { keepEvidence } from "./evidence.ts";
import { type Desk, openDesk } from "./open-desk.ts";
import { clearSeat, type Seat, type SharedDesk, shareDesk } from "./seat.ts";
import { renewTrace } from "./trace.ts";

interface Fixtures {
  /** For what a start, an end or the first time is about. */
  readonly desk: Desk;
  /** A place at an app that runs, with Megan signed in and nothing made yet. */
  readonly seat: Seat;
  /** The same app, with nobody signed in. */
  readonly lobby: Seat;
}

export const test = base.extend<Fixtures, { shared: SharedDesk }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
  desk: async ({}, use, testInfo) => {
    const desk = await openDesk();
    await watched(desk, testInfo, () => use(desk));
    await desk.leave();
  },
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
    async ({}, use) => {
      const shared = await shareDesk();
      await use(shared);
      await shared.leave();
    },
    { scope: "worker" },
  ],
  seat: async ({ shared }, use, testInfo) => {
    await watched(shared.desk, testInfo, async () => {
      await renewTrace(shared.app);
      await use(await clearSeat(shared, "megan"));
    });
  },
  lobby: async ({ shared }, use, testInfo) => {
    await watched(shared.desk, testInfo, async () => {
      await renewTrace(shared.app);
      await use(await clearSeat(shared, "nobody"));
    });
  },
});

/** Whatever fails, in the test or before it, leaves what one needs to understand it. */
async function watched(desk: Desk, testInfo: TestInfo, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await keepEvidence(desk, testInfo);
    throw error;
  }
  if (testInfo.status !== testInfo.expectedStatus) await keepEvidence(desk, testInfo);
}

export const { expect } = base;

/** Graph calls that make or find a meeting. */
export const creations = (sandbox: Sandbox) =>
  sandbox.requests().filter((request) => request.operation === "createOrGet");
