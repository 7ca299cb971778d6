import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

import type { TestInfo } from "@playwright/test";

import { findChromium } from "../chromium.ts";
import type { RunningApp } from "./launch.ts";
import { type Desk, zone } from "./open-desk.ts";
import { saveTrace } from "./trace.ts";

/**
 * What one needs to understand a test that failed, beside the report and named in it: pictures, traces,
 * what each app said and logged, what the sample organisation was asked and made, and the circumstances.
 */
export async function keepEvidence(desk: Desk, testInfo: TestInfo): Promise<void> {
  const keep = (name: string, write: (path: string) => unknown) => attach(testInfo, name, write);
  for (const [index, app] of desk.apps.entries()) await keepApp(app, `app-${index + 1}`, keep);
  for (const name of readdirSync(desk.folder).filter((file) => file.endsWith(".zip")))
    await keep(name, (path) => cpSync(join(desk.folder, name), path));
  const logs = join(desk.userData, "logs");
  if (existsSync(logs))
    for (const name of readdirSync(logs))
      await keep(name, (path) => cpSync(join(logs, name), path));
  const { sandbox } = desk;
  const asked = { requests: sandbox.requests(), faults: sandbox.faults.pending() };
  const made = { meetings: sandbox.meetings(), events: sandbox.events() };
  await keep("organisation.json", (path) => writeJson(path, { ...asked, ...made }));
  await keep("circumstances.json", (path) => writeJson(path, circumstances(desk)));
}

type Keep = (name: string, write: (path: string) => unknown) => Promise<void>;

async function keepApp(app: RunningApp, name: string, keep: Keep): Promise<void> {
  await keep(`${name}.txt`, (path) => writeFileSync(path, app.output()));
  if (!app.isRunning()) return;
  for (const [index, page] of app.app.windows().entries())
    await keep(`${name}-window-${index + 1}.png`, (path) => page.screenshot({ path }));
  await keep(`${name}-trace.zip`, (path) => saveTrace(app, path));
}

/** One thing that cannot be had must not cost the others. */
async function attach(
  testInfo: TestInfo,
  name: string,
  write: (path: string) => unknown,
): Promise<void> {
  const path = testInfo.outputPath(name);
  try {
    await write(path);
    testInfo.attachments.push({ name, path, contentType: contentTypeOf(name) });
  } catch (error) {
    process.stderr.write(`No ${name}: ${String(error)}\n`);
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  png: "image/png",
  zip: "application/zip",
};

const contentTypeOf = (name: string): string =>
  contentTypes[name.split(".").at(-1) ?? ""] ?? "text/plain";

const writeJson = (path: string, value: unknown): void =>
  writeFileSync(path, JSON.stringify(value, null, 2));

/** Nothing here is drawn by lot: what is not in the test is in these. */
const circumstances = ({ apps }: Desk) => ({
  at: new Date().toISOString(),
  zoneOfTheApp: zone,
  zoneOfTheTest: Intl.DateTimeFormat().resolvedOptions().timeZone,
  host: apps.at(-1)?.host,
  chromium: findChromium().path,
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  load: loadavg(),
});
