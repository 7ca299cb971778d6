import { describe, expect, test } from "vitest";

import { defaultSettings } from "../../../main/contract/settings.ts";
import type { Organisation } from "../../../main/contract/state.ts";
import { createSettings } from "../../../main/settings/settings.ts";
import { createMemoryDocument, type Disk } from "../../fakes/memory-platform.ts";
import { checkTemplate } from "../../../main/handover/template.ts";

const name = "settings";
const key = "0123456789abcdef";
const own: Organisation = {
  kind: "own",
  id: "contoso",
  clientId: "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c",
  tenant: "contoso.com",
  cloud: "us-l5",
};

function open(disk: Disk = new Map()) {
  const file = createMemoryDocument(disk, name);
  return { ...createSettings(file), file, disk };
}
const openWith = (document: unknown) => open(new Map([[name, JSON.stringify(document)]]));

describe("nothing kept", () => {
  test("gives the defaults and no organisation, and writes nothing", () => {
    const { settings, organisations, disk } = open();
    expect(settings()).toEqual(defaultSettings);
    expect(organisations()).toEqual([]);
    expect(disk.size).toBe(0);
  });
});

describe("a change", () => {
  test("is there at once and after a restart, and the rest stays", () => {
    const { change, settings, disk } = open();
    expect(change({ theme: "dark", defaultDurationMinutes: 30 })).toMatchObject({ ok: true });
    expect(change({ language: "de" })).toMatchObject({ ok: true });
    const expected = {
      ...defaultSettings,
      theme: "dark",
      defaultDurationMinutes: 30,
      language: "de",
    };
    expect(settings()).toEqual(expected);
    expect(open(disk).settings()).toEqual(expected);
  });

  test("of undefined changes nothing", () => {
    const { change, settings } = open();
    change({ theme: undefined, showAsWindow: true });
    expect(settings()).toEqual({ ...defaultSettings, showAsWindow: true });
  });

  test("that cannot be written is said, and holds until the app quits", () => {
    const { change, settings, file, disk } = open();
    file.failWrites = true;
    expect(change({ theme: "dark" })).toEqual({ ok: false, error: { kind: "disk-failed" } });
    expect(settings().theme).toBe("dark");
    expect(open(disk).settings().theme).toBe("system");
  });

  test("is made good by the next one that can be written", () => {
    const { change, file, disk } = open();
    file.failWrites = true;
    change({ theme: "dark" });
    file.failWrites = false;
    change({ showAsWindow: true });
    expect(open(disk).settings()).toMatchObject({ theme: "dark", showAsWindow: true });
  });

  test("leaves the organisations and who was chosen, and choosing leaves the settings", () => {
    const { change, setOrganisations, chooseAccount, disk } = open();
    setOrganisations([own]);
    chooseAccount(key);
    change({ theme: "light" });
    const next = open(disk);
    expect(next.organisations()).toEqual([own]);
    expect(next.chosenAccount()).toBe(key);
    next.setOrganisations([own, { kind: "sample", id: "sample" }]);
    next.chooseAccount(null);
    expect(open(disk).organisations()).toEqual([own, { kind: "sample", id: "sample" }]);
    expect(open(disk).chosenAccount()).toBeNull();
    expect(open(disk).settings().theme).toBe("light");
  });

  test("of one account's defaults is that account's alone, and empty ones are forgotten", () => {
    const { changeAccount, disk } = open();
    changeAccount(key, { subject: "Stand-up", durationMinutes: 15 });
    changeAccount("fedcba9876543210", { durationMinutes: 30 });
    expect(open(disk).settings()).toEqual({
      ...defaultSettings,
      accountDefaults: {
        [key]: { subject: "Stand-up", durationMinutes: 15 },
        fedcba9876543210: { durationMinutes: 30 },
      },
    });
    const next = open(disk);
    next.changeAccount(key, { subject: undefined });
    expect(open(disk).settings().accountDefaults).toEqual({
      fedcba9876543210: { durationMinutes: 30 },
    });
  });

  test("does not touch the defaults", () => {
    open().change({ theme: "dark", defaultSubject: "Other" });
    expect(open().settings()).toMatchObject({ theme: "system", defaultSubject: "Quick meeting" });
  });
});

test("the template everybody begins with has nothing to complain about, in every language", () => {
  const { template } = defaultSettings;
  expect(checkTemplate(template)).toEqual([]);
  expect(template.replaceAll(/\{\w+\}/gu, "")).not.toMatch(/\p{L}/u);
});

