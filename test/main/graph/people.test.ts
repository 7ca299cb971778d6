import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Graph } from "../../../main/graph/client.ts";
import { checkAddress, createPeople, splitAddresses } from "../../../main/graph/people.ts";
import { isLinear } from "../../fakes/effort.ts";
import { openGraph } from "../../sandbox/open-graph.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";

describe("search in the sample organisation", () => {
  let sandbox: Sandbox;
  let graph: Graph;
  beforeAll(async () => {
    sandbox = await startSandbox();
    graph = await openGraph(sandbox, { scopes: ["User.Read", "People.Read"] });
  });
  afterAll(() => sandbox.close());

  test("finds people by the beginning of their names, inside and outside", async () => {
    const people = createPeople({ graph });
    expect(await people.search("brontë")).toEqual({
      ok: true,
      value: [{ name: "Zoë Brontë-Ångström", address: "zoe@contoso.com" }],
    });
    expect(await people.search("ليلى")).toMatchObject({
      value: [{ address: "layla@northwind.example" }],
    });
    expect(await people.search("o'brien")).toMatchObject({
      value: [{ address: "sean.o'brien@contoso.com" }],
    });
  });

  test.each(['"', '" OR "', "qq\\", "%22&$top=1", "\u{d800}", "x".repeat(10_000)])(
    "is safe from %j",
    async (query) => {
      expect(await createPeople({ graph }).search(query)).toEqual({ ok: true, value: [] });
    },
  );

  test("asks nobody about nothing, and says where it may not ask", async () => {
    sandbox.forgetRequests();
    expect(await createPeople({ graph }).search("  ")).toEqual({ ok: true, value: [] });
    expect(sandbox.requests()).toEqual([]);
    const without = await openGraph(sandbox, { scopes: ["User.Read"] });
    expect(await createPeople({ graph: without }).search("zoe")).toMatchObject({
      error: { kind: "not-allowed", trace: { code: "ErrorAccessDenied" } },
    });
  });
});

describe("what is answered", () => {
  const trace = { status: 200, requestId: null, clientRequestId: "c", attempts: 1, at: "" };
  const search = (body: unknown) => {
    const value = { status: 200, body, trace: { ...trace, code: null } };
    return createPeople({ graph: async () => ({ ok: true, value }) }).search("x");
  };
  const person = (address: unknown, displayName: unknown = "Zoë") => ({
    displayName,
    scoredEmailAddresses: [{ address }],
  });

  test("is kept person by person, each once, ten at most", async () => {
    const many = Array.from({ length: 40 }, (_, index) => person(`p${index}@contoso.com`));
    const bad = [
      null,
      {},
      person("javascript:alert(1)"),
      person(7),
      person("x".repeat(10_000_000)),
    ];
    const twice = [person("P0@Contoso.com"), ...many];
    const found = await search({ value: [...bad, ...twice] });
    expect(found.ok && found.value.map(({ address }) => address)).toEqual([
      "P0@contoso.com",
      ...Array.from({ length: 9 }, (_, index) => `p${index + 1}@contoso.com`),
    ]);
  });

  test("has names on one line that read in one way", async () => {
    const names = ["Zoë\r\n\u{202e}ëoZ", "n".repeat(10_000_000), "ليلى حداد", 7, "\u{202e}"];
    const found = await search({
      value: names.map((name, index) => person(`p${index}@contoso.com`, name)),
    });
    expect(found.ok && found.value.map(({ name }) => name?.slice(0, 20) ?? null)).toEqual([
      "Zoë ëoZ",
      "n".repeat(20),
      "ليلى حداد",
      null,
      null,
    ]);
  });

  test.each([null, {}, { value: 1 }])("in another shape cannot be read: %o", async (body) => {
    expect(await search(body)).toMatchObject({ error: { kind: "answer-unreadable" } });
  });
});

