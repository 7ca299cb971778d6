import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import * as v from "valibot";

import {
  meetingOptions,
  type MeetingOptions,
  type OptionName,
  optionNames,
  type OptionValue,
} from "../../main/contract/meeting-options.ts";
import { optionLabel, optionValueLabel } from "./option-words.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  footnote: { color: tokens.colorNeutralForeground3 },
});

export interface OptionsEditorProps {
  readonly options: MeetingOptions;
  /** What it means where nothing is chosen. */
  readonly absentLabel: string;
  readonly onChange: (options: MeetingOptions) => void;
}

/** Every option a meeting can have; each can be left to the organisation. */
export function OptionsEditor({ options, absentLabel, onChange }: OptionsEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.list}>
      {optionNames.map((option) => (
        <Field key={option} label={optionLabel(option, t)} orientation="horizontal">
          <Select
            size="small"
            data-option={option}
            value={String(options[option] ?? "")}
            onChange={(_event, { value }) => onChange(changed(options, option, value))}
          >
            <option value="">{absentLabel}</option>
            {valuesOf(option).map((value) => (
              <option key={String(value)} value={String(value)}>
                {optionValueLabel(option, value, t)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Text size={200} className={styles.footnote}>
        {t("options.footnote")}
      </Text>
    </div>
  );
}

/** The contract knows them: a value it learns is offered here at once. */
function valuesOf(option: OptionName): readonly OptionValue[] {
  const { wrapped } = meetingOptions.entries[option];
  return wrapped.type === "picklist" ? wrapped.options : [true, false];
}

function changed(options: MeetingOptions, option: OptionName, value: string): MeetingOptions {
  const { [option]: _before, ...others } = options;
  if (value === "") return others;
  const chosen = valuesOf(option).find((one) => String(one) === value);
  const read = v.safeParse(meetingOptions, { ...others, [option]: chosen });
  return read.success ? read.output : options;
}
