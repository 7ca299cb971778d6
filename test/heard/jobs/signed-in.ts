import type { Person } from "../person.ts";

/** Where the job begins at home: how one comes there is told by others. */
export async function signedIn({ app, words, hear, press }: Person): Promise<void> {
  await hear(words.of("app.title"));
  await press("Return");
  await hear(words.of("signIn.announcedWaiting"));
  await app.finishSignIn();
  await hear(words.of("signIn.announced").replace("{{name}}", "Megan Bowen"));
}
