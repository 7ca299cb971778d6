import { copyFormats } from "./copy-formats.ts";
import { asApp, invitationLanguages, languages } from "./languages.ts";
import { mostPresets, type Preset } from "./presets.ts";
import {
  byAccount,
  choice,
  line,
  list,
  minutes,
  onOff,
  type Section,
  text,
  type ValueOf,
} from "./settings/kinds.ts";
import { type Tip, tips } from "./settings/tips.ts";

/** What new meetings of one account begin with, where that differs from the rest. */
export interface AccountDefaults {
  readonly subject?: string | undefined;
  readonly durationMinutes?: number | undefined;
  readonly presetId?: string | undefined;
}

const durations = { least: 5, most: 24 * 60, offered: [15, 30, 45, 60, 90, 120] };
const tags = languages.map(({ tag }) => tag);
const noPresets: readonly Preset[] = [];
const noTips: readonly Tip[] = [];
const likeAll: Readonly<Record<string, AccountDefaults>> = {};
const policy = true;

/**
 * All that can be set, each once: what is kept, what may be asked for and the rows of the settings page are
 * made of it. Without what checks the values (settings/schemas.ts): windows need not load the validator.
 */
export const catalogue = {
  defaultSubject: line(255, "Quick meeting", { section: "general", group: "meetings", policy }),
  defaultDurationMinutes: minutes(durations, 60, { section: "general", group: "meetings", policy }),
  /** A spare link is kept at Microsoft for each account that makes meetings. */
  keepLinkReady: onOff(true, { section: "general", group: "meetings", hint: true, policy }),
  askBeforeSecond: onOff(true, { section: "general", group: "meetings" }),
  /** The calendar is read, by permission, for the meetings of the next days. */
  showUpcoming: onOff(false, { section: "general", group: "notifications", row: "own", policy }),
  /** How long before a meeting its person is told; null is not at all. */
  notifyBeforeMinutes: choice([null, 1, 2, 5, 10, 15], 2, {
    section: "general",
    group: "notifications",
    needs: "showUpcoming",
    formerly: { notifyBeforeMeetings: { true: 2, false: null } },
  }),
  notifyWhenCreated: onOff(true, { section: "general", group: "notifications" }),
  /** Notifications name no meeting and no address. */
  hideSubjects: onOff(false, { section: "general", group: "notifications", hint: true, policy }),
  /** To the next meeting, beside the icon in the menu bar of macOS. */
  showCountdown: onOff(true, { section: "general", group: "notifications", only: "darwin" }),
  /** Asked once, beside the first links; what came of it only the system knows. */
  offerStartAtLogin: onOff(true, { section: "general", group: "start", row: "own", policy }),
  shortcutEnabled: onOff(true, { section: "general", group: "start", row: "own" }),
  /** It hides when somebody presses elsewhere, unless they want it to stay. */
  keepOpen: onOff(false, { section: "general", group: "start", hint: true }),
  showAsWindow: onOff(false, { section: "general", group: "start", hint: true }),
  language: choice(["system", ...tags], "system", {
    section: "general",
    group: "look",
    row: "own",
    policy,
  }),
  theme: choice(["system", "light", "dark"], "system", { section: "general", group: "look" }),
  /** Linux does not tell what colour its panel has. */
  trayIcon: choice(["auto", "light", "dark"], "auto", {
    section: "general",
    group: "look",
    only: "linux",
  }),
  /** What was told once and is told no more. */
  seenTips: list(tips.length, noTips, { section: "home", row: "own" }),
  /** Those people made themselves; the built-in ones come before them. */
  presets: list(mostPresets, noPresets, { section: "presets", row: "own", policy }),
  /** What "copy" means where nobody chose a format. */
  copyFormat: choice(copyFormats, "link", { section: "copyFormat", row: "own", policy }),
  /** The text of the format "template". By default without a word, so in every language. */
  template: text(
    4_000,
    "{subject}\n{date}, {start} – {end} ({zone})\n\n{url}\n{id}[, {passcode}]",
    { section: "copyFormat", row: "own", policy },
  ),
  /** What invitations and Markdown say. The passcode goes with the meeting ID. */
  includeMeetingId: onOff(true, { section: "copyFormat", row: "own", policy }),
  includeDialIn: onOff(true, { section: "copyFormat", row: "own", policy }),
  includeTime: onOff(true, { section: "copyFormat", row: "own", policy }),
  invitationLanguage: choice([asApp, ...invitationLanguages], asApp, {
    section: "copyFormat",
    row: "own",
    policy,
  }),
  accountDefaults: byAccount(likeAll, { section: "accounts", row: "own" }),
  /** A code can be asked for by whoever wants somebody else's sign-in: many organisations allow none. */
  offerCode: onOff(true, { section: "accounts", hint: true, policy }),
  /** Where no keyring protects it, the sign-in is kept on disk all the same. */
  keepWithoutKeyring: onOff(false, { section: "accounts", row: "own", policy }),
};

type Catalogue = typeof catalogue;
export type SettingName = keyof Catalogue;
export type Settings = { readonly [Name in SettingName]: ValueOf<Catalogue[Name]> };

/** The names of the settings that are like this. */
export type NameOf<Like> = {
  [Name in SettingName]: Catalogue[Name] extends Like ? Name : never;
}[SettingName];

type Changeable = Exclude<SettingName, NameOf<{ kind: "by-account" }>>;
export type SettingsChange = { readonly [Name in Changeable]?: Settings[Name] | undefined };

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the names it returns
export const settingNames = Object.keys(catalogue) as readonly SettingName[];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name with the default of its own entry
export const defaultSettings = Object.fromEntries(
  settingNames.map((name) => [name, catalogue[name].byDefault]),
) as Settings;

export const namesIn = <In extends Section>(section: In) =>
  settingNames.filter(
    (name): name is NameOf<{ section: In }> => catalogue[name].section === section,
  );

/** All that decides what a copy looks like. */
export type CopyChoices = Pick<Settings, NameOf<{ section: "copyFormat" }>>;

export const copyChoicesOf = (settings: Settings): CopyChoices =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name of its section with its value
  Object.fromEntries(namesIn("copyFormat").map((name) => [name, settings[name]])) as CopyChoices;
