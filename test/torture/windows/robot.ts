import type { Locator } from "@playwright/test";

import said from "../../../main/contract/words/en.json" with { type: "json" };
import en from "../../../renderer/i18n/en.json" with { type: "json" };
import type { Random } from "../random.ts";
import { type Desk, pause } from "./desk.ts";
import { change, fillIn, press, pressNamed, type Run, type Seen } from "./hands.ts";
import { isAtWork, look, type Screen } from "./screen.ts";
import { falseSentences, statesSomething } from "./truths.ts";
import { storm } from "./weather.ts";

const { failed, created, offer, home, signIn } = en;
/** Nobody is sent out of the window, or starts another meeting after the one that was asked for. */
const left = new Set<string>([offer["open-settings"], offer["show-event"], created.newMeeting]);
const ways = [failed.tryAgain, failed.checkNow, offer["sign-in"], offer["allow-calendar"]];
const finished = new Set<string>([created.title]);

/** One press from the click to its end, in the weather of the day; then the sky clears. */
export async function oneRun(desk: Desk, random: Random, seen: Seen, number: number) {
  const kind = random.chance(0.5) ? "event" : "link";
  const run: Run = {
    desk,
    random,
    seen,
    kind,
    name: `Robot ${number}.`,
    diary: [],
    hasChangedKind: false,
    drafts: 0,
  };
  const { sandbox, page } = desk;
  const before = new Set(sandbox.meetings().map(({ id }) => id));
  sandbox.faults.clear();
  sandbox.delayJoinUrls(0);
  await page.reload();
  await page.locator("#meet-now").waitFor();
  const inForm = kind === "event" || random.chance(0.5);
  if (inForm) await fillIn(run);
  await desk.copyMark();
  storm(sandbox, random, kind);
  await press(run, inForm ? page.locator("footer button[type=submit]") : page.locator("#meet-now"));
  const end = await goOn(run);
  await settle(run);
  audit(run, before, end);
}

type End = "made" | "undone" | "closed" | "dead end";
const steps = 24;

/** Whatever is on the screen is judged, then one of its buttons is pressed. */
// oxlint-disable-next-line eslint/complexity -- a robot's one loop
async function goOn(run: Run): Promise<End> {
  const { desk, random } = run;
  const clearsAt = 2 + random.below(8);
  for (let step = 0; step < steps; step += 1) {
    if (step === clearsAt) clear(run);
    const screen = await settledScreen(run);
    if (screen === null) return deadEnd(run, "it works on and on");
    await judge(run, screen);
    if (finished.has(screen.title) && !random.chance(0.3)) return "made";
    if (screen.text.includes(created.ended)) return "undone";
    const isQuiet = screen.title === "" && screen.place === "home";
    if (isQuiet && step > 0 && !random.chance(0.5)) return "closed";
    if (random.chance(0.2) && (await change(run, screen))) continue;
    const button = nextButton(run, screen, step > clearsAt);
    if (button === null) return deadEnd(run, `nothing to press: ${screen.text}`);
    await pressNamed(run, screen, button);
  }
  clear(run);
  return desk.isSettled() ? "closed" : deadEnd(run, "no end after all these steps");
}

function clear({ desk, diary }: Run): void {
  desk.sandbox.faults.clear();
  desk.sandbox.delayJoinUrls(0);
  diary.push("clear weather");
}

function deadEnd({ seen, name, diary }: Run, why: string): "dead end" {
  seen.deadEnds.push(`${name} ${why}: ${diary.join(" | ")}`);
  return "dead end";
}

/** A person tries what is offered first, most of the time. */
function nextButton({ random }: Run, screen: Screen, isClear: boolean): string | null {
  const asides = [failed.copyDetails, failed.details.title];
  const all = screen.buttons.filter((name) => !left.has(name) && !asides.includes(name));
  const forward = all.filter(
    (name) => ways.includes(name) || name === home.meetNow || name.startsWith("Create "),
  );
  const choices = forward.length > 0 && (isClear || random.chance(0.7)) ? forward : all;
  return choices[random.below(choices.length)] ?? null;
}

