import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { defaultSettings } from "../../../main/contract/settings.ts";
import { createSettings } from "../../../main/settings/settings.ts";
import { createMemoryDocument, type Disk } from "../../fakes/memory-platform.ts";

/** What a later version wrote, read and saved by this one. */
const fileName = "settings";
const key = "0123456789abcdef";

function openWith(document: unknown) {
  const disk: Disk = new Map([[fileName, JSON.stringify(document)]]);
  const settings = createSettings(createMemoryDocument(disk, fileName));
  return { ...settings, disk, saved: () => JSON.parse(disk.get(fileName) ?? "null") };
}

const mine = { id: "mine", name: "Mine", options: {} };
const later = { id: "later", name: "Later", options: { lobby: "people-with-a-badge" } };

describe("settings this version does not know", () => {
  test("are on disk after a save as they were", () => {
    const settings = { theme: "dark", sounds: { join: ["ding", 1e21, null] }, constructor: "x" };
    const { change, saved } = openWith({ version: 2, settings });
    change({ language: "de" });
    expect(saved().settings).toEqual({ ...settings, language: "de" });
  });

  test("beside the settings stay too, and so does what an organisation is that nobody knows here", () => {
    const sample = { kind: "sample", id: "sample" };
    const shared = { kind: "shared", id: "fleet", broker: "wam" };
    const document = { version: 2, settings: {}, windows: [1, 2], organisations: [shared, sample] };
    const { setOrganisations, organisations, saved } = openWith(document);
    expect(organisations()).toEqual([sample]);
    setOrganisations([]);
    expect(saved()).toMatchObject({ windows: [1, 2], organisations: [shared] });
  });

  test("within the defaults of an account stay when that account's are changed", () => {
    const accountDefaults = {
      [key]: { subject: "Stand-up", colour: "red", durationMinutes: "half a day" },
      "a-longer-key": { subject: "x" },
    };
    const { settings, changeAccount, saved } = openWith({ settings: { accountDefaults } });
    expect(settings().accountDefaults).toEqual({ [key]: { subject: "Stand-up" } });
    changeAccount(key, { presetId: "guarded" });
    expect(settings().accountDefaults).toEqual({ [key]: { presetId: "guarded" } });
    expect(saved().settings.accountDefaults).toEqual({
      [key]: { colour: "red", durationMinutes: "half a day", presetId: "guarded" },
      "a-longer-key": { subject: "x" },
    });
  });
});

describe("a value this version does not know", () => {
  test.each([
    ["theme", "high-contrast", { theme: "light" }],
    ["language", "tlh", { language: "de" }],
    ["defaultDurationMinutes", "until lunch", { defaultDurationMinutes: 30 }],
    ["notifyBeforeMinutes", [10, 2], { notifyBeforeMinutes: null }],
    ["keepLinkReady", { count: 3 }, { keepLinkReady: false }],
    ["copyFormat", "rtf", { copyFormat: "markdown" }],
  ] as const)("%s: %j is the default here, and goes when it is changed", (setting, value, own) => {
    const { settings, change, saved } = openWith({ settings: { [setting]: value } });
    expect(settings()[setting]).toEqual(defaultSettings[setting]);
    change({ showAsWindow: true });
    expect(saved().settings[setting]).toEqual(value);
    change(own);
    expect(settings()).toMatchObject(own);
    expect(saved().settings).toMatchObject(own);
  });

  test("of one preset hides that preset, and outlives a change of the others", () => {
    const { settings, change, saved } = openWith({ settings: { presets: [later, mine] } });
    expect(settings().presets).toEqual([mine]);
    change({ presets: [{ ...mine, name: "Ours" }] });
    expect(settings().presets).toEqual([{ ...mine, name: "Ours" }]);
    expect(saved().settings.presets).toEqual([{ ...mine, name: "Ours" }, later]);
  });

  test("of who organises stays until somebody is chosen", () => {
    const { chosenAccount, chooseAccount, change, saved } = openWith({ chosenAccount: { of: 2 } });
    expect(chosenAccount()).toBeNull();
    change({ theme: "dark" });
    expect(saved().chosenAccount).toEqual({ of: 2 });
    chooseAccount(key);
    expect(saved().chosenAccount).toBe(key);
  });
});

test("more presets than fit are read as far as they do, and none is lost", () => {
  const presets = Array.from({ length: 40 }, (_, id) => ({ ...mine, id: `${id}` }));
  const { settings, change, saved } = openWith({ settings: { presets } });
  expect(settings().presets).toEqual(presets.slice(0, 30));
  change({ presets: presets.slice(1, 30) });
  expect(saved().settings.presets).toEqual(presets.slice(1));
});

test.each([
  [undefined, 2],
  [1, 2],
  [2, 2],
  [3, 3],
  ["2.5", "2.5"],
])("a file of version %j is one of version %j after a save", (before, after) => {
  const { change, saved } = openWith({ version: before, settings: {} });
  change({ theme: "dark" });
  expect(saved()).toMatchObject({ version: after, settings: { theme: "dark" } });
});

test.each([[[1, 2]], ["text"], [7], [{ settings: ["theme", "dark"] }]])(
  "%j is no document of ours, and is set aside when one is written",
  (document) => {
    const { change, disk, saved } = openWith(document);
    change({ theme: "dark" });
    change({ theme: "light" });
    expect(saved()).toMatchObject({ settings: { theme: "light" } });
    expect(JSON.parse(disk.get(`${fileName}.unreadable`) ?? "null")).toEqual(document);
  },
);

test("what earlier versions called otherwise is written under its name of now once it is changed", () => {
  const { change, settings, saved } = openWith({ settings: { notifyBeforeMeetings: false } });
  change({ notifyBeforeMinutes: undefined, theme: "dark" });
  expect(saved().settings).toEqual({ notifyBeforeMeetings: false, theme: "dark" });
  change({ notifyBeforeMinutes: 5 });
  expect(settings().notifyBeforeMinutes).toBe(5);
  expect(saved().settings).toEqual({ notifyBeforeMinutes: 5, theme: "dark" });
});

const anyName = fc.oneof(
  fc.constantFrom(...Object.keys(defaultSettings), "__proto__", "toString", "notifyBeforeMeetings"),
  fc.string(),
);
const anySettings = fc.dictionary(anyName, fc.jsonValue(), { noNullPrototype: true });
const anyChange = fc.record(
  {
    theme: fc.constantFrom("light", "dark"),
    keepLinkReady: fc.boolean(),
    notifyBeforeMinutes: fc.constantFrom(null, 5),
    presets: fc.constant([mine]),
  },
  { requiredKeys: [] },
);

test("whatever is in the file, a save changes the settings that were changed, and no other", () => {
  fc.assert(
    fc.property(anySettings, fc.array(anyChange), (before, changes) => {
      const { change, settings, saved } = openWith({ version: 9, settings: before });
      const read = settings();
      for (const one of changes) change(one);
      const wanted = Object.assign({}, ...changes);
      expect(settings()).toEqual({ ...read, ...wanted });
      const after = saved().settings;
      for (const [name, value] of Object.entries(JSON.parse(JSON.stringify(before))))
        if (!Object.hasOwn(wanted, name) && name !== "notifyBeforeMeetings")
          expect(JSON.stringify(after[name])).toBe(JSON.stringify(value));
      for (const [name, value] of Object.entries(wanted))
        if (name !== "presets") expect(after[name]).toEqual(value);
    }),
  );
});
