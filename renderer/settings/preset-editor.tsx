import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyFormats } from "../../main/contract/copy-formats.ts";
import type { Preset } from "../../main/contract/presets.ts";
import { formatDuration } from "../format.ts";
import { durations } from "./durations.ts";
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
  const offered = [...new Set([...durations, durationMinutes ?? 60])].toSorted((a, b) => a - b);
  return (
    <div className={styles.fields}>
      <NameField name={preset.name} onChange={(name) => change({ name })} />
      <SubjectPattern
        pattern={subject}
        onChange={(pattern) => change({ subject: pattern === "" ? undefined : pattern })}
      />
      <Field label={t("presets.duration")}>
        <Select
          value={String(durationMinutes ?? "")}
          onChange={(_event, { value }) =>
            change({ durationMinutes: value === "" ? undefined : Number(value) })
          }
        >
          <option value="">{t("presets.asAccount")}</option>
          {offered.map((minutes) => (
            <option key={minutes} value={minutes}>
              {formatDuration(minutes, t)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("presets.copyFormat")}>
        <Select
          value={copyFormat ?? ""}
          onChange={(_event, { value }) =>
            change({ copyFormat: copyFormats.find((one) => one === value) })
          }
        >
          <option value="">{t("presets.asSettings")}</option>
          {copyFormats.map((format) => (
            <option key={format} value={format}>
              {t(`copyFormat.name.${format}`)}
            </option>
          ))}
        </Select>
      </Field>
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

interface NameFieldProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

function NameField({ name, onChange }: NameFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const isEmpty = typed.trim() === "";
  const save = () => {
    if (!isEmpty && typed.trim() !== name) onChange(typed.trim());
  };
  return (
    <Field
      label={t("presets.name")}
      validationState={isEmpty ? "error" : "none"}
      validationMessage={isEmpty ? t("presets.nameEmpty") : null}
    >
      <Input
        id="preset-name"
        value={typed}
        maxLength={60}
        onChange={(_event, { value }) => setTyped(value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
        }}
      />
    </Field>
  );
}

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
