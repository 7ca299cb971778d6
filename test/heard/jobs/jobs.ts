import type { Person } from "../person.ts";
import { newLink } from "./new-link.ts";
import { refused } from "./refused.ts";
import { schedule } from "./schedule.ts";
import { settings } from "./settings.ts";
import { signIn } from "./sign-in.ts";

export interface Job {
  /** Or the app has its organisation already. */
  readonly isFirstRun: boolean;
  readonly run: (person: Person) => Promise<void>;
}

export const jobs: Readonly<Record<string, Job>> = {
  "new-link": { isFirstRun: true, run: newLink },
  schedule: { isFirstRun: false, run: schedule },
  refused: { isFirstRun: false, run: refused },
  "sign-in": { isFirstRun: false, run: signIn },
  settings: { isFirstRun: false, run: settings },
};
