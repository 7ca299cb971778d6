import { useEffect } from "react";

import type { Result } from "../../main/contract/errors.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import type { Answer } from "../../main/contract/requests/vocabulary.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { noteAsked } from "../meeting/find-meeting.ts";
import { useAnswer } from "../ui/state/use-answer.ts";

interface Listed {
  readonly meetings: readonly Meeting[];
  /** How many there are, shown or not. */
  readonly found: number;
  /** What of what was typed they are the answer to. */
  readonly query: string;
}

interface Question {
  readonly query: string;
  readonly from: number;
  readonly count: number;
}

/** As text, so that the same question is the same; the version has it asked anew. */
const written = (question: Question, version: number): string =>
  JSON.stringify([question, version]);

async function ask(question: string): Promise<Result<Answer<"listMeetings"> & Question>> {
  const [asked]: [Question] = JSON.parse(question);
  const answer = await app.listMeetings(asked);
  return answer.ok ? { ok: true, value: { ...asked, ...answer.value } } : answer;
}

/** What of that is not in the state; null where all of it is. */
function questionOf({ recent, listed }: AppState, query: string, shown: number): Question | null {
  if (query !== "") return { query, from: 0, count: shown };
  const from = recent.length;
  return shown > from && listed > from ? { query, from, count: shown - from } : null;
}

/** As many of the list as are to be shown: main has the list, and the state the beginning of it. */
export function useListed(state: AppState, typed: string, shown: number): Listed {
  const question = questionOf(state, typed.trim(), shown);
  const asked = question && written(question, state.listVersion);
  const answer = useAnswer(asked, ask)?.known ?? null;
  const isSearch = question !== null && question.query !== "";
  // The answer to what was asked before stands for a moment, where it is of the same kind.
  const isOfKind = answer !== null && question !== null && (answer.query !== "") === isSearch;
  const found = isOfKind ? answer : null;
  useEffect(() => noteAsked(found?.meetings ?? []), [found]);
  if (found && isSearch) return found;

  const { recent, listed } = state;
  const known = new Set(recent.map(({ id }) => id));
  const more = found?.meetings.filter(({ id }) => !known.has(id)) ?? [];
  return { meetings: [...recent, ...more], found: listed, query: "" };
}
