import { joinFacts, type Words } from "../../base/words.ts";
import { isolatedLine } from "../../handover/clean-line.ts";
import type { Question } from "./questions.ts";

/** A question as it is shown, as plain text. */
export interface QuestionText {
  readonly title: string;
  readonly body: string;
  /** What its buttons say. */
  readonly confirm: string;
  readonly cancel: string;
}

/** More names than this are counted. */
const mostNamed = 5;
const longestAddress = 80;

export function questionText(question: Question, words: Words): QuestionText {
  const cancel = words("ask.cancel");
  switch (question.kind) {
    case "invite":
      return {
        title: words("ask.invite.title", { count: question.count }),
        body: [...outsideLine(question, words), words("ask.invite.sent")].join("\n\n"),
        confirm: words("ask.invite.confirm"),
        cancel,
      };
    case "forget": {
      const goes = ["signIns", "list", "settings", "logs"].map(
        (part) => `• ${words(`ask.forget.${part}`)}`,
      );
      const lines = [words("ask.forget.goes"), ...goes, "", words("ask.forget.stays")];
      return {
        title: words("ask.forget.title"),
        body: lines.join("\n"),
        confirm: words("ask.forget.confirm"),
        cancel,
      };
    }
    case "keep-unprotected":
      return { ...plainWords("keepUnprotected", words), cancel };
    case "remove-organisation":
      return { ...plainWords("removeOrganisation", words, question.count), cancel };
    case "sign-out-everybody":
      return { ...plainWords("signOutEverybody", words, question.count), cancel };
    case "change-organisation":
      return { ...plainWords("changeOrganisation", words, question.count), cancel };
  }
}

function plainWords(key: string, words: Words, count = 0): Omit<QuestionText, "cancel"> {
  const say = (part: "title" | "body" | "confirm") => words(`ask.${key}.${part}`, { count });
  return { title: say("title"), body: say("body"), confirm: say("confirm") };
}

/** Who they are, as far as anybody reads. */
function outsideLine(
  { outside, domain }: Extract<Question, { kind: "invite" }>,
  words: Words,
): string[] {
  const count = outside.length;
  if (count === 0) return [];
  const named = outside.slice(0, mostNamed).map((one) => isolatedLine(one, longestAddress));
  const values = {
    count,
    domain: isolatedLine(domain, longestAddress),
    some: joinFacts(named, words),
  };
  const more = count - named.length;
  return [words(more > 0 ? "ask.invite.outsideMore" : "ask.invite.outside", { ...values, more })];
}
