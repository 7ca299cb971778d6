import { aroundAll, expect, test } from "vitest";

import { withChild } from "./bundle.ts";
import { storeRuns } from "./store.ts";

const options = { count: 1, seed: 7, log: () => undefined, child: "" };
aroundAll((run) =>
  withChild(async (child) => {
    options.child = child;
    await run();
  }),
);

test("kills in the middle of saving lose nothing that was reported as saved", async () => {
  const figures = await storeRuns.kills({
    ...options,
    count: 20,
  });
  expect(figures).toMatchObject({
    kills: 20,
    accountsLost: 0,
    tokensLost: 0,
    tornAccepted: 0,
    tornFound: 0,
  });
});

test("every call of a save may fail, and nothing that was reported as saved is lost", async () => {
  const { cases, outageCases, setAsideCases, straysMost, outageStraysMost, ...figures } =
    await storeRuns.fileFaults(options);
  expect(Math.min(cases, outageCases, setAsideCases)).toBeGreaterThan(20);
  expect(Math.max(straysMost, outageStraysMost)).toBeLessThanOrEqual(1);
  expect(figures).toMatchObject({
    lost: 0,
    falselySaved: 0,
    tornAccepted: 0,
    outageLost: 0,
    outageTornAccepted: 0,
    afterExdevLost: 0,
    shortWriteLost: 0,
    shortWriteFalselySaved: 0,
    setAsideGone: 0,
    setAsideTooEarly: 0,
  });
});

test("no fault of a keyring costs an account, or changes the file before a new sign-in", async () => {
  expect(await storeRuns.keyringFaults(options)).toMatchObject({
    cases: 24,
    bytesChanged: 0,
    accountsLost: 0,
    accountsSetAside: 0,
    pluginBytesChanged: 0,
    pluginAccountsLost: 0,
  });
});

test("kills around presses lose nothing of the list, tear nothing, and copy no link without a press", async () => {
  const { inPress, copiedForKilledPress, ...books } = await storeRuns.listKills({
    ...options,
    count: 20,
  });
  expect(inPress + copiedForKilledPress).toBeGreaterThan(0);
  expect(books).toEqual({
    kills: 20,
    lost: 0,
    torn: 0,
    forgotten: 0,
    returned: 0,
    copiedWithoutPress: 0,
    problems: 0,
  });
});
