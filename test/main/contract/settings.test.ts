import * as v from "valibot";
import { describe, expect, test } from "vitest";

import { catalogue, defaultSettings, settingNames } from "../../../main/contract/settings.ts";
import {
  copyChoices,
  settingSchemas,
  settingsChange,
} from "../../../main/contract/settings/schemas.ts";

const changeable = settingNames.filter((name) => name !== "accountDefaults");

describe("every setting", () => {
  test.each(changeable)(
    "%s may be changed to its own default, and to nothing it is not",
    (name) => {
      expect(v.parse(settingsChange, { [name]: defaultSettings[name] })).toEqual({
        [name]: defaultSettings[name],
      });
      expect(v.is(settingSchemas[name], Symbol("nothing of ours"))).toBe(false);
      expect(v.is(settingsChange, { [name]: { no: "setting" } })).toBe(false);
    },
  );

  test("with a condition names a switch that there is", () => {
    const needed = Object.values(catalogue).flatMap((setting) =>
      "needs" in setting ? [setting.needs] : [],
    );
    expect(needed.map((name) => catalogue[name].kind)).toEqual(needed.map(() => "switch"));
  });

  test("that had another name had one that no setting has now, and values that mean one of now", () => {
    for (const name of changeable) {
      const setting = catalogue[name];
      const formerly: Readonly<Record<string, object>> =
        "formerly" in setting ? setting.formerly : {};
      for (const [former, meanings] of Object.entries(formerly)) {
        expect(settingNames).not.toContain(former);
        for (const meaning of Object.values(meanings))
          expect(v.is(settingSchemas[name], meaning)).toBe(true);
      }
    }
  });
});

describe("a change", () => {
  test.each([
    {},
    { unknown: true },
    { accountDefaults: {} },
    { theme: "dark", unknown: 1 },
    null,
    7,
  ])("of %j is refused", (change) => expect(v.is(settingsChange, change)).toBe(false));

  test("can be of several at once", () => {
    const change = { theme: "dark", notifyBeforeMinutes: null };
    expect(v.parse(settingsChange, change)).toEqual(change);
  });
});

test("a copy is decided by the settings of its page, all of them", () => {
  const choices = {
    copyFormat: defaultSettings.copyFormat,
    template: defaultSettings.template,
    includeTime: defaultSettings.includeTime,
    includeMeetingId: defaultSettings.includeMeetingId,
    includeDialIn: defaultSettings.includeDialIn,
    invitationLanguage: defaultSettings.invitationLanguage,
  };
  expect(v.parse(copyChoices, choices)).toEqual(choices);
  const { template: _template, ...fewer } = choices;
  expect(v.is(copyChoices, fewer)).toBe(false);
  expect(v.is(copyChoices, { ...choices, theme: "dark" })).toBe(false);
});

test("what a policy may set is said here, too: it decides for people", () => {
  const ofPolicy = settingNames.filter((name) => "policy" in catalogue[name]);
  expect(ofPolicy).toEqual([
    "defaultSubject",
    "defaultDurationMinutes",
    "keepLinkReady",
    "showUpcoming",
    "hideSubjects",
    "offerStartAtLogin",
    "language",
    "presets",
    "copyFormat",
    "template",
    "includeMeetingId",
    "includeDialIn",
    "includeTime",
    "invitationLanguage",
    "offerCode",
    "keepWithoutKeyring",
  ]);
});
