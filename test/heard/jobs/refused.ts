import type { Person } from "../person.ts";
import { signedIn } from "./signed-in.ts";

/** Microsoft says no, then yes. */
export async function refused(person: Person): Promise<void> {
  const { app, words, step, press, lookFor } = person;
  await signedIn(person);
  await app.sandbox.faults.add({ on: "createOrGet", kind: "status", status: 403, times: "always" });
  await step("Enter: Meet now, refused", () => press("Return"));
  for (let count = 1; count <= 4; count += 1) await step(`Tab ${count}`, () => press("Tab"));
  await app.sandbox.faults.clear();
  await lookFor(words.of("home.meetNow"));
  await step("Enter: Meet now, once more", () => press("Return"));
}
