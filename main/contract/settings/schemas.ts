import * as v from "valibot";

import { shortList } from "../shape.ts";
import { presetSchema } from "../option-schema.ts";
import {
  type AccountDefaults,
  catalogue,
  type NameOf,
  namesIn,
  type SettingName,
  settingNames,
  type Settings,
  type SettingsChange,
} from "../settings.ts";
import { tips } from "./tips.ts";
import type { Choice } from "./kinds.ts";

type Schemas = { readonly [Name in keyof SettingsChange]-?: v.GenericSchema<Settings[Name]> };

/** What one item of a list is. */
export const itemSchemas = { presets: presetSchema, seenTips: v.picklist(tips) } satisfies {
  [Name in NameOf<{ kind: "list" }>]: v.GenericSchema<Settings[Name][number]>;
};

const isItemsName = (name: string): name is keyof typeof itemSchemas =>
  Object.hasOwn(itemSchemas, name);

const isChangeable = (name: SettingName): name is keyof Schemas =>
  catalogue[name].kind !== "by-account";

/** What checks each setting, read off its entry. */
export const settingSchemas = schemasOf(settingNames.filter(isChangeable));

function schemasOf<Name extends keyof Schemas>(names: readonly Name[]): Pick<Schemas, Name> {
  const schemas = Object.fromEntries(names.map((name) => [name, schemaOf(name)]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name with the schema of its own entry
  return schemas as Pick<Schemas, Name>;
}

function schemaOf(name: SettingName): v.GenericSchema {
  const setting = catalogue[name];
  switch (setting.kind) {
    case "switch":
      return v.boolean();
    case "choice":
      return oneOf(setting.choices);
    case "minutes":
      return v.pipe(v.number(), v.integer(), v.minValue(setting.least), v.maxValue(setting.most));
    case "line":
      return v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(setting.longest));
    case "text":
      return v.pipe(v.string(), v.maxLength(setting.longest));
    case "list":
      return isItemsName(name)
        ? shortList<v.GenericSchema>(itemSchemas[name], setting.most)
        : v.never();
    case "by-account":
      return v.never();
  }
}

function oneOf(choices: readonly Choice[]): v.GenericSchema {
  const values = v.picklist(choices.filter((value) => value !== null));
  return choices.includes(null) ? v.nullable(values) : values;
}

/** Absent is what the settings say for everybody. */
export const accountDefaults = v.strictObject({
  subject: v.optional(settingSchemas.defaultSubject),
  durationMinutes: v.optional(settingSchemas.defaultDurationMinutes),
  presetId: v.optional(v.pipe(v.string(), v.maxLength(64))),
}) satisfies v.GenericSchema<AccountDefaults>;

/** At least one setting: a change of nothing is a mistake, or an attack that lost its load on the way. */
export const settingsChange = v.pipe(
  v.partial(v.strictObject(settingSchemas)),
  v.check((change) => Object.keys(change).length > 0),
) satisfies v.GenericSchema<SettingsChange>;

/** All that decides what a copy looks like. */
export const copyChoices = v.strictObject(schemasOf(namesIn("copyFormat")));

/** Everything that is set, as the windows are told. */
export const settings = v.pipe(
  v.strictObject({
    ...settingSchemas,
    accountDefaults: v.record(v.string(), accountDefaults),
  }),
  v.readonly(),
) satisfies v.GenericSchema<Settings>;
