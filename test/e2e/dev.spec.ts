import { expect, test } from "@playwright/test";

import { openWorkshop } from "./workshop.ts";

test("npm run dev shows a page that was changed, and leaves main running @stand-in", async () => {
  test.skip(process.platform === "win32", "a group of processes is ended by a signal");
  const workshop = openWorkshop("test/dev.ts", { STANDIN_HEADLESS: "1" });
  try {
    await expect.poll(workshop.output).toContain("Quick Meeting is open");
    const page = await workshop.page();
    const heading = page.getByRole("heading").first();
    await expect(heading).toBeVisible();
    workshop.change("renderer/i18n/en.json", await heading.innerText(), "Words of the workshop");
    await expect(page.getByRole("heading", { name: "Words of the workshop" })).toBeVisible();
    expect(workshop.output()).toContain("Built: renderer");
    expect(workshop.output()).not.toContain("Built: main");
    expect(workshop.output()).toContain("the app opens in the stand-in");
  } finally {
    await workshop.leave();
  }
});
