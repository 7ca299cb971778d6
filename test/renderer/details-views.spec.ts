import type { Page } from "@playwright/test";

import { fail } from "../../main/contract/errors.ts";
import type { AppState } from "../../main/contract/state.ts";
import { checkLooks } from "./looks.ts";
import { expect, type StageOptions, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";
import { showsData, type Sight, shows, showsRole } from "./stage/sights.ts";

const gone = fail({ kind: "meeting-gone", trace: null });
const one = { count: 1 };
const whole = meeting({
  subject: "Fabrikam contract call",
  dialIn: { number: "+49 69 5550 0110", conferenceId: "902118447", moreNumbersUrl: null },
  lobby: "organization",
  expiresAt: mockNow + 60 * 86_400_000,
  hasOptionsPage: true,
  differences: [{ option: "lobby", asked: "everyone", got: "organization" }],
});
const details = (changes: Partial<AppState> = {}): Partial<AppState> => ({
  view: "details",
  detailsOf: "m-1",
  recent: [whole],
  ...changes,
});

interface Screen {
  readonly state: Partial<AppState>;
  readonly sees: readonly Sight[];
  readonly answers?: NonNullable<StageOptions["answers"]>;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const joining = (text: string, ...sees: readonly Sight[]): Screen => ({
  state: { view: "join" },
  sees,
  prepare: (page) => page.locator("#join-text").fill(text),
});

const screens: Readonly<Record<string, Screen>> = {
  details: { state: details(), sees: [shows("details.organiser"), shows("created.differs", one)] },
  "details-plain": {
    state: details({ recent: [meeting({ meetingId: null, isSettling: true })] }),
    sees: [shows("created.settling")],
  },
  "details-gone": {
    state: details({ recent: [{ ...whole, isGone: true }] }),
    sees: [shows("copyAs.why.gone")],
  },
  "details-leaving": {
    state: details({ leaving: [{ id: "m-1", endsAt: mockNow + 8_000 }] }),
    sees: [shows("home.cancelled")],
  },
  "details-unknown": { state: details({ recent: [] }), sees: [shows("details.unknown")] },
  "details-menu": {
    state: details(),
    sees: [showsRole("menuitem", "menu.share")],
    prepare: (page) => page.getByRole("button", { name: /^More for/u }).press("Enter"),
  },
  "details-rename": {
    state: details(),
    sees: [showsRole("button", "details.save"), showsData("no longer exists")],
    answers: { renameMeeting: gone },
    async prepare(page) {
      await page.getByRole("heading", { name: "Fabrikam contract call" }).waitFor();
      await page.keyboard.press("F2");
      await page.getByRole("textbox", { name: "Subject" }).fill("Another subject");
      await page.keyboard.press("Enter");
    },
  },
  "details-qr": {
    state: { recent: [whole] },
    sees: [
      showsRole("dialog", "menu.qrTitle"),
      showsRole("img", "menu.qrNamed", { subject: whole.subject }),
    ],
    async prepare(page) {
      await page.locator("[data-meeting] button").last().press("Enter");
      await page.getByRole("menuitem", { name: "Share" }).press("ArrowRight");
      await page.getByRole("menuitem", { name: "Show QR code" }).press("Enter");
    },
  },
  join: { state: { view: "join" }, sees: [showsRole("heading", "join.title")] },
  "join-read": joining(
    "248 719 335 402 Passcode: Xk4Ru9",
    shows("join.meetingAndPasscode", { id: "248 719 335 402", passcode: "Xk4Ru9" }),
  ),
  "join-not-teams": joining(
    "https://example.org/x",
    shows("join.notTeams", { host: "example.org" }),
  ),
  "join-wrapped": joining(
    "https://protect-eu.mimecast.com/s/abcdef",
    shows("join.wrapped", { by: "Mimecast" }),
  ),
  "join-other-product": joining(
    "Join Zoom Meeting https://us02web.zoom.us/j/83443460156 Meeting ID: 834 4346 0156",
    shows("join.otherProduct", { product: "Zoom" }),
  ),
  "join-incomplete": joining(
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_N2Y",
    shows("join.incomplete"),
  ),
  "join-teams-page": joining(
    "https://teams.microsoft.com/l/chat/0/0?users=adele@contoso.com",
    shows("join.teamsPage"),
  ),
};

for (const [name, { state, sees, answers = {}, prepare }] of Object.entries(screens))
  test(`${name}: accessible, nothing cut off`, async ({ open }) => {
    const stage = await open({ state: appState(state), answers });
    await stage.page.getByRole("button").first().waitFor();
    await prepare?.(stage.page);
    await checkLooks(name, stage, state, sees);
  });

test("hostile text of Graph's is text in the details too", async ({ open }) => {
  const hostile = meeting({
    subject: `<img src=x onerror="document.title='owned'">${"x".repeat(250)}`,
    dialIn: { number: "<b>1</b>", conferenceId: "<i>2</i>", moreNumbersUrl: "javascript:alert(1)" },
    lobby: "<script>3</script>",
  });
  const { page } = await open({ state: appState(details({ recent: [hostile] })) });
  await expect(page.getByText("<b>1</b>")).toBeVisible();
  await expect(page.getByText("<script>3</script>")).toBeVisible();
  expect(await page.locator("img, a[href]").count()).toBe(0);
  expect(await page.title()).not.toBe("owned");
});
