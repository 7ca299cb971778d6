import * as v from "valibot";

import {
  catalogue,
  type SettingName,
  settingNames,
  type Settings,
  type SettingsChange,
} from "../contract/settings.ts";
import { itemSchemas, settingSchemas } from "../contract/settings/schemas.ts";
import { readAccounts } from "./stored-accounts.ts";
import { defined, readList, type Stored } from "./stored-object.ts";

/** Value by value: one setting that cannot be read does not cost the others. */
export function readSettings(stored: Stored): Settings {
  const values = settingNames.map((name) => [name, readSetting(name, stored)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name with what its own schema let through
  return Object.fromEntries(values) as Settings;
}

function readSetting(name: SettingName, stored: Stored): unknown {
  if (name === "accountDefaults") return readAccounts(stored[name]);
  if (name === "presets") return readPresets(stored).read;
  const schema: v.GenericSchema = settingSchemas[name];
  for (const value of [stored[name], ...formerValues(name, stored)]) {
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
  }
  return catalogue[name].byDefault;
}

/** The settings on disk with a change. What no longer says anything, under its earlier name, goes. */
export function changeStored(stored: Stored, change: SettingsChange): Stored {
  const changed = defined(change);
  const former = new Set(settingNames.filter((name) => name in changed).flatMap(formerNames));
  const kept = Object.entries(stored).filter(([name]) => !former.has(name));
  return { ...Object.fromEntries(kept), ...changed };
}

function formersOf(name: SettingName) {
  const setting = catalogue[name];
  return Object.entries("formerly" in setting ? setting.formerly : {});
}

const formerNames = (name: SettingName) => formersOf(name).map(([former]) => former);

/** What it is now, by what earlier versions kept. */
const formerValues = (name: SettingName, stored: Stored) =>
  formersOf(name).map(([former, meanings]) => {
    const meaning = new Map<unknown, unknown>(Object.entries(meanings));
    return meaning.get(JSON.stringify(stored[former]));
  });

export const readPresets = ({ presets }: Stored) =>
  readList(presets, itemSchemas.presets, catalogue.presets.most);
