import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import {
  isOfChosenPeople,
  type MeetingOptions,
  type OptionName,
  optionNames,
  valuesOf,
  withOption,
} from "../../main/contract/meeting-options.ts";
import { optionLabel, optionValueLabel } from "./option-words.ts";

const useStyles = makeStyles({
  // Labels above: beside the longest choice none of them has room in the popup.
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  footnote: { color: tokens.colorNeutralForeground3 },
});

export interface OptionsEditorProps {
  readonly options: MeetingOptions;
  /** What it means where nothing is chosen. */
  readonly absentLabel: string;
  /** Whether there are people of whom some can be chosen for more than attending. */
  readonly canChoosePeople?: boolean;
  /** Who they are, below the option that says so. */
  readonly people?: Partial<Record<OptionName, ReactNode>>;
  readonly onChange: (options: MeetingOptions) => void;
}

/** Every option a meeting can have; each can be left to the organisation. */
export function OptionsEditor(props: OptionsEditorProps) {
  const { options, absentLabel, canChoosePeople = false, people = {}, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.list}>
      {offeredOptions(options, canChoosePeople).map((option) => (
        <Fragment key={option}>
          <Field label={optionLabel(option, t)}>
            <Select
              size="small"
              value={String(options[option] ?? "")}
              onChange={(_event, { value }) => onChange(changed(options, option, value))}
            >
              <option value="">{absentLabel}</option>
              {offeredOf(option, options, canChoosePeople).map((value) => (
                <option key={String(value)} value={String(value)}>
                  {optionValueLabel(option, value, t, options)}
                </option>
              ))}
            </Select>
          </Field>
          {isOfChosenPeople(options[option]) && people[option]}
        </Fragment>
      ))}
      <Text size={200} className={styles.footnote}>
        {t("options.footnote")}
      </Text>
    </div>
  );
}

/** Who else organises it can only be said where there are people. */
const offeredOptions = (options: MeetingOptions, canChoosePeople: boolean) =>
  optionNames.filter(
    (option) => option !== "coOrganizers" || canChoosePeople || options.coOrganizers !== undefined,
  );

/** What is chosen is shown, also where it cannot stay. */
const offeredOf = (option: OptionName, options: MeetingOptions, canChoosePeople: boolean) =>
  valuesOf(option).filter(
    (value) => !isOfChosenPeople(value) || canChoosePeople || options[option] === value,
  );

function changed(options: MeetingOptions, option: OptionName, text: string): MeetingOptions {
  const value = valuesOf(option).find((one) => String(one) === text);
  return withOption(options, option, value ?? null);
}
