import type { Person } from "../person.ts";
import { signedIn } from "./signed-in.ts";

/** The window of the settings: its sections, and what is changed there. */
export async function settings(person: Person): Promise<void> {
  const { words, step, press, lookFor, hear } = person;
  await signedIn(person);
  // In the stand-in it is a tab of a browser, of which Orca speaks first.
  await press("ctrl+comma");
  await hear(/window=settings/u);
  await lookFor(words.of("settings.organisations"));
  await step("Up: the section before it", () => press("Up"));
  await step("Home: the first", () => press("Home"));
  for (let count = 1; count <= 5; count += 1) await step(`Tab ${count}`, () => press("Tab"));
}