/** Null where it never comes to rest. */
async function settledScreen({ desk }: Run): Promise<Screen | null> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    const screen = await look(desk.page);
    if (screen.place !== "elsewhere" && !isAtWork(screen)) {
      await pause(50);
      const again = await look(desk.page);
      if (JSON.stringify(again) === JSON.stringify(screen)) return screen;
    }
    await pause(50);
  }
  return null;
}

/** The books are read between two looks at the same screen: it says of what is there now. */
async function judge(run: Run, screen: Screen): Promise<void> {
  const { desk, seen, name, diary } = run;
  const facts = await desk.facts();
  const again = await look(desk.page);
  if (JSON.stringify(again) !== JSON.stringify(screen)) return;
  if (statesSomething(screen) || finished.has(screen.title)) seen.statements += 1;
  for (const sentence of falseSentences(screen, facts))
    seen.falseSentences.push(
      `${name} “${sentence}” ${JSON.stringify(facts)}: ${diary.join(" | ")}`,
    );
}

/** Microsoft answers again, the computer wakes, and everything that was left open is done. */
async function settle(run: Run): Promise<void> {
  const { desk } = run;
  clear(run);
  for (let tries = 0; tries < 600 && !desk.isSettled(); tries += 1) {
    if (tries % 20 === 0)
      await desk.app.app.evaluate(({ powerMonitor }) => powerMonitor.emit("resume"));
    const { buttons } = await look(desk.page);
    // It is not asked for by itself where only the person can go on.
    if (buttons.includes(offer["sign-in"]))
      await desk.signInBy(
        desk.page.getByRole("button", { name: offer["sign-in"], exact: true }).first(),
      );
    await pause(100);
  }
  if (!desk.isSettled()) deadEnd(run, "still open when all is well");
  await leaveCard(desk);
}

/** Back to Home, for the next one. What was seen may be gone before it is pressed: then there is another look. */
async function leaveCard({ page, signInBy }: Desk): Promise<void> {
  const named = (name: string) => page.getByRole("button", { name, exact: true }).first();
  const pressIfThere = (button: Locator) => button.click({ timeout: 5_000 }).catch(() => undefined);
  const signInAgain = named(said.error["sign-in-again"].action);
  for (let tries = 0; tries < 100; tries += 1) {
    const screen = await look(page);
    // Its card is gone, and the sign-in had ended: Home asks for it before anything else.
    if (await signInAgain.isVisible()) await signInBy(signInAgain);
    if (screen.place === "form") await pressIfThere(named(home.back));
    else if (screen.buttons.includes(offer.dismiss)) await pressIfThere(named(offer.dismiss));
    else if (screen.buttons.includes(home.meetNow)) return;
    // A sign-in nobody needs any more.
    else if (screen.buttons.includes(signIn.cancel)) await pressIfThere(named(signIn.cancel));
    await pause(100);
  }
  throw new Error(`There is no way home: ${JSON.stringify(await look(page))}`);
}

function audit({ desk, seen, name, diary }: Run, before: ReadonlySet<string>, end: End): void {
  const told = `${name} ${end}: ${diary.join(" | ")}`;
  const living = desk.sandbox
    .meetings()
    .filter(({ id, deletedAt }) => !before.has(id) && deletedAt === null);
  const ofForm = living.filter(({ subject }) => subject?.startsWith(name)).length;
  const ofHome = living.length - ofForm;
  if (ofForm > 1 || ofHome > 1) seen.secondMeetings.push(told);
  const events = desk.sandbox.events().filter(({ subject }) => subject?.startsWith(name));
  if (events.filter(({ attendees }) => attendees.length > 0).length > 1)
    seen.secondInvitations.push(told);
  if (end === "made" && living.length === 0) seen.lost.push(told);
  if (living.length > 0) seen.made += 1;
}
