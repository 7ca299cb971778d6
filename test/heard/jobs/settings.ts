import type { Person } from "../person.ts";
import { signedIn } from "./signed-in.ts";

/** The window of the settings: its sections, a switch, a choice. */
export async function settings(person: Person): Promise<void> {
  const { step, press } = person;
  await signedIn(person);
  await step("Ctrl+comma: settings", () => press("ctrl+comma"));
  for (let count = 1; count <= 12; count += 1) await step(`Tab ${count}`, () => press("Tab"));
}
