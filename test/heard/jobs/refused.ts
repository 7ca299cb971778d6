import type { Person } from "../person.ts";
import { signedIn } from "./signed-in.ts";

/** Microsoft says no, then yes. */
export async function refused(person: Person): Promise<void> {
  const { app, step, press } = person;
  await signedIn(person);
  // As long as it takes to say that it is on its way.
  await app.sandbox.faults.add({ on: "createOrGet", kind: "hold" });
  await app.sandbox.faults.add({ on: "createOrGet", kind: "status", status: 403, times: "always" });
  await step("Enter: Meet now", () => press("Return"));
  await step("Microsoft refuses it", () => app.release());
  for (let count = 1; count <= 4; count += 1) await step(`Tab ${count}`, () => press("Tab"));
  await app.sandbox.faults.clear();
  await app.sandbox.faults.add({ on: "createOrGet", kind: "hold" });
  await step("Enter: Meet now, once more", () => press("Return"));
  await step("Microsoft has made it", () => app.release());
}
