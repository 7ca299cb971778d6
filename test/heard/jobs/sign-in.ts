import type { Person } from "../person.ts";
import { greeted } from "./signed-in.ts";

/** Refused by a policy, cancelled, and done at last. */
export async function signIn(person: Person): Promise<void> {
  const { app, words, step, press, lookFor } = person;
  await greeted(person);
  await step("Enter: sign in", () => press("Return"));
  await step("refused in the browser", () => app.finishSignIn({ persona: "blocked" }));
  await lookFor(words.of("refused.checkAgain"));
  await step("Enter: check again", () => press("Return"));
  await lookFor(words.of("signIn.cancel"));
  await step("Enter: cancel", () => press("Return"));
  await step("Enter: sign in", () => press("Return"));
  await step("signed in, in the browser", () => app.finishSignIn());
}
