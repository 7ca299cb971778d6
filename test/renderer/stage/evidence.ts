import { writeFile } from "node:fs/promises";

import type { Page, TestInfo } from "@playwright/test";

import type { Asked } from "./page-bridge.ts";

export interface Witness {
  readonly page: Page;
  readonly problems: readonly string[];
  readonly asked: readonly Asked[];
}

/**
 * What one needs to understand a failure elsewhere: how it looked, what was there, and what was asked. A trace
 * would say more, but costs each check that passes a fifth of its time.
 */
export async function keepEvidence(
  testInfo: TestInfo,
  witnesses: readonly Witness[],
): Promise<void> {
  for (const [at, { page, problems, asked }] of witnesses.entries()) {
    const pathOf = (end: string) => testInfo.outputPath(`page-${at + 1}.${end}`);
    await page.screenshot({ path: pathOf("png") });
    await writeFile(pathOf("html"), await page.content());
    const requests = { url: page.url(), problems, asked };
    await writeFile(pathOf("json"), JSON.stringify(requests, null, 2));
    testInfo.attachments.push(
      { name: "how it looked", path: pathOf("png"), contentType: "image/png" },
      { name: "what was there", path: pathOf("html"), contentType: "text/html" },
      { name: "what was asked", path: pathOf("json"), contentType: "application/json" },
    );
  }
}
