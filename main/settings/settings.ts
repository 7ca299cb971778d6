import * as v from "valibot";

import { factoryCopy } from "../contract/copy-formats.ts";
import { type Result } from "../contract/errors.ts";
import {
  accountDefaults,
  organisationDraft,
  type SettingsChange,
  settingsChange,
} from "../contract/drafts.ts";
import type { AccountDefaults, Organisation, Settings } from "../contract/state.ts";
import type { DocumentFile } from "../base/vault.ts";

export const defaultSettings: Settings = {
  theme: "system",
  language: "system",
  defaultSubject: "Quick meeting",
  defaultDurationMinutes: 60,
  accountDefaults: {},
  presets: [],
  ...factoryCopy,
  // Without a word, so in every language.
  template: "{subject}\n{date}, {start} – {end} ({zone})\n\n{url}\n{id}[, {passcode}]",
  keepLinkReady: true,
  askBeforeSecond: true,
  notifyWhenCreated: true,
  showUpcoming: false,
  notifyBeforeMinutes: 2,
  hideSubjects: false,
  showCountdown: true,
  shortcutEnabled: true,
  showAsWindow: false,
  keepWithoutKeyring: false,
};

export interface SettingsStore {
  settings(): Settings;
  organisations(): readonly Organisation[];
  /** Key of the account that organises; null before one was chosen. */
  chosenAccount(): string | null;
  /** Errors: disk-failed; the change then holds until the app quits. */
  change(change: SettingsChange): Result<undefined>;
  /** `key` is the account's. Empty defaults are forgotten. */
  changeAccount(key: string, defaults: AccountDefaults): Result<undefined>;
  setOrganisations(organisations: readonly Organisation[]): Result<undefined>;
  chooseAccount(key: string | null): Result<undefined>;
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u));
const storedOrganisation = v.variant("kind", [
  v.object({ kind: v.literal("sample"), id }),
  v.object({ kind: v.literal("own"), id, ...organisationDraft.entries }),
]);
const storedKey = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/u));

/** What is kept is checked value by value: one setting that cannot be read does not cost the others. */
export function createSettings(file: DocumentFile): SettingsStore {
  const read = file.read();
  const stored = v.safeParse(v.record(v.string(), v.unknown()), read.ok ? read.value : undefined);
  const document = stored.success ? stored.output : {};
  let settings: Settings = {
    ...defaultSettings,
    ...ofEarlierVersions(document["settings"]),
    ...readable(document["settings"]),
    accountDefaults: readableDefaults(document["settings"]),
  };
  let organisations = readableList(document["organisations"]);
  const kept = v.safeParse(storedKey, document["chosenAccount"]);
  let chosenAccount = kept.success ? kept.output : null;
  // Written over what could not be read, everything kept would be lost.
  const save = () =>
    read.ok ? file.write({ version: 2, settings, organisations, chosenAccount }) : read;
  return {
    settings: () => settings,
    organisations: () => organisations,
    chosenAccount: () => chosenAccount,
    change(change) {
      settings = { ...settings, ...defined(change) };
      return save();
    },
    changeAccount(key, defaults) {
      const { [key]: _before, ...others } = settings.accountDefaults;
      const own = Object.values(defaults).some((value) => value !== undefined);
      settings = { ...settings, accountDefaults: own ? { ...others, [key]: defaults } : others };
      return save();
    },
    setOrganisations(next) {
      organisations = next;
      return save();
    },
    chooseAccount(key) {
      chosenAccount = key;
      return save();
    },
  };
}

function readableList(raw: unknown): readonly Organisation[] {
  const list = v.safeParse(v.array(v.unknown()), raw);
  if (!list.success) return [];
  return list.output.flatMap((one) => {
    const organisation = v.safeParse(storedOrganisation, one);
    return organisation.success ? [organisation.output] : [];
  });
}

const settingsWithAccounts = v.object({ accountDefaults: v.record(v.string(), v.unknown()) });

function readableDefaults(raw: unknown): Settings["accountDefaults"] {
  const parsed = v.safeParse(settingsWithAccounts, raw);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.output.accountDefaults).flatMap(([key, value]) => {
      const defaults = v.safeParse(accountDefaults, value);
      return v.is(storedKey, key) && defaults.success ? [[key, defaults.output]] : [];
    }),
  );
}

const earlier = v.object({ notifyBeforeMeetings: v.boolean() });

/** Once there was only on, which was 2 minutes, and off. */
function ofEarlierVersions(raw: unknown): Partial<Settings> {
  const parsed = v.safeParse(earlier, raw);
  if (!parsed.success) return {};
  return { notifyBeforeMinutes: parsed.output.notifyBeforeMeetings ? 2 : null };
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
