import * as v from "valibot";

import { type Result } from "../contract/errors.ts";
import { organisationDraft, type SettingsChange, settingsChange } from "../contract/ipc.ts";
import type { Organisation, Settings } from "../contract/state.ts";
import type { DocumentFile } from "../vault.ts";

export const defaultSettings: Settings = {
  theme: "system",
  language: "system",
  defaultSubject: "Quick meeting",
  defaultDurationMinutes: 60,
  notifyWhenCreated: true,
  shortcutEnabled: true,
  showAsWindow: false,
};

export interface SettingsStore {
  settings(): Settings;
  organisation(): Organisation;
  /** Errors: disk-failed; the change then holds until the app quits. */
  change(change: SettingsChange): Result<undefined>;
  chooseOrganisation(organisation: Organisation): Result<undefined>;
}

const storedOrganisation = v.variant("kind", [
  v.object({ kind: v.literal("none") }),
  v.object({ kind: v.literal("sample") }),
  v.object({ kind: v.literal("own"), ...organisationDraft.entries }),
]);

/** What is kept is checked value by value: one setting that cannot be read does not cost the others. */
export function createSettings(file: DocumentFile): SettingsStore {
  const stored = v.safeParse(v.record(v.string(), v.unknown()), file.read());
  const document = stored.success ? stored.output : {};
  let settings: Settings = { ...defaultSettings, ...readable(document["settings"]) };
  const kept = v.safeParse(storedOrganisation, document["organisation"]);
  let organisation: Organisation = kept.success ? kept.output : { kind: "none" };
  const save = () => file.write({ version: 1, settings, organisation });
  return {
    settings: () => settings,
    organisation: () => organisation,
    change(change) {
      settings = { ...settings, ...defined(change) };
      return save();
    },
    chooseOrganisation(next) {
      organisation = next;
      return save();
    },
  };
}

function readable(raw: unknown): Partial<Settings> {
  const parsed = v.safeParse(v.record(v.string(), v.unknown()), raw);
  if (!parsed.success) return {};
  const single = Object.entries(parsed.output).map(([key, value]) => {
    const one = v.safeParse(settingsChange, { [key]: value });
    return one.success ? defined(one.output) : {};
  });
  return Object.assign({}, ...single);
}

/** Without the keys whose value is undefined. */
function defined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
