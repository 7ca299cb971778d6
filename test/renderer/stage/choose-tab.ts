import { expect, type Page } from "@playwright/test";

/** Again where what came above it just then, as the next meeting does, moved it from under the pointer. */
export async function chooseTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole("tab", { name });
  await expect(async () => {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true", { timeout: 1_000 });
  }).toPass();
}
