import type { Person } from "../person.ts";
import { signedIn } from "./signed-in.ts";

/** A meeting for later: what is typed is read back, and what cannot be sent says so. */
export async function schedule(person: Person): Promise<void> {
  const { words, step, press, type, lookFor } = person;
  await signedIn(person);
  await step("Ctrl+N: schedule", () => press("ctrl+n"));
  await step("a subject", () => type("Design review"));
  await lookFor(words.of("when.label"));
  await step("nonsense", () => type("blue"));
  await step("Ctrl+Enter: create", () => press("ctrl+Return"));
  await step("a day and a time", async () => {
    await press("ctrl+a");
    await type("2031-12-03 14:30");
  });
  for (let count = 1; count <= 12; count += 1) await step(`Tab ${count}`, () => press("Tab"));
  await step("Ctrl+Enter: create", () => press("ctrl+Return"));
  await step("Tab", () => press("Tab"));
}
