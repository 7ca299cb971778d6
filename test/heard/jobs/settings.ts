import type { Person } from "../person.ts";
import { signedIn } from "./signed-in.ts";

/** The window of the settings: its sections, and what is changed there. */
export async function settings(person: Person): Promise<void> {
  const { words, step, press, hear, reach, lookFor } = person;
  await signedIn(person);
  await press("ctrl+comma");
  // In the stand-in it opens with an address bar, of which Orca speaks first, and whose Tab may come before the page.
  await hear(/window=settings/u);
  await reach(words.of("setUp.clientId"));
  await step("Shift+Tab: what is there already", () => press("shift+Tab"));
  await step("Shift+Tab: the sections", () => press("shift+Tab"));
  await step("Up: the section before it", () => press("Up"));
  await step("Home: the first", () => press("Home"));
  await step("Enter: open it", () => press("Return"));
  await lookFor(words.of("settings.askBeforeSecond"));
  await step("Space: switched", () => press("space"));
}
