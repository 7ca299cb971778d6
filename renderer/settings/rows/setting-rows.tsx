import type { TFunction } from "i18next";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";

import {
  catalogue,
  type NameOf,
  namesIn,
  type SettingName,
} from "../../../main/contract/settings.ts";
import type { Choice, Group, Section } from "../../../main/contract/settings/kinds.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { ChoiceField } from "../../ui/fields/choice-field.tsx";
import { MinutesField } from "../../ui/fields/minutes-field.tsx";
import { SwitchField } from "../../ui/fields/switch-field.tsx";
import { LineField } from "./line-field.tsx";
import { useChange } from "../use-change.ts";

type OwnName = NameOf<{ row: "own" }>;
type PlainName = Exclude<SettingName, OwnName>;

export interface OwnRowProps {
  readonly state: AppState;
}

interface SettingRowsProps extends OwnRowProps {
  readonly section: Section;
  /** Only those that stand together under this name. */
  readonly group?: Group;
  /** The rows of their own; those that are not among them stand elsewhere on their page. */
  readonly own?: Readonly<Partial<Record<OwnName, ComponentType<OwnRowProps>>>>;
}

/** What the catalogue of settings has for a page. Changes apply at once; text on leaving the field or with Enter. */
export function SettingRows({ section, group, state, own = {} }: SettingRowsProps) {
  return namesIn(section).map((name: SettingName) => {
    if (group !== undefined && groupOf(name) !== group) return null;
    if (isPlain(name)) return <SettingRow key={name} name={name} state={state} />;
    const Own = own[name];
    return Own && <Own key={name} state={state} />;
  });
}

function groupOf(name: SettingName): Group | null {
  const setting = catalogue[name];
  return setting.section === "general" ? setting.group : null;
}

const isPlain = (name: SettingName): name is PlainName => !("row" in catalogue[name]);

interface RowProps<Name> extends OwnRowProps {
  readonly name: Name;
}

function SettingRow({ name, state }: RowProps<PlainName>) {
  if (!isOffered(name, state)) return null;
  if (isOf("switch", name)) return <SwitchRow name={name} state={state} />;
  if (isOf("choice", name)) return <ChoiceRow name={name} state={state} />;
  if (isOf("minutes", name)) return <MinutesRow name={name} state={state} />;
  if (isOf("line", name)) return <LineRow name={name} state={state} />;
  return name satisfies never;
}

function isOffered(name: PlainName, { platform }: AppState): boolean {
  const setting = catalogue[name];
  return !("only" in setting) || setting.only === platform;
}

function isOf<const Kind extends string>(
  kind: Kind,
  name: PlainName,
): name is PlainName & NameOf<{ kind: Kind }> {
  return catalogue[name].kind === kind;
}

function SwitchRow({ name, state }: RowProps<PlainName & NameOf<{ kind: "switch" }>>) {
  const { t } = useTranslation();
  const { change, problem } = useChange();
  return (
    <SwitchField
      label={t(`settings.${name}`)}
      hint={hintOf(name, state, t)}
      problem={problem}
      checked={state.settings[name]}
      onChange={(isOn) => void change({ [name]: isOn })}
    />
  );
}

function ChoiceRow({ name, state }: RowProps<PlainName & NameOf<{ kind: "choice" }>>) {
  const { t } = useTranslation();
  const { change, problem } = useChange();
  const choices: readonly Choice[] = catalogue[name].choices;
  return (
    <ChoiceField
      inRow
      label={t(`settings.${name}`)}
      hint={hintOf(name, state, t)}
      problem={problem}
      value={state.settings[name]}
      choices={choices.map((value) => [value, wordsOf(name, value, t)])}
      onChange={(value) => void change({ [name]: value })}
    />
  );
}

function wordsOf(name: SettingName, value: Choice, t: TFunction): string {
  const word = value === null ? "none" : typeof value === "number" ? "number" : value;
  return t(`settings.choices.${name}.${word}`, { n: value });
}

function MinutesRow({ name, state }: RowProps<PlainName & NameOf<{ kind: "minutes" }>>) {
  const { t } = useTranslation();
  const { change, problem } = useChange();
  return (
    <MinutesField
      inRow
      label={t(`settings.${name}`)}
      hint={hintOf(name, state, t)}
      problem={problem}
      value={state.settings[name]}
      offered={catalogue[name].offered}
      onChange={(minutes) => void change({ [name]: minutes })}
    />
  );
}

function LineRow({ name, state }: RowProps<PlainName & NameOf<{ kind: "line" }>>) {
  const { t } = useTranslation();
  const { change, problem } = useChange();
  return (
    <LineField
      inRow
      label={t(`settings.${name}`)}
      hint={hintOf(name, state, t)}
      problem={problem}
      emptyWords={t("schedule.problem.empty")}
      value={state.settings[name]}
      longest={catalogue[name].longest}
      onChange={(line) => void change({ [name]: line })}
    />
  );
}

function hintOf(name: PlainName, { settings }: AppState, t: TFunction): string | null {
  const setting = catalogue[name];
  const isMissing = "needs" in setting && !settings[setting.needs];
  return "hint" in setting || isMissing ? t(`settings.${name}Hint`) : null;
}
