import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { OptionsRegular } from "@fluentui/react-icons/svg/options";
import type { TFunction } from "i18next";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { isSameOptions } from "../../main/contract/meeting-options.ts";
import { findPreset, type Preset } from "../../main/contract/presets.ts";
import { Card } from "../ui/card.tsx";
import { presetName } from "../ui/option-words.ts";
import { OptionsEditor } from "../ui/options-editor.tsx";
import { ChosenPeopleField } from "./event/chosen-people-field.tsx";
import { PresetMenu } from "./preset-menu.tsx";
import type { ScheduleForm } from "./use-schedule-form.ts";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  button: {
    inlineSize: "100%",
    maxWidth: "none",
    justifyContent: "start",
    padding: 0,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
  },
  open: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  texts: { flexGrow: 1, minInlineSize: 0 },
  summary: { color: tokens.colorNeutralForeground3 },
});

export interface OptionsSectionProps {
  readonly form: ScheduleForm;
  readonly presets: readonly Preset[];
  /** Of a meeting that exists nobody knows all options: only what is changed is sent. */
  readonly isEdited: boolean;
}

export function OptionsSection({ form, presets, isEdited }: OptionsSectionProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { options } = form.draft;
  const { presenters, coOrganizers } = form.shown;
  const isShown = isOpen || presenters !== null || coOrganizers !== null;
  return (
    <Card>
      <h2 className={styles.heading}>
        <Button
          appearance="transparent"
          className={styles.button}
          icon={<OptionsRegular />}
          aria-expanded={isShown}
          aria-controls={isShown ? id : undefined}
          onClick={() => setIsOpen(!isShown)}
        >
          <span className={styles.texts}>
            <Text block weight="semibold">
              {t("options.title")}
            </Text>
            <Text block size={200} className={styles.summary}>
              {isEdited ? changesText(form, t) : summaryText(form, presets, t)}
            </Text>
          </span>
          {isShown ? <ChevronUpRegular /> : <ChevronDownRegular />}
        </Button>
      </h2>
      {isShown && (
        <div id={id} className={styles.open}>
          {!isEdited && (
            <PresetMenu
              presets={presets}
              presetId={form.form.presetId}
              options={options}
              onChoose={form.choosePreset}
              onSaved={(presetId) => form.change({ presetId })}
            />
          )}
          <OptionsEditor
            options={options}
            absentLabel={t(isEdited ? "options.unchanged" : "options.asOrganisation")}
            canChoosePeople={form.isEvent}
            people={{
              presenters: <ChosenPeopleField form={form} chosenAs="presenters" />,
              coOrganizers: <ChosenPeopleField form={form} chosenAs="coOrganizers" />,
            }}
            onChange={form.changeOptions}
          />
        </div>
      )}
    </Card>
  );
}

function changesText({ draft }: ScheduleForm, t: TFunction): string {
  const count = Object.keys(draft.options).length;
  return count === 0 ? t("options.unchanged") : t("options.changes", { count });
}

function summaryText(
  { form, draft: { options } }: ScheduleForm,
  presets: readonly Preset[],
  t: TFunction,
): string {
  const chosen = findPreset(presets, form.presetId);
  const name = presetName(chosen, t);
  const isChanged = !isSameOptions(options, chosen.options);
  const preset = isChanged ? t("presets.changed", { preset: name }) : name;
  const count = Object.keys(options).length;
  return count === 0 ? t("options.defaults", { preset }) : t("options.summary", { preset, count });
}
