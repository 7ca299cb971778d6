import { expect, test } from "@playwright/test";

import { allFacts } from "./all-facts.ts";
import { openFactsApp } from "./facts-app.ts";

let app: Awaited<ReturnType<typeof openFactsApp>>;

// One app for all: each leaves it as it was.
test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  app = await openFactsApp();
});
test.afterAll(() => app.close());

for (const { says, of, ask, is } of allFacts)
  test(`${says} (${of.join(", ")})`, async () => {
    expect(await ask(app)).toEqual(is);
  });
