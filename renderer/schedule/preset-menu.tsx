import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppError } from "../../main/contract/errors.ts";
import { isSameOptions, type MeetingOptions } from "../../main/contract/meeting-options.ts";
import {
  findPreset,
  mostPresets,
  offeredPresets,
  type Preset,
} from "../../main/contract/presets.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../ui/announcer.tsx";
import { presetName } from "../ui/option-words.ts";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  name: { flexBasis: "100%" },
  field: { flexGrow: 1, flexBasis: "160px", minInlineSize: 0 },
});

export interface PresetMenuProps {
  /** Those people made. */
  readonly presets: readonly Preset[];
  readonly presetId: string;
  readonly options: MeetingOptions;
  readonly onChoose: (presetId: string) => void;
  /** What is chosen is now called this. */
  readonly onSaved: (presetId: string) => void;
}

/** Which preset it is, and a way to keep what was changed as another one. */
export function PresetMenu({ presets, presetId, options, onChoose, onSaved }: PresetMenuProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isNaming, setIsNaming] = useState(false);
  const chosen = findPreset(presets, presetId);
  const isChanged = !isSameOptions(options, chosen.options);
  const close = () => {
    setIsNaming(false);
    focus("preset");
  };

  return (
    <>
      <div className={styles.row}>
        <Field className={styles.field} label={t("presets.preset")}>
          <Select id="preset" value={chosen.id} onChange={(_event, { value }) => onChoose(value)}>
            {offeredPresets(presets).map((preset) => (
              <option key={preset.id} value={preset.id}>
                {preset.id === chosen.id && isChanged
                  ? t("presets.changed", { preset: presetName(preset, t) })
                  : presetName(preset, t)}
              </option>
            ))}
          </Select>
        </Field>
        {isChanged && !isNaming && presets.length < mostPresets && (
          <Button onClick={() => setIsNaming(true)}>{t("presets.save")}</Button>
        )}
      </div>
      {isNaming && <PresetName onKeep={(name) => keep(name)} onCancel={close} />}
    </>
  );

  async function keep(name: string): Promise<AppError | null> {
    const { copyFormat } = chosen;
    const preset: Preset = { id: crypto.randomUUID(), name, options, copyFormat };
    const result = await app.changeSettings({ presets: [...presets, preset] });
    if (!result.ok) return result.error;
    announce(t("presets.saved", { name }));
    onSaved(preset.id);
    close();
    return null;
  }
}

interface PresetNameProps {
  readonly onKeep: (name: string) => Promise<AppError | null>;
  readonly onCancel: () => void;
}

/** No form: it stands inside one. */
function PresetName({ onKeep, onCancel }: PresetNameProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => focus("preset-name"), []);

  async function save(): Promise<void> {
    const name = typed.trim();
    const error = name === "" ? null : await onKeep(name);
    if (name !== "" && error === null) return;
    setProblem(error ? errorText(error, t).title : t("presets.nameEmpty"));
    focus("preset-name");
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields within
    <div
      className={styles.row}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        else if (event.key === "Enter" && event.target instanceof HTMLInputElement) void save();
        else return;
        // Neither the form around it nor the window shall take the same key.
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Field
        className={styles.name}
        label={t("presets.name")}
        validationState={problem === null ? "none" : "error"}
        validationMessage={problem}
      >
        <Input
          id="preset-name"
          value={typed}
          maxLength={60}
          onChange={(_event, { value }) => {
            setTyped(value);
            setProblem(null);
          }}
        />
      </Field>
      <Button onClick={() => void save()}>{t("presets.keep")}</Button>
      <Button onClick={onCancel}>{t("presets.cancel")}</Button>
    </div>
  );
}

const focus = (id: string) => document.querySelector<HTMLElement>(`#${id}`)?.focus();
