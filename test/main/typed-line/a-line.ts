import { meetingDefaults, presetDefaults } from "../../../main/contract/defaults.ts";
import { fail, ok, type Result } from "../../../main/contract/errors.ts";
import type { Invitee } from "../../../main/contract/event-draft.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { createKnownPeople } from "../../../main/typed-line/known-people.ts";
import { readTypedLine } from "../../../main/typed-line/read-typed-line.ts";

/** Monday 23 November 2026, 13:52 in Berlin. */
export const now = Date.parse("2026-11-23T12:52:30Z");

export const anna = { name: "Anna Vance", address: "anna@contoso.com" };
export const ben = { name: "Ben Walters", address: "benw@contoso.com" };
export const twoAlex = [
  { name: "Alex Okafor", address: "alex.o@contoso.com" },
  { name: "Alex Wilber", address: "alex.w@contoso.com" },
];
const wei = { name: "王伟", address: "wei@contoso.com" };
const tanaka = { name: "田中 太郎", address: "tanaka@contoso.com" };
const layla = { name: "ليلى حسن", address: "layla@contoso.com" };
const everybody: readonly Invitee[] = [anna, ben, ...twoAlex, wei, tanaka, layla];

const presets = [
  { id: "standard", name: "Standard" },
  { id: "open-door", name: "Open door" },
  { id: "external-guests", name: "External guests" },
  { id: "guarded", name: "Guarded" },
  { id: "mine", name: "Café, short" },
];
const own = {
  id: "mine",
  name: "Café, short",
  options: {},
  subject: "Café {time}",
  durationMinutes: 20,
};

export interface LineOptions {
  readonly languages?: readonly string[];
  readonly locale?: string;
  readonly at?: number;
  readonly settings?: Partial<AppState["settings"]>;
  /** What Microsoft says when somebody is looked for. */
  readonly search?: (text: string) => Promise<Result<readonly Invitee[]>>;
}

const account = {
  id: "megan",
  organisationId: "o",
  name: "Megan",
  username: "megan@contoso.com",
  kind: "member",
} as const;

export const searchAll = async (text: string) =>
  ok(
    everybody.filter(({ name, address }) =>
      `${name} ${address}`.toLowerCase().includes(text.toLowerCase()),
    ),
  );
export const nobodyAllowed = async () =>
  fail({ kind: "sign-in-refused", reason: "approval-needed", trace: null } as const);

/** Desks of people who type: each has its own memory of whom it looked for. */
export function openLine({
  languages = ["en"],
  locale = "en-GB",
  at = now,
  search = searchAll,
  settings = {},
}: LineOptions = {}) {
  const clock = { now: () => at };
  const state = { settings: { ...defaultSettings, presets: [own], ...settings }, accounts: [] };
  const knownPeople = createKnownPeople({ search, accountId: () => account.id, clock });
  return (text: string) =>
    readTypedLine(
      { text, presets },
      {
        languages,
        locale,
        timeZone: "Europe/Berlin",
        now: at,
        workdayStart: "09:00",
        knownPeople,
        defaultsOf: (id) =>
          id === undefined ? meetingDefaults(state, account) : presetDefaults(state, account, id),
      },
    );
}
