import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { createGraphCaller } from "./graph-caller.ts";
import { createMsalApp } from "./msal-app.ts";
import { startSandbox } from "./sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
afterAll(() => rmSync(folder, { recursive: true }));

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

async function signInOnce(stateFile: string) {
  const sandbox = await startSandbox({ stateFile });
  const app = createMsalApp(sandbox.descriptor);
  const { result } = await app.signIn();
  if (!result?.account) throw new Error("There is no account");
  return { sandbox, account: result.account, accessToken: result.accessToken, cache: app.cache() };
}

describe("a sample organisation with a state file", () => {
  it("knows after a restart, on another port, who was signed in and which meetings there are", async () => {
    const stateFile = join(folder, "state.json");
    const first = await signInOnce(stateFile);
    const graph = createGraphCaller(first.sandbox.descriptor.graphBaseUrl, first.accessToken);
    const asking = { externalId: "before" };
    const made = await graph("POST", "/me/onlineMeetings/createOrGet", asking);
    await first.sandbox.close();

    const second = await startSandbox({ stateFile });
    const app = createMsalApp(second.descriptor, first.cache);
    expect((await app.silently(first.account)).fromCache).toBe(true);
    const renewed = await app.silently(first.account, true);
    const again = createGraphCaller(second.descriptor.graphBaseUrl, renewed.accessToken);
    const found = await again("POST", "/me/onlineMeetings/createOrGet", asking);
    expect([found.status, found.body?.["id"]]).toEqual([200, made.body?.["id"]]);
    const old = createGraphCaller(second.descriptor.graphBaseUrl, first.accessToken);
    expect((await old("GET", "/me")).status).toBe(200);
    await second.close();
  });

  it("still refuses what was revoked before", async () => {
    const stateFile = join(folder, "revoked.json");
    const { sandbox, account, cache } = await signInOnce(stateFile);
    sandbox.revokeRefreshTokens("megan");
    await sandbox.close();
    const second = await startSandbox({ stateFile });
    const app = createMsalApp(second.descriptor, cache);
    expect(await failureOf(app.silently(account, true))).toMatchObject({ errorNo: 50173 });
    await second.close();
  });

  it("starts afresh from a file it cannot read", async () => {
    const stateFile = join(folder, "torn.json");
    writeFileSync(stateFile, "{");
    const { sandbox } = await signInOnce(stateFile);
    await sandbox.close();
    expect(JSON.parse(readFileSync(stateFile, "utf8"))).toMatchObject({ version: 1, meetings: [] });
  });

  it.runIf(process.platform !== "win32")("keeps the file from others on the computer", async () => {
    const stateFile = join(folder, "private.json");
    const { sandbox } = await signInOnce(stateFile);
    await sandbox.close();
    expect(statSync(stateFile).mode & 0o077).toBe(0);
  });
});

describe("a sample organisation without one", () => {
  it("knows nobody after a restart", async () => {
    const sandbox = await startSandbox();
    const app = createMsalApp(sandbox.descriptor);
    const { result } = await app.signIn();
    await sandbox.close();
    if (!result?.account) throw new Error("There is no account");
    const second = await startSandbox();
    const later = createMsalApp(second.descriptor, app.cache());
    expect(await failureOf(later.silently(result.account, true))).toMatchObject({ errorNo: 70000 });
    await second.close();
  });
});