describe("what was kept is checked value by value", () => {
  test.each([
    ["theme", "neon"],
    ["language", "../en"],
    ["language", 7],
    ["defaultSubject", ""],
    ["defaultSubject", "   "],
    ["defaultSubject", "x".repeat(256)],
    ["defaultDurationMinutes", 0],
    ["defaultDurationMinutes", 4],
    ["defaultDurationMinutes", 1441],
    ["defaultDurationMinutes", 30.5],
    ["defaultDurationMinutes", "60"],
    ["presets", [{ id: "mine", name: "", options: {} }]],
    ["presets", [{ id: "mine", name: "Mine", options: { lobby: "nobody" } }]],
    ["presets", [{ id: "mine", name: "Mine", options: {}, copyFormat: "rtf" }]],
    ["copyFormat", "rtf"],
    ["includeTime", "no"],
    ["includeMeetingId", 0],
    ["includeDialIn", null],
    ["invitationLanguage", "xx"],
    ["invitationLanguage", "en"],
    ["template", "x".repeat(4_001)],
    ["keepLinkReady", 1],
    ["notifyWhenCreated", "false"],
    ["notifyWhenCreated", null],
    ["notifyBeforeMinutes", 3],
    ["notifyBeforeMinutes", true],
    ["hideSubjects", "yes"],
    ["showCountdown", 1],
    ["shortcutEnabled", 1],
    ["showAsWindow", {}],
    ["keepWithoutKeyring", "yes"],
    ["unknown", true],
    ["constructor", "x"],
  ])("%s: %j costs only itself", (setting, bad) => {
    const good = {
      theme: "dark",
      language: "de",
      defaultSubject: "Stand-up",
      defaultDurationMinutes: 15,
      presets: [{ id: "mine", name: "Mine", options: { lobby: "organizer" }, copyFormat: "link" }],
      copyFormat: "markdown",
      includeTime: false,
      includeMeetingId: false,
      includeDialIn: false,
      invitationLanguage: "pt-BR",
      template: "{url}",
      keepLinkReady: false,
      askBeforeSecond: false,
      notifyWhenCreated: false,
      notifyBeforeMinutes: 10,
      hideSubjects: true,
      showCountdown: false,
      shortcutEnabled: false,
      showAsWindow: true,
      keepWithoutKeyring: true,
    };
    const { settings, organisations } = openWith({
      version: 2,
      settings: { ...good, [setting]: bad },
      organisations: [own],
    });
    const fallback = Object.entries(defaultSettings).filter(([known]) => known === setting);
    expect(settings()).toMatchObject({ ...good, ...Object.fromEntries(fallback) });
    expect(settings().accountDefaults).toEqual({});
    expect(organisations()).toEqual([own]);
  });

  test.each([null, [], "text", 7, true, { settings: null }, { settings: [] }, { settings: "x" }])(
    "a document of %j gives the defaults",
    (document) => {
      const { settings, organisations, chosenAccount } = openWith(document);
      expect(settings()).toEqual(defaultSettings);
      expect(organisations()).toEqual([]);
      expect(chosenAccount()).toBeNull();
    },
  );

  test.each([
    [{ notifyBeforeMeetings: true }, 2],
    [{ notifyBeforeMeetings: false }, null],
    [{ notifyBeforeMeetings: false, notifyBeforeMinutes: 5 }, 5],
    [{ notifyBeforeMeetings: true, notifyBeforeMinutes: null }, null],
    [{ notifyBeforeMeetings: 7 }, 2],
    [{}, 2],
  ])("%j, as earlier versions wrote it, is %j minutes", (settings, minutes) => {
    expect(openWith({ settings }).settings().notifyBeforeMinutes).toBe(minutes);
  });

  test("the limits themselves are good", () => {
    for (const defaultDurationMinutes of [5, 1440])
      expect(openWith({ settings: { defaultDurationMinutes } }).settings()).toMatchObject({
        defaultDurationMinutes,
      });
    const defaultSubject = "x".repeat(255);
    expect(openWith({ settings: { defaultSubject } }).settings()).toMatchObject({ defaultSubject });
  });

  test.each([
    null,
    "sample",
    { kind: "other" },
    { kind: "own" },
    { ...own, cloud: "moon" },
    { ...own, clientId: 7 },
    { ...own, tenant: "x".repeat(1001) },
    { ...own, id: "../escape" },
  ])("an organisation of %j is none, and the others and the settings stay", (organisation) => {
    const kept = openWith({ settings: { theme: "dark" }, organisations: [organisation, own] });
    expect(kept.organisations()).toEqual([own]);
    expect(kept.settings().theme).toBe("dark");
  });

  test.each([7, "", "megan@contoso.com", "../x"])("%j is nobody's key", (chosenAccount) => {
    const accountDefaults = { [String(chosenAccount)]: { subject: "x" }, [key]: { subject: 7 } };
    const kept = openWith({ chosenAccount, settings: { accountDefaults } });
    expect(kept.chosenAccount()).toBeNull();
    expect(kept.settings().accountDefaults).toEqual({});
  });
});
