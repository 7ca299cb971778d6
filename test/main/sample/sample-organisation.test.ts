import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { loadSampleOrganisation } from "../../../main/sample/sample-organisation.ts";

const folder = mkdtempSync(join(tmpdir(), "organisation-"));
afterAll(() => rmSync(folder, { recursive: true }));

const metadata = {
  issuer: "http://127.0.0.1:4000/tenant/v2.0",
  authorization_endpoint: "http://127.0.0.1:4000/authorize",
  token_endpoint: "http://localhost:4000/token",
  jwks_uri: "https://idp.example/keys",
};

const complete = {
  clientId: "3d5b8f72-0c46-4d1e-9a37-b1c2d3e4f506",
  authority: "https://login.example/organizations",
  knownAuthorities: ["login.example"],
  authorityMetadata: JSON.stringify(metadata),
  graphBaseUrl: "http://127.0.0.1:4000/v1.0",
};

/** Loads what `content` says, and the sentences it was refused with. */
async function load(content: unknown) {
  const file = join(folder, "organisation.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return loadFrom(file);
}

async function loadFrom(file: string | undefined) {
  const sentences: string[] = [];
  const organisation = await loadSampleOrganisation(
    file === undefined ? {} : { QUICK_MEETING_ORGANISATION: file },
    { report: (sentence) => sentences.push(sentence) },
  );
  return { organisation: organisation?.descriptor ?? null, sentences };
}

describe("the organisation an unpackaged app is started with", () => {
  it.each([
    ["QUICK_MEETING_ORGANISATION", true],
    ["QUICK_MEETING_SAMPLE", false],
  ])("named by %s is used at once: %s", async (variable, isChosen) => {
    const file = join(folder, "named.json");
    writeFileSync(file, JSON.stringify(complete));
    const loaded = await loadSampleOrganisation({ [variable]: file }, { report: () => undefined });
    expect(loaded).toEqual({ descriptor: complete, isChosen });
  });

  it("is none, without a word, where the variable is not set or empty", async () => {
    expect(await loadFrom(undefined)).toEqual({ organisation: null, sentences: [] });
    expect(await loadFrom("")).toEqual({ organisation: null, sentences: [] });
  });

  it("is what the file says", async () => {
    expect(await load(complete)).toEqual({ organisation: complete, sentences: [] });
  });

  it("takes the metadata as an object too, and keeps members it does not know", async () => {
    const document = { ...metadata, device_authorization_endpoint: "http://127.0.0.1:4000/device" };
    const { organisation } = await load({ ...complete, authorityMetadata: document });
    expect(JSON.parse(organisation?.authorityMetadata ?? "")).toEqual(document);
  });

  it("leaves the metadata to MSAL where it is empty or missing", async () => {
    const { authorityMetadata: _, knownAuthorities: __, ...rest } = complete;
    const { organisation } = await load(rest);
    expect(organisation).toEqual({ ...rest, authorityMetadata: "", knownAuthorities: [] });
    const empty = await load({ ...complete, authorityMetadata: "" });
    expect(empty.organisation?.authorityMetadata).toBe("");
  });

  it("reads a file with a byte order mark, cuts trailing slashes and leaves out what is not asked for", async () => {
    const file = { ...complete, graphBaseUrl: "https://graph.example/v1.0//", extra: true };
    const { organisation } = await load(`\uFEFF${JSON.stringify(file)}`);
    expect(organisation).toEqual({ ...complete, graphBaseUrl: "https://graph.example/v1.0" });
  });

  it.each([
    ["that is not JSON", "{", "is not JSON"],
    ["that is not an object", "7", "it must be an object"],
    ["without a client id", { ...complete, clientId: undefined }, "clientId is missing"],
    ["with an empty client id", { ...complete, clientId: "" }, "clientId must not be empty"],
    ["with a client id of another type", { ...complete, clientId: 7 }, "clientId must be a text"],
    [
      "with an authority on http",
      { ...complete, authority: "http://127.0.0.1/t" },
      "authority must",
    ],
    ["with host names as a text", { ...complete, knownAuthorities: "a" }, "knownAuthorities must"],
    [
      "with Graph on http elsewhere",
      { ...complete, graphBaseUrl: "http://graph.example" },
      "https",
    ],
    ["with Graph on a file", { ...complete, graphBaseUrl: "file:///v1.0" }, "graphBaseUrl must"],
    [
      "with a password in an address",
      { ...complete, graphBaseUrl: "https://me:secret@graph.example" },
      "graphBaseUrl must",
    ],
    [
      "with a loopback look-alike",
      { ...complete, graphBaseUrl: "http://127.0.0.1.evil.example/v1.0" },
      "graphBaseUrl must",
    ],
    [
      "with an endpoint on http elsewhere",
      { ...complete, authorityMetadata: { ...metadata, token_endpoint: "http://idp.example/t" } },
      "authorityMetadata must",
    ],
    [
      "with metadata that lacks an endpoint",
      { ...complete, authorityMetadata: JSON.stringify({ issuer: "x" }) },
      "authorityMetadata must",
    ],
    [
      "with metadata that is not JSON",
      { ...complete, authorityMetadata: "{" },
      "authorityMetadata must",
    ],
  ])("refuses a file %s and says why", async (_name, content, why) => {
    const { organisation, sentences } = await load(content);
    expect(organisation).toBeNull();
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(why);
    expect(sentences[0]).not.toContain("secret");
  });

  it("says so where the file cannot be read", async () => {
    const { organisation, sentences } = await loadFrom(join(folder, "none.json"));
    expect(organisation).toBeNull();
    expect(sentences).toEqual([
      "The file that QUICK_MEETING_ORGANISATION names cannot be read (ENOENT).",
    ]);
  });
});