describe("an address", () => {
  test.each([
    [" Zoe@Contoso.COM ", "Zoe@contoso.com"],
    ["o'brien+tag@sub.contoso.com", "o'brien+tag@sub.contoso.com"],
    ["jörg@müller.example", "jörg@müller.example"],
  ])("%j is good", (text, address) => expect(checkAddress(text)).toBe(address));

  test.each([
    "",
    "zoe",
    "@contoso.com",
    "zoe@",
    "zoe@contoso",
    "zoe@@contoso.com",
    "a b@contoso.com",
    "zoe@contoso..com",
    ".zoe@contoso.com",
    "zoe@-contoso.com",
    "zoe@contoso.com>",
    "zoe@[1.2.3.4]",
    "a,b@contoso.com",
    "zoe@contoso.com\r\nBcc: x@y.example",
    "zo\u{202e}e@contoso.com",
    `${"x".repeat(65)}@contoso.com`,
    `zoe@${"x".repeat(300)}.com`,
    "zoe?cc=x@contoso.com@x",
  ])("%j is none", (text) => expect(checkAddress(text)).toBeNull());
});

describe("a pasted list", () => {
  const zoe = { name: "Zoë Brontë", address: "zoe@contoso.com" };
  const adele = { name: "Vance, Adele", address: "adele@contoso.com" };
  const bare = (address: string) => ({ name: null, address });

  test.each([
    ["a@x.example; b@x.example,c@x.example\nd@x.example", ["a", "b", "c", "d"]],
    ["a@x.example b@x.example", ["a", "b"]],
    ["mailto:a@x.example", ["a"]],
    [";;,\n , a@x.example ,\r\n", ["a"]],
  ])("%j is taken apart", (text, names) => {
    const people = names.map((name) => bare(`${name}@x.example`));
    expect(splitAddresses(text)).toEqual({ people, rejected: [] });
  });

  test.each([
    ["Zoë Brontë <zoe@contoso.com>; Vance, Adele <adele@contoso.com>", [zoe, adele]],
    ['"Vance, Adele" <adele@contoso.com>, Zoë Brontë <ZOE@contoso.com>', [adele, "ZOE"]],
    ["Vance, Adele <adele@contoso.com>, b@x.example", [adele, bare("b@x.example")]],
    ["<a@x.example>", [bare("a@x.example")]],
  ])("%j keeps its names", (text, people) => {
    const wanted = people.map((each) =>
      each === "ZOE" ? { ...zoe, address: "ZOE@contoso.com" } : each,
    );
    expect(splitAddresses(text)).toEqual({ people: wanted, rejected: [] });
  });

  test("says what is no address, and takes nobody twice", () => {
    expect(splitAddresses("nobody; a@x.example, A@X.example; Zoë <zoe>; b@")).toEqual({
      people: [bare("a@x.example")],
      rejected: ["nobody", "Zoë <zoe>", "b@"],
    });
    expect(splitAddresses('"Vance, a@x.example')).toEqual({
      people: [bare("a@x.example")],
      rejected: ['"Vance'],
    });
  });

  test("comes back as it was written, whatever the names", () => {
    const letters = fc.stringMatching(/^[A-Za-zÄé ,;'.<>@-]{0,12}$/u);
    const person = fc.record({ name: letters, local: fc.stringMatching(/^[a-z]{1,8}$/u) });
    const people = fc.uniqueArray(person, { selector: ({ local }) => local, maxLength: 6 });
    fc.assert(
      fc.property(people, fc.constantFrom("; ", ", ", "\n"), (some, separator) => {
        const text = some
          .map(({ name, local }) => `"${name}" <${local}@x.example>`)
          .join(separator);
        const { rejected, people: read } = splitAddresses(text);
        expect(rejected).toEqual([]);
        expect(read).toEqual(
          some.map(({ name, local }) => ({
            name: name.trim() || null,
            address: `${local}@x.example`,
          })),
        );
      }),
    );
  });

  test.each(['"', "<", "a@", ",a"])(
    "of %s over and over is nobody, in linear time",
    async (part) => {
      expect(splitAddresses(part.repeat(50_000)).people).toEqual([]);
      expect(await isLinear(part, 100_000, splitAddresses)).toBe(true);
    },
  );
});
