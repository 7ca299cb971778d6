import type { Person } from "../person.ts";

/** Refused by a policy, cancelled, and done at last. */
export async function signIn({ app, words, hear, step, press, lookFor }: Person): Promise<void> {
  await hear(words.of("app.title"));
  await step("Enter: sign in", () => press("Return"));
  await step("refused in the browser", () => app.finishSignIn({ persona: "blocked" }));
  await lookFor(words.of("refused.checkAgain"));
  await step("Enter: check again", () => press("Return"));
  await lookFor(words.of("signIn.cancel"));
  await step("Enter: cancel", () => press("Return"));
  await step("Enter: sign in", () => press("Return"));
  await step("signed in, in the browser", () => app.finishSignIn());
}
