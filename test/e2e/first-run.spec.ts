import { expect, type Page, test } from "@playwright/test";

import { findVisibleChromium } from "../chromium.ts";
import { missingForScreen, openScreen, type Screen } from "./screen.ts";
import { openWorkshop } from "./workshop.ts";

test.skip(process.platform !== "linux", "a screen of one's own is only to be had there");
const missing = [...missingForScreen(), ...(findVisibleChromium() === null ? ["chromium"] : [])];
test.skip(missing.length > 0, `not on this machine: ${missing.join(", ")}`);

/** `npm start` on a screen, from the first run to a link that another program pastes. */
async function firstRun(press: (screen: Screen) => Screen["click"]): Promise<void> {
  const screen = await openScreen();
  const workshop = openWorkshop("test/start.ts", screen.env);
  try {
    await expect.poll(workshop.output).toContain("Quick Meeting is open");
    const browser = await workshop.browser();
    const pages = () => browser.contexts().flatMap((one) => one.pages());
    const pageTitled = async (title: RegExp): Promise<Page> => {
      let found: Page | undefined;
      const look = async () => {
        for (const page of pages()) if (title.test(await page.title())) found = page;
        return found !== undefined;
      };
      await expect.poll(look).toBe(true);
      if (!found) throw new Error(`Nothing is titled ${title}`);
      return found;
    };
    const app = await pageTitled(/^Quick Meeting/u);
    const doIt = press(screen);
    await doIt(app, app.getByRole("button", { name: "Try the sample organisation" }));
    await doIt(app, app.getByRole("button", { name: "Sign in", exact: true }));
    const signIn = await pageTitled(/^Pick an account/u);
    await doIt(signIn, signIn.getByRole("button").first());
    await doIt(app, app.getByRole("button", { name: /^Meet now/u }));
    await expect(app.getByRole("heading", { name: "Link copied" })).toBeVisible();
    expect(screen.pasted()).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//u);
  } finally {
    await workshop.leave();
    await screen.leave();
  }
}

test("the first run, by mouse, ends with a link that another program pastes @stand-in", async () => {
  await firstRun((screen) => screen.click);
});

test("the first run, by keyboard, ends with a link that another program pastes @stand-in", async () => {
  await firstRun((screen) => screen.reachAndPress);
});
