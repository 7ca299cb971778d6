import { expect, type Stage, test } from "./stage.ts";
import { appState, meeting, mockNow } from "./stage-state.ts";

const hour = 3_600_000;
/** Tue 24 Nov, 18:00 in Berlin. */
const evening = Date.parse("2026-11-24T17:00:00Z");
const state = appState({ view: "schedule" });

const inputs = async ({ asked }: Stage, request: string) =>
  (await asked()).filter(({ name }) => name === request).map(({ input }) => input);

test("words become times, in the zone they name; both are told", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.getByLabel("When").fill("tomorrow 9am PT");
  await expect(page.locator("#start-time")).toHaveValue("09:00");
  await expect(page.locator("#end-time")).toHaveValue("10:00");
  await expect(page.locator("#zone")).toHaveValue("(UTC-08:00) Los Angeles");
  const below = page.locator("[data-reading]");
  await expect(below).toContainText("Tue 24 Nov, 09:00 – 10:00, 1 h, Los Angeles");
  await expect(below).toContainText("Tue 24 Nov, 18:00 – 19:00, 1 h, Berlin, this computer");
  await expect(page.getByRole("status").first()).toHaveText(
    "Tuesday 24 November, 09:00 to 10:00, 60 minutes, Los Angeles",
  );
  // Told while it is typed, it describes the field to whoever comes back.
  await page.getByLabel("When").blur();
  await expect(page.getByLabel("When")).toHaveAccessibleDescription(/^Tue 24 Nov/u);
  await page.getByLabel("When").focus();
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => inputs(stage, "schedule"))
    .toEqual([
      expect.objectContaining({
        startDate: "2026-11-24",
        startTime: "09:00",
        timeZone: "America/Los_Angeles",
      }),
    ]);
});

test("below When stands what the fields say, whichever was changed last", async ({ open }) => {
  const { page } = await open({ state });
  const below = page.locator("[data-reading]");
  const date = page.getByRole("combobox", { name: "Date", exact: true });
  await expect(below).toHaveText("Mon 23 Nov, 14:00 – 15:00, 1 h");
  await expect(date).toHaveValue("23/11/2026");
  await page.getByLabel("When").fill("fri 10 for 2 h");
  await expect(below).toHaveText("Fri 27 Nov, 10:00 – 12:00, 2 h");
  await expect(date).toHaveValue("27/11/2026");
  await page.locator("#start-time").fill("16:30");
  await expect(below).toHaveText("Fri 27 Nov, 16:30 – 18:30, 2 h");
  await expect(page.locator("#end-time")).toHaveValue("18:30");
});

test("whoever submits before the words were read gets what the words say", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await stage.held(async () => {
    await page.getByLabel("When").fill("tomorrow 18:00");
    await page.keyboard.press("Control+Enter");
    await expect
      .poll(() => inputs(stage, "schedule"))
      .toEqual([expect.objectContaining({ startDate: "2026-11-24", startTime: "18:00" })]);
  });
});

test("words nobody understands change nothing and are not sent", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.getByLabel("When").fill("asap-ish");
  await page.getByLabel("Subject").press("Control+Enter");
  await expect(page.getByLabel("When")).toBeFocused();
  await expect(page.getByLabel("When")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("[data-reading]")).toHaveText("Try “tomorrow 14:30 for 45 min”.");
  await expect(page.locator("#start-time")).toHaveValue("14:00");
  await stage.settle();
  expect(await inputs(stage, "schedule")).toEqual([]);
  // A time of one's own is the way out.
  await page.getByRole("button", { name: "45 min" }).press("Enter");
  await expect(page.getByLabel("When")).toHaveValue("");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(() => inputs(stage, "schedule"))
    .toEqual([expect.objectContaining({ startTime: "14:00", endTime: "14:45" })]);
});

test("a clock change is asked about below the words", async ({ open }) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.getByLabel("When").fill("31 oct 2027 02:30");
  const group = page.getByRole("group", { name: /happens twice on 31 October/u });
  await group.getByRole("button", { name: "Second 02:30 (UTC+1)" }).press("Enter");
  await expect(page.getByLabel("When")).toBeFocused();
  await expect(page.getByLabel("When")).toHaveValue("");
  await expect(page.locator("#start-time")).toHaveValue("02:30");
  await expect
    .poll(async () => (await inputs(stage, "checkSchedule")).at(-1))
    .toMatchObject({ startDate: "2027-10-31", startOccurrence: "later", endTime: "03:30" });
  await expect(page.locator("[data-reading]")).toHaveText("Sun 31 Oct 2027, 02:30 – 03:30, 1 h");
});

