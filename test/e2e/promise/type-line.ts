import type { Page } from "@playwright/test";

import { expect } from "../desk.ts";

export const lineField = (page: Page) => page.getByLabel("New meeting in one line");

/** Typed on Home, where nothing else takes it; then its reading stands below it, part by part. */
export async function typeLine(
  page: Page,
  line: string,
  reading: readonly (string | RegExp)[],
): Promise<void> {
  await page.keyboard.type(line);
  await expect(lineField(page)).toHaveValue(line);
  await expect(lineField(page)).toBeFocused();
  await expect(page.locator("[data-reading] > li")).toHaveText([...reading]);
}
