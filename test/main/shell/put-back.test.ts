import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { openApp } from "./open-app.ts";

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), "put-back-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox.close();
});

test("an old sealed file put back does not bring back what was signed out", async () => {
  const data = join(folder, "data");
  const kept = join(folder, "kept");
  const desk = await openApp(sandbox, { folder: data });
  await desk.handlers.chooseSampleOrganisation();
  for (const persona of ["megan", "alex"] as const) await desk.signIn({ persona });
  const [first] = desk.state().accounts;
  const sealed = readdirSync(data).filter((name) => name.startsWith("tokens"));
  expect(sealed).not.toEqual([]);
  for (const name of sealed) cpSync(join(data, name), join(kept, name));
  await desk.handlers.signOut({ accountId: first?.account.id ?? "", atMicrosoft: false });
  await desk.close();

  for (const name of sealed) cpSync(join(kept, name), join(data, name));
  const again = await openApp(sandbox, { folder: data });
  const usernames = again.state().accounts.map(({ account }) => account.username);
  expect(usernames).toEqual(["alex@contoso.com"]);
  await again.close();
  // Nor is it there for the start after that.
  const last = await openApp(sandbox, { folder: data });
  expect(last.state().accounts).toHaveLength(1);
  await last.signIn({ persona: "megan" });
  expect(last.state().accounts).toHaveLength(2);
  await last.close();
});
