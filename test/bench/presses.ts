import type { Page } from "@playwright/test";

import type { SettingsChange } from "../../main/contract/settings.ts";
import type { RunningApp } from "../e2e/launch.ts";
import { byHand } from "../e2e/person.ts";
import type { RemoteSandbox } from "../sandbox/control/remote.ts";

export const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export async function changeSettings(page: Page, change: SettingsChange): Promise<void> {
  await byHand(page);
  const saved = await page.evaluate((input) => window.app.changeSettings(input), change);
  if (!saved.ok) throw new Error(saved.error.kind);
}

/** In milliseconds, each press waiting for Graph. The first rounds warm the connection up. */
export async function pressesWithout(
  app: RunningApp,
  sandbox: RemoteSandbox,
  delayMilliseconds: number,
  rounds: number,
): Promise<number[]> {
  await delayGraph(sandbox, delayMilliseconds);
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    const milliseconds = await press(app);
    if (round >= 3) times.push(milliseconds);
    await dismiss(app);
  }
  await sandbox.faults.clear();
  return times;
}

/** In milliseconds, each press with a link that waits; "offline" loses every connection meanwhile. */
export async function pressesWithReadyLink(
  app: RunningApp,
  sandbox: RemoteSandbox,
  delay: number | "offline",
  rounds: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 3; round += 1) {
    await sandbox.faults.clear();
    if (typeof delay === "number") await delayGraph(sandbox, delay);
    await linkReady(app);
    if (delay === "offline")
      await sandbox.faults.add({ kind: "reset", on: "everything", times: "always" });
    const milliseconds = await press(app);
    if (round >= 3) times.push(milliseconds);
    await sandbox.faults.clear();
    await dismiss(app);
  }
  return times;
}

export async function delayGraph(
  sandbox: RemoteSandbox,
  beforeMilliseconds: number,
): Promise<void> {
  await sandbox.faults.clear();
  if (beforeMilliseconds > 0)
    await sandbox.faults.add({ kind: "delay", on: "graph", times: "always", beforeMilliseconds });
}

async function linkReady(app: RunningApp): Promise<void> {
  const page = await app.popup();
  for (let tries = 0; tries < 200; tries += 1) {
    const isReady = await page.evaluate(async () => {
      const answer = await window.app.getState();
      return answer.ok && answer.value.linkReady;
    });
    if (isReady) return;
    // No page asks more often than that for long.
    await pause(200);
  }
  throw new Error("no link came ready");
}

async function dismiss(app: RunningApp): Promise<void> {
  const page = await app.popup();
  await page.getByRole("heading", { name: "Link copied" }).waitFor();
  await page.evaluate(() => window.app.dismissCreation());
}

/** Pressed in the tray menu, inside the main process, until the link is on the clipboard there. */
const press = (app: RunningApp): Promise<number> =>
  app.app.evaluate(async ({ clipboard }) => {
    clipboard.clear();
    const write = clipboard.writeText;
    const copied = new Promise<number>((resolve) => {
      Object.assign(clipboard, {
        async writeText(text: string) {
          await write.call(clipboard, text);
          Object.assign(clipboard, { writeText: write });
          resolve(performance.now());
        },
      });
    });
    const item = globalThis.__probe.trays
      .at(-1)
      ?.menu?.items.find((one) => one.label === "Meet now");
    const startedAt = performance.now();
    item?.click();
    return (await copied) - startedAt;
  });
