import * as v from "valibot";

import { organisationDraft } from "../contract/drafts.ts";
import { ok, type Result } from "../contract/errors.ts";
import type { AccountDefaults, Settings, SettingsChange } from "../contract/settings.ts";
import type { Organisation } from "../contract/state.ts";
import type { DocumentFile } from "../base/vault.ts";
import { accountKey, changeAccounts, readAccounts, readKey } from "./stored-accounts.ts";
import { asStored, defined, readList, type Stored } from "./stored-object.ts";
import { changeStored, readPresets, readSettings } from "./stored-settings.ts";

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
  /** Signed out here, and not in again since. */
  hasLeft(key: string): boolean;
  setLeft(key: string, hasLeft: boolean): Result<undefined>;
}

/** More people than sign out of one computer while anybody has a copy of their files. */
const mostLeft = 200;

/** What this version writes; a later one's file stays of that later one. */
const version = 2;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u));
const storedOrganisation = v.variant("kind", [
  v.object({ kind: v.literal("sample"), id }),
  v.object({ kind: v.literal("own"), id, ...organisationDraft.entries }),
]);

/** What is kept is read as far as it is understood; the rest is written as it was, until it is changed. */
export function createSettings(file: DocumentFile): SettingsStore {
  const read = file.read();
  const raw = read.ok ? read.value : undefined;
  const whole = asStored(raw);
  let document: Stored = { ...whole, version: versionAfter(whole?.["version"]) };
  let stored = asStored(document["settings"]) ?? {};
  const presetsUnread = readPresets(stored).unread;
  const organisationsRead = readList(document["organisations"], storedOrganisation);

  let settings = readSettings(stored);
  let organisations: readonly Organisation[] = organisationsRead.read;
  let chosenAccount = readKey(document["chosenAccount"]);
  let left: readonly string[] = readList(document["left"], accountKey, mostLeft).read;
  // Of a shape nobody expects: it is written over, but not without a copy.
  let isStrange = raw !== undefined && asStored(whole?.["settings"] ?? whole) === null;

  function save(change: Stored): Result<undefined> {
    document = { ...document, ...change };
    // Written over what could not be read, everything kept would be lost.
    if (!read.ok) return read;
    const saved = file.write(document, { setAside: isStrange });
    if (saved.ok) isStrange = false;
    return saved;
  }
  function saveSettings(next: Stored): Result<undefined> {
    stored = next;
    return save({ settings: stored });
  }

  return {
    settings: () => settings,
    organisations: () => organisations,
    chosenAccount: () => chosenAccount,
    change(change) {
      settings = { ...settings, ...defined(change) };
      const { presets } = change;
      const lists = presets ? { presets: [...presets, ...presetsUnread] } : {};
      return saveSettings({ ...changeStored(stored, change), ...lists });
    },
    changeAccount(key, defaults) {
      const accountDefaults = changeAccounts(stored["accountDefaults"], key, defaults);
      settings = { ...settings, accountDefaults: readAccounts(accountDefaults) };
      return saveSettings({ ...stored, accountDefaults });
    },
    setOrganisations(next) {
      organisations = next;
      return save({ organisations: [...next, ...organisationsRead.unread] });
    },
    chooseAccount(key) {
      chosenAccount = key;
      return save({ chosenAccount });
    },
    hasLeft: (key) => left.includes(key),
    setLeft(key, hasLeft) {
      if (left.includes(key) === hasLeft) return ok(undefined);
      const others = left.filter((one) => one !== key);
      left = hasLeft ? [key, ...others].slice(0, mostLeft) : others;
      return save({ left });
    },
  };
}

const versionAfter = (before: unknown): unknown =>
  before === undefined || (typeof before === "number" && before < version) ? version : before;
