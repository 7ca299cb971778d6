import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyFormats } from "../../main/contract/copy-formats.ts";
import type { Preset } from "../../main/contract/presets.ts";
import { catalogue } from "../../main/contract/settings.ts";
import { ChoiceField } from "../ui/fields/choice-field.tsx";
import { LineField } from "./rows/line-field.tsx";
import { MinutesField } from "../ui/fields/minutes-field.tsx";
import { OptionsEditor } from "../ui/options-editor.tsx";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "flex", gap: tokens.spacingHorizontalXS },
});

const subjectFields = ["{date}", "{time}"];

export interface PresetEditorProps {
  readonly preset: Preset;
  readonly onChange: (preset: Preset) => void;
}

/** Choices apply at once, texts on leaving their field or with Enter. */
export function PresetEditor({ preset, onChange }: PresetEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { subject = "", durationMinutes, copyFormat } = preset;
  const change = (part: Partial<Preset>) => onChange(withoutAbsent({ ...preset, ...part }));
  return (
    <div className={styles.fields}>
      <LineField
        id="preset-name"
        label={t("presets.name")}
        emptyWords={t("presets.nameEmpty")}
        value={preset.name}
        longest={60}
        onChange={(name) => change({ name })}
      />
      <SubjectPattern
        pattern={subject}
        onChange={(pattern) => change({ subject: pattern === "" ? undefined : pattern })}
      />
      <MinutesField
        inRow
        label={t("presets.duration")}
        value={durationMinutes ?? null}
        offered={catalogue.defaultDurationMinutes.offered}
        none={t("presets.asAccount")}
        onChange={(minutes) => change({ durationMinutes: minutes ?? undefined })}
      />
      <ChoiceField
        inRow
        label={t("presets.copyFormat")}
        value={copyFormat ?? null}
        choices={[
          [null, t("presets.asSettings")],
          ...copyFormats.map((format) => [format, t(`copyFormat.name.${format}`)] as const),
        ]}
        onChange={(format) => change({ copyFormat: format ?? undefined })}
      />
      <OptionsEditor
        options={preset.options}
        absentLabel={t("options.asOrganisation")}
        onChange={(options) => change({ options })}
      />
    </div>
  );
}

/** What is not chosen is not there at all. */
const withoutAbsent = ({ subject, durationMinutes, copyFormat, ...preset }: Preset): Preset => ({
  ...preset,
  ...(subject === undefined ? {} : { subject }),
  ...(durationMinutes === undefined ? {} : { durationMinutes }),
  ...(copyFormat === undefined ? {} : { copyFormat }),
});

interface SubjectPatternProps {
  readonly pattern: string;
  readonly onChange: (pattern: string) => void;
}

function SubjectPattern({ pattern, onChange }: SubjectPatternProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState(pattern);
  const save = (text: string) => {
    if (text.trim() !== pattern) onChange(text.trim());
  };
  return (
    <div className={styles.fields}>
      <Field label={t("presets.subject")} hint={t("presets.subjectHint")}>
        <Input
          value={typed}
          maxLength={255}
          onChange={(_event, { value }) => setTyped(value)}
          onBlur={() => save(typed)}
          onKeyDown={(event) => {
            if (event.key === "Enter") save(typed);
          }}
        />
      </Field>
      <div className={styles.row}>
        {subjectFields.map((field) => (
          <Button
            key={field}
            size="small"
            aria-label={t("presets.insert", { field })}
            onClick={() => {
              const next = `${typed.trimEnd()} ${field}`.trimStart().slice(0, 255);
              setTyped(next);
              save(next);
            }}
          >
            <bdi>{field}</bdi>
          </Button>
        ))}
      </div>
    </div>
  );
}
