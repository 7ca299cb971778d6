import { fail, ok } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
import { checkLooks } from "./looks.ts";
import { expect, test } from "./stage.ts";
import { appState } from "./stage-state.ts";
import { type Sight, shows, showsRole } from "./stage/sights.ts";

type Standing = AppState["startAtLogin"];
const refused = fail({ kind: "start-at-login-refused" });
const label = "Start with the computer";

const rows: readonly (readonly [Standing, AppState["platform"], string | null, string])[] = [
  ["on", "linux", null, "on, can be changed"],
  ["off", "linux", "off", "off, can be changed"],
  ["for-everybody", "win32", "for-everybody", "on, cannot be changed"],
  ["needs-approval", "darwin", "needs-approval", "on, can be changed"],
  ["off-in-system", "win32", "off-in-system.windows", "off, cannot be changed"],
  ["off-in-system", "linux", "off-in-system.others", "off, cannot be changed"],
  ["unavailable", "linux", "unavailable", "off, cannot be changed"],
];

for (const [startAtLogin, platform, hint, how] of rows)
  test(`the row where ${platform} says ${startAtLogin}: ${how}`, async ({ open }) => {
    const state: Partial<AppState> = { startAtLogin, platform };
    const viewport = { width: 760, height: 1_100 };
    const stage = await open({ state: appState(state), window: "settings", viewport });
    const { page } = stage;
    await page.getByRole("tab", { name: "General" }).click();
    const row = page.getByRole("switch", { name: label });
    await expect(row).toBeChecked({ checked: how.startsWith("on") });
    await expect(row).toBeEnabled({ enabled: how.endsWith("can be changed") });
    const sees: readonly Sight[] = [
      showsRole("switch", "settings.startAtLogin"),
      ...(hint === null ? [] : [shows(`settings.startAtLoginHints.${hint}`)]),
    ];
    await checkLooks(`start-at-login-${startAtLogin}-${platform}`, stage, state, sees);
  });

test("the row asks the system by keyboard, and says why it did not want to", async ({ open }) => {
  const { page, asked } = await open({
    state: appState({ startAtLogin: "off" }),
    window: "settings",
    answers: { setStartAtLogin: refused },
  });
  await page.getByRole("tab", { name: "General" }).click();
  const row = page.getByRole("switch", { name: label });
  await row.press(" ");
  await expect(
    page.getByText(/^Your system didn.t change it\. Look in its own/u).first(),
  ).toBeVisible();
  await expect(row).not.toBeChecked();
  expect((await asked()).filter(({ name }) => name === "setStartAtLogin")).toEqual([
    { name: "setStartAtLogin", input: { isOn: true } },
  ]);
});

const offered = { startAtLogin: "off" } as const;

test("the offer: accessible, nothing cut off", async ({ open }) => {
  const stage = await open({ state: appState(offered) });
  await checkLooks("login-offer", stage, offered, [shows("loginOffer.title")]);
});

for (const [button, request] of [
  ["Start with it", { name: "setStartAtLogin", input: { isOn: true } }],
  ["No, thanks", { name: "changeSettings", input: { offerStartAtLogin: false } }],
] as const)
  test(`the offer is answered with "${button}", and the next press is at hand`, async ({
    open,
  }) => {
    const { page, asked } = await open({
      state: appState(offered),
      answers: { setStartAtLogin: ok(undefined) },
    });
    await page.getByRole("button", { name: button }).press("Enter");
    await expect(page.getByRole("button", { name: /^Meet now/u })).toBeFocused();
    expect((await asked()).filter(({ name }) => name === request.name)).toEqual([request]);
  });

test("the offer stays where the system did not want to, and says so", async ({ open }) => {
  const { page } = await open({ state: appState(offered), answers: { setStartAtLogin: refused } });
  await page.getByRole("button", { name: "Start with it" }).click();
  await expect(page.getByText(/Your system didn.t change it/u).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "No, thanks" })).toBeVisible();
});

const { settings, ...signedIn } = appState();
const unasked: Readonly<Record<string, Partial<AppState>>> = {
  "to somebody who answered": { ...offered, settings: { ...settings, offerStartAtLogin: false } },
  "where it is on": { startAtLogin: "on" },
  "where the person switched it off": { startAtLogin: "off-in-system" },
  "where it cannot be had": { startAtLogin: "unavailable" },
};
for (const [when, state] of Object.entries(unasked))
  test(`nothing is offered ${when}`, async ({ open }) => {
    const { page } = await open({ state: appState({ ...signedIn, ...state }) });
    await expect(page.getByRole("button", { name: /^Meet now/u })).toBeVisible();
    await expect(page.getByText("Start with the computer?")).toBeHidden();
  });
