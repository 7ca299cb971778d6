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
dropWithLeavers(() => said.set(silence));

/** Tells a screen reader. The same sentence twice is told twice: a zero-width mark makes it new. */
export function announce(sentence: string, kind: keyof Said = "polite"): void {
  const before = said.read();
  const isRepeated = before[kind] === sentence;
  said.set({ ...before, [kind]: isRepeated ? `${sentence}\u200B` : sentence });
}

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
