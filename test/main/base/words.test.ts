import { expect, test } from "vitest";

import { createWords, joinFacts } from "../../../main/base/words.ts";
import type { Language } from "../../../main/contract/languages.ts";

test.each<[Language, string]>([
  ["en", "A, B, C"],
  ["zh", "A，B，C"],
  ["ar", "A، B، C"],
])("facts are put side by side as in %s", async (language, joined) => {
  expect(joinFacts(["A", "B", "C"], await createWords(language))).toBe(joined);
});

test("one fact is itself, what is in it is no placeholder, and none is nothing", async () => {
  const words = await createWords("en");
  expect(joinFacts(["{{next}}"], words)).toBe("{{next}}");
  expect(joinFacts(["{{next}}", "B"], words)).toBe("{{next}}, B");
  expect(joinFacts([], words)).toBe("");
});