test("a zone is found by its city, stays as it is on the clock, and is what later words mean", async ({
  open,
}) => {
  const stage = await open({ state });
  const { page } = stage;
  await page.locator("#zone").focus();
  await stage.held(() => page.keyboard.type("tok"));
  await page.getByRole("option", { name: /Tokyo/u }).waitFor();
  expect(await inputs(stage, "searchZones")).toEqual([{ text: "tok" }]);
  await page.keyboard.press("Enter");
  await expect(page.locator("#zone")).toHaveValue("(UTC+09:00) Tokyo");
  await expect(page.locator("#start-time")).toHaveValue("14:00");
  await page.getByLabel("When").fill("tomorrow 18:00");
  await expect(page.locator("[data-reading]")).toContainText(
    "Tue 24 Nov, 18:00 – 19:00, 1 h, Tokyo",
  );
  await expect(page.locator("[data-reading]")).toContainText("10:00 – 11:00, 1 h, Berlin");
  expect(await inputs(stage, "readPhrase")).toEqual([
    { text: "tomorrow 18:00", field: "when" },
    { text: "tomorrow 18:00 Asia/Tokyo", field: "when" },
  ]);
  // Once chosen it is offered before anything is typed; Escape closes the list, not the form.
  await page.locator("#zone").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: /Tokyo/u })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await stage.settle();
  expect(await inputs(stage, "navigate")).toEqual([]);
});

test("options begin with the account's preset, and can become another one", async ({ open }) => {
  const stage = await open({
    state: appState({
      view: "schedule",
      settings: {
        ...state.settings,
        accountDefaults: { "0123456789abcdef": { presetId: "external-guests" } },
      },
    }),
  });
  const { page } = stage;
  await page.getByRole("button", { name: "Options External guests: 2 options set" }).press("Enter");
  await page.getByLabel("Can present").selectOption("");
  await page.getByLabel("Reactions").selectOption("false");
  await page.getByRole("button", { name: "Save preset" }).press("Enter");
  await expect(page.getByLabel("Name of the preset")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Give the preset a name.")).toBeVisible();
  await page.keyboard.type("Quiet");
  await page.keyboard.press("Enter");
  const options = { lobby: "invited", reactions: false };
  await expect
    .poll(() => inputs(stage, "changeSettings"))
    .toEqual([
      { presets: [{ id: expect.stringMatching(/^[\w-]{36}$/u), name: "Quiet", options }] },
    ]);
  await stage.settle();
  expect(await inputs(stage, "schedule")).toEqual([]);
  await page.getByLabel("Subject").press("Control+Enter");
  await expect
    .poll(() => inputs(stage, "schedule"))
    .toEqual([expect.objectContaining({ options })]);
});

const review = meeting({ subject: "Design review", startAt: mockNow + hour, endAt: evening });
const edited = appState({ view: "schedule", detailsOf: "m-1", recent: [review] });

test("a meeting that exists is moved, with no options but those that were changed", async ({
  open,
}) => {
  const stage = await open({
    // Until noon of the next day: a meeting lasts 24 hours at most.
    state: { ...edited, recent: [{ ...review, endAt: mockNow + 23 * hour }] },
  });
  const { page } = stage;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edit meeting");
  await page.getByLabel("Subject").fill("Design review 2");
  await page.getByRole("button", { name: "Save changes" }).press("Enter");
  await expect
    .poll(() => inputs(stage, "navigate"))
    .toEqual([{ view: "details", meetingId: "m-1" }]);
  const draft = {
    subject: "Design review 2",
    startDate: "2026-11-23",
    startTime: "14:52",
    endDate: "2026-11-24",
    endTime: "12:52",
    options: {},
  };
  expect(await inputs(stage, "moveMeeting")).toEqual([
    { id: "m-1", draft: expect.objectContaining(draft), before: null },
  ]);
});

test("Escape leaves a meeting that exists for its details, and keeps what was typed", async ({
  open,
}) => {
  const stage = await open({ state: edited });
  const { page } = stage;
  await page.getByLabel("Subject").fill("Design review 2");
  await page.keyboard.press("Escape");
  expect(await inputs(stage, "navigate")).toEqual([{ view: "details", meetingId: "m-1" }]);
  await stage.show(appState({ recent: [review] }));
  await expect(page.getByRole("heading", { name: "Edit meeting" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Meet now/u })).toBeVisible();
  await stage.show(edited);
  await expect(page.getByLabel("Subject")).toHaveValue("Design review 2");
  // The draft of a new meeting is another one.
  await stage.show(state);
  await expect(page.getByLabel("Subject")).toHaveValue("");
});
