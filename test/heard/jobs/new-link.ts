import type { Person } from "../person.ts";

/** The main job, from the first start to the link, and what one does with it. */
export async function newLink(person: Person): Promise<void> {
  const { app, words, hear, step, press, lookFor } = person;
  const welcome = words.of("setUp.title");
  await hear(words.of("app.title"), new RegExp(`^${welcome}`, "u"));
  await lookFor(words.of("setUp.sample"));
  await step("Enter: the sample organisation", () => press("Return"));
  await step("Enter: sign in", () => press("Return"));
  await step("signed in, in the browser", () => app.finishSignIn());
  // As long as it takes to say that it is on its way.
  await app.sandbox.faults.add({ on: "createOrGet", kind: "hold" });
  await step("Enter: Meet now", () => press("Return"));
  await step("Microsoft has made it", () => app.release());
  await lookFor(words.of("created.copy"));
  await lookFor(words.of("created.edit"));
  await lookFor(words.of("copyAs.title"), "Down");
  await lookFor(words.of("home.recent"));
  await step("Right: the other list", () => press("Right"));
  await step("Left: back", () => press("Left"));
  await lookFor(words.of("home.fact.linkOnly"));
  await step("Right: its first action", () => press("Right"));
  await step("Enter: copy", () => press("Return"));
  await step("Right: the next", () => press("Right"));
  await step("Enter: its menu", () => press("Return"));
  await step("Down", () => press("Down"));
  await step("Escape", () => press("Escape"));
  await step("Ctrl+N: schedule", () => press("ctrl+n"));
  await step("Escape: back", () => press("Escape"));
  await step("Ctrl+Z: undo", () => press("ctrl+z"));
}
