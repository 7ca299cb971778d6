import type { TFunction } from "i18next";

import type { Result } from "../../main/contract/errors.ts";
import { errorText } from "../error-text.ts";
import { dropWithLeavers } from "./leftovers.ts";
import { createExternalValue } from "./state/external-value.ts";

interface Said {
  readonly polite: string;
  readonly assertive: string;
}

const silence: Said = { polite: "", assertive: "" };
const said = createExternalValue(silence);

/** Changed sooner than this, a region is read once, and its first sentence is lost. */
const apartMilliseconds = 200;
const waiting: Record<keyof Said, string[]> = { polite: [], assertive: [] };
const isApart: Record<keyof Said, boolean> = { polite: true, assertive: true };
let count = 0;

dropWithLeavers(() => {
  waiting.polite = [];
  waiting.assertive = [];
  said.set(silence);
});

/** Tells a screen reader, one sentence after the other. The same one twice is told twice: a zero-width mark makes it new. */
export function announce(sentence: string, kind: keyof Said = "polite"): void {
  count += 1;
  waiting[kind].push(sentence);
  if (isApart[kind]) sayNext(kind);
}

function sayNext(kind: keyof Said): void {
  const next = waiting[kind].shift();
  isApart[kind] = next === undefined;
  if (next === undefined) return;
  const before = said.read();
  const isRepeated = before[kind] === next;
  said.set({ ...before, [kind]: isRepeated ? `${next}\u200B` : next });
  setTimeout(() => sayNext(kind), apartMilliseconds);
}

interface Told {
  readonly title: string;
  /** Null where the title says it all. */
  readonly sentence: string | null;
}

/** Of what has just taken the focus the title is heard with that: so only the rest is told, which cuts nothing off. */
export function announceBeside(
  heading: Element | null,
  { title, sentence }: Told,
  t: TFunction,
  kind: keyof Said = "polite",
): void {
  if (heading && document.activeElement === heading) {
    if (sentence !== null) announce(sentence);
  } else announce(sentence === null ? title : t("joined.titled", { title, sentence }), kind);
}

/** Something will be told in a moment: for whoever asks by then whether anything was. */
export function announceSoon(): void {
  count += 1;
}

/** How often anything was announced: whether something was, in between. */
export const announcedSoFar = (): number => count;

/** Says that it is done, unless the screen shows that (null), or at once why not. Who cancelled knows. */
export function announceResult(result: Result<unknown>, done: string | null, t: TFunction): void {
  if (!result.ok) {
    if (result.error.kind !== "cancelled") announce(errorText(result.error, t).title, "assertive");
  } else if (done !== null) announce(done);
}

/** The two live regions there are, in the page from its load on. */
export function Announcer() {
  const { polite, assertive } = said.useValue();
  return (
    <>
      <div className="visually-hidden" role="status">
        {polite}
      </div>
      <div className="visually-hidden" role="alert">
        {assertive}
      </div>
    </>
  );
}
