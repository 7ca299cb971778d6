import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FuseV1Options } from "@electron/fuses";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { licence } from "../../main/contract/answers.ts";
import { tracesIn } from "../../.build/traces.ts";

const root = join(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

describe("a packaged build", () => {
  const folder = mkdtempSync(join(tmpdir(), "packaged-"));
  beforeAll(() => {
    const script = join(root, "node_modules/electron-vite/bin/electron-vite.js");
    execFileSync(process.execPath, [script, "build", "--config", "main/electron.vite.config.ts"], {
      cwd: root,
      env: { ...process.env, QUICK_MEETING_BUILD: "packaged", QUICK_MEETING_OUT: folder },
      stdio: "ignore",
    });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("knows no sample organisation and no way to name another host", () => {
    const names = readdirSync(join(folder, "main"), { recursive: true, encoding: "utf8" });
    const scripts = names.filter((name) => name.endsWith(".js"));
    const bundle = scripts.map((name) => readFileSync(join(folder, "main", name), "utf8")).join();
    expect(bundle).toContain("login.microsoftonline.com");
    expect(tracesIn(folder)).toEqual([]);
    expect(scripts.filter((name) => name.includes("sample"))).toEqual([]);
  });

  test("reads nothing at its start that it never uses", () => {
    const main = readFileSync(join(folder, "main/main.js"), "utf8");
    // Node loads its whole fetch for whoever imports http, and the certificates of the system for https.
    expect(main).not.toMatch(/(?:from|require\()\s*["'](?:node:)?https?["']/u);
    // Of MSAL's clients that have a secret.
    expect(main).not.toContain("JsonWebTokenError");
    expect(main.length / 1024).toBeLessThan(1_250);
  });

  test("says of every package it is made of under what it may be used, and of nothing else", () => {
    const named = ["main", "renderer"].flatMap((part) => {
      const file = readFileSync(join(folder, part, "licences.json"), "utf8");
      return v.parse(v.array(licence), JSON.parse(file));
    });
    const names = new Set(named.map(({ name }) => name));
    for (const shipped of ["electron", "@azure/msal-node", "react", "@fluentui/react-icons"])
      expect(names).toContain(shipped);
    for (const tool of ["vite", "vitest", "electron-builder", "oidc-provider", "axe-core"])
      expect(names).not.toContain(tool);
    const wordless = named.filter(({ text }) => text === "").map(({ name }) => name);
    // They name their licence, and bring no copy of it.
    expect(wordless).toEqual(["@fluentui/react-icons"]);
  });

  test("keeps its functions' names: an error in a log says where it came from", () => {
    const main = readFileSync(join(folder, "main/main.js"), "utf8");
    expect(main).toMatch(/function createOutbox\b/u);
  });
});

test("every fuse there is has been decided", async () => {
  const { fuseOptions } = require("../../.build/fuses.cjs");
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  const options = await fuseOptions("linux");
  for (const name of names)
    expect(options, name).toHaveProperty(String(Reflect.get(FuseV1Options, name)));
});
