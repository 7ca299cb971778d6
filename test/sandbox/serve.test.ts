import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { loadSampleOrganisation } from "../../main/sample/sample-organisation.ts";
import { createGraphCaller } from "./graph-caller.ts";
import { obtainTokens } from "./obtain-tokens.ts";
import { type SpawnedSandbox, spawnSandbox } from "./spawn.ts";

const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
const descriptorFile = join(folder, "organisation.json");
let sandbox: SpawnedSandbox;
beforeAll(async () => {
  sandbox = await spawnSandbox({ descriptorFile, accessTokenLifetimeSeconds: 600 });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe("the sample organisation in a process of its own", () => {
  it("writes a file that an unpackaged app takes as its organisation", async () => {
    const organisation = await loadSampleOrganisation(
      { QUICK_MEETING_ORGANISATION: descriptorFile },
      { report: (sentence) => expect.fail(sentence) },
    );
    expect(organisation?.descriptor).toEqual(sandbox.descriptor);
    expect(JSON.parse(readFileSync(descriptorFile, "utf8"))).toEqual(sandbox.descriptor);
  });

  it("is looked at and turned over its control address", async () => {
    const { access_token: token, expires_in: lifetime } = await obtainTokens(sandbox);
    expect(lifetime).toBe(600);
    const graph = createGraphCaller(sandbox.descriptor.graphBaseUrl, token);
    await sandbox.faults.add({ on: "createOrGet", kind: "status", status: 503, when: "after" });
    expect(await sandbox.faults.pending()).toHaveLength(1);
    const asking = { externalId: "from-afar" };
    const replies = [
      await graph("POST", "/me/onlineMeetings/createOrGet", asking),
      await graph("POST", "/me/onlineMeetings/createOrGet", asking),
    ];
    expect(replies.map(({ status }) => status)).toEqual([503, 200]);
    expect((await sandbox.meetings()).map(({ externalId }) => externalId)).toEqual(["from-afar"]);
    expect((await sandbox.requests()).at(-1)).toMatchObject({ operation: "createOrGet" });
    expect((await sandbox.secrets()).map(({ value }) => value)).toContain(token);

    await sandbox.expireAccessTokens();
    expect((await graph("GET", "/me")).status).toBe(401);
    await sandbox.setAccessTokenLifetimeSeconds(60);
    expect((await obtainTokens(sandbox)).expires_in).toBe(60);
    await sandbox.revokeRefreshTokens("megan", "expired");
    await sandbox.faults.clear();
    await sandbox.forgetRequests();
    expect(await sandbox.requests()).toEqual([]);
  });

  it("refuses a command it does not know, and does not answer without the secret path", async () => {
    const refused = await fetch(sandbox.controlUrl, { method: "POST", body: '{"do":"explode"}' });
    expect(refused.status).toBe(400);
    const guessed = await fetch(`${sandbox.baseUrl}/control/0`, {
      method: "POST",
      body: '{"do":"secrets"}',
    });
    expect([guessed.status, await guessed.text()]).toEqual([404, ""]);
  });

  it("ends when its standard input does", async () => {
    const other = await spawnSandbox();
    await other.close();
    await expect(fetch(other.baseUrl)).rejects.toThrow("fetch failed");
  });

  it("does not start on a port that is taken", async () => {
    const port = Number(new URL(sandbox.baseUrl).port);
    await expect(spawnSandbox({ port })).rejects.toThrow("did not start");
  });
});
