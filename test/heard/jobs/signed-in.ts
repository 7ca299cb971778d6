import type { Person } from "../person.ts";

/** Where the job begins at home: how one comes there is told by others. */
export async function signedIn(person: Person): Promise<void> {
  const { app, words, hear, press } = person;
  await greeted(person);
  await press("Return");
  await hear(beginning(words.of("signIn.waitingTitle")));
  await app.finishSignIn();
  const signedInAs = words.of("signIn.announced").replace("{{name}}", "Megan Bowen");
  // The keys are the last that is said of the button that has the focus then.
  await hear(signedInAs, beginning(words.of("home.meetNow")), /\+M$/u);
}

/** The first view, as far as it is said every time. */
export const greeted = ({ words, hear }: Person): Promise<void> => hear(words.of("app.title"));

const beginning = (text: string): RegExp => {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`^${escaped}`, "u");
};
