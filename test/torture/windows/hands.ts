import type { Locator } from "@playwright/test";

import en from "../../../renderer/i18n/en.json" with { type: "json" };
import type { Random } from "../random.ts";
import { type Desk, guest } from "./desk.ts";
import type { Screen } from "./screen.ts";

/** What was seen in all runs. */
export interface Seen {
  clicks: number;
  /** Screens that stated something, and was compared with the books. */
  statements: number;
  made: number;
  readonly secondMeetings: string[];
  readonly secondInvitations: string[];
  readonly falseSentences: string[];
  readonly deadEnds: string[];
  readonly lost: string[];
}

export interface Run {
  readonly desk: Desk;
  readonly random: Random;
  readonly seen: Seen;
  readonly name: string;
  readonly kind: "link" | "event";
  /** What was last pressed and seen, for whoever looks into it. */
  readonly diary: string[];
  hasChangedKind: boolean;
  drafts: number;
}

const { offer, home } = en;

export async function fillIn(run: Run): Promise<void> {
  const { page } = run.desk;
  await page.locator("#schedule").click();
  await retype(run);
  if (run.kind === "event") await choose(run, "event");
}

async function retype(run: Run): Promise<void> {
  const { page } = run.desk;
  run.drafts += 1;
  await page.locator("#subject").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(`${run.name}${run.drafts}`);
}

async function choose({ desk }: Run, kind: "link" | "event"): Promise<void> {
  const { page } = desk;
  await page
    .getByText(en.event[kind === "event" ? "kindEvent" : "kindLink"], { exact: true })
    .click();
  if (kind === "link") return;
  const approve = page.getByRole("button", { name: en.event.approve, exact: true });
  await page.locator("#invite").waitFor();
  if (await approve.isVisible()) {
    await desk.signInBy(approve);
    await approve.waitFor({ state: "detached" });
  }
  await page.locator("#invite").click();
  await page.keyboard.type(guest);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Remove ${guest}` }).waitFor();
}

export async function press({ seen, diary }: Run, button: Locator): Promise<void> {
  seen.clicks += 1;
  diary.push(`press ${(await button.innerText()).split("\n")[0]}`);
  await button.click();
}

export async function pressNamed(run: Run, screen: Screen, name: string): Promise<void> {
  const { desk } = run;
  const { page } = desk;
  const area = page.locator(screen.place === "form" ? "footer" : "main");
  const button = area.getByRole("button", { name }).first();
  const signsIn = name === offer["sign-in"] || name === offer["allow-calendar"];
  run.diary.push(`“${screen.title}”`);
  // A menu that was opened lies over the rest, and is of no interest here.
  if (await page.getByRole("menu").first().isVisible()) await page.keyboard.press("Escape");
  if (signsIn) {
    run.seen.clicks += 1;
    run.diary.push(`press ${name}`);
    await desk.signInBy(button);
    await page.locator("#meet-now, main section, footer").first().waitFor();
  } else await press(run, button);
  // The menu of the organiser is open then.
  if (name === offer["use-another-account"]) await page.keyboard.press("Escape");
}

/** The form says something else now, or is left. Answers whether anything was done. */
export async function change(run: Run, screen: Screen): Promise<boolean> {
  const { desk, random, diary } = run;
  if (screen.place !== "form") return false;
  if (random.chance(0.2)) {
    diary.push("back");
    await desk.page.getByRole("button", { name: home.back, exact: true }).click();
  } else if (!run.hasChangedKind && random.chance(0.25)) {
    run.hasChangedKind = true;
    diary.push("another kind");
    await choose(run, run.kind === "event" ? "link" : "event");
  } else {
    diary.push("another subject");
    await retype(run);
  }
  return true;
}
