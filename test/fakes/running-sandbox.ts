import { afterAll, beforeAll, beforeEach } from "vitest";

import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";

/** One sample organisation for all tests of a file, each without the faults and the requests of the one before. */
export function runningSandbox(): () => Sandbox {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.forgetRequests();
  });
  afterAll(() => sandbox.close());
  return () => sandbox;
}

/** What was asked of it by this name, oldest first. */
export const askedOf = (sandbox: () => Sandbox) => (operation: string) =>
  sandbox()
    .requests()
    .filter((request) => request.operation === operation);
