import { afterAll, beforeAll, beforeEach } from "vitest";

import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";

/** One sample organisation for all tests of a file, each without the faults of the one before. */
export function runningSandbox(): () => Sandbox {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => sandbox.faults.clear());
  afterAll(() => sandbox.close());
  return () => sandbox;
}
