import { Button, makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { withoutIsolates } from "../../main/contract/words/values-in.ts";
import { optionNames } from "../../main/contract/meeting-options.ts";
import {
  findPreset,
  mostPresets,
  type OfferedPreset,
  offeredPresets,
  type Preset,
} from "../../main/contract/presets.ts";
import type { AppState } from "../../main/contract/state.ts";
import { optionLabel, optionValueLabel, presetName } from "../ui/option-words.ts";
import { ProblemLine } from "../ui/problem-line.tsx";
import { PresetEditor } from "./preset-editor.tsx";
import { useChange } from "./use-change.ts";

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(150px, 1fr) minmax(0, 2fr)",
    gap: tokens.spacingHorizontalXL,
    "@media (max-width: 640px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  column: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    gap: tokens.spacingVerticalS,
    minInlineSize: 0,
  },
  // A button's text is centred: in a column of names each would begin elsewhere.
  tab: { textAlign: "start", overflowWrap: "anywhere" },
  heading: {
    margin: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "1fr 1fr",
    gap: tokens.spacingVerticalXS,
  },
  value: { margin: 0 },
  meta: { color: tokens.colorNeutralForeground3 },
});

/** The presets there are, and one of them to look into. */
export function PresetsSettings({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { change, problem } = useChange();
  const own = state.settings.presets;
  const [chosenId, setChosenId] = useState("standard");
  const chosen = findPreset(own, chosenId);
  const isFull = own.length >= mostPresets;

  async function add(from: Omit<OfferedPreset, "id" | "name">, name: string): Promise<void> {
    const preset = { ...from, id: crypto.randomUUID(), name: name.slice(0, 60) };
    const result = await change({ presets: [...own, preset] }, t("presets.saved", { name }));
    if (result.ok) setChosenId(preset.id);
  }
  const replace = (preset: Preset) =>
    void change({ presets: own.map((one) => (one.id === preset.id ? preset : one)) });

  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <TabList
          vertical
          aria-label={t("presets.list")}
          selectedValue={chosen.id}
          onTabSelect={(_event, { value }) => setChosenId(String(value))}
        >
          {offeredPresets(own).map((preset) => (
            <Tab key={preset.id} value={preset.id} className={styles.tab}>
              <bdi>{presetName(preset, t)}</bdi>
            </Tab>
          ))}
        </TabList>
        <Button
          icon={<AddRegular />}
          disabledFocusable={isFull}
          onClick={() => void add({ options: {} }, t("presets.newName"))}
        >
          {t("presets.new")}
        </Button>
        {isFull && <Text size={200}>{t("presets.tooMany", { most: mostPresets })}</Text>}
      </div>
      <div className={styles.column} role="tabpanel" aria-label={presetName(chosen, t)}>
        <h2 className={styles.heading}>
          <bdi>{presetName(chosen, t)}</bdi>
        </h2>
        <ProblemLine problem={problem} />
        <Shown preset={chosen} onChange={replace} />
        <div className={styles.actions}>
          <Button disabledFocusable={isFull} onClick={() => void duplicate()}>
            {t("presets.duplicate")}
          </Button>
          {isOwn(chosen) && <Delete key={chosen.id} name={chosen.name} onDelete={remove} />}
        </div>
      </div>
    </div>
  );

  async function duplicate(): Promise<void> {
    const { id: _id, name: _name, ...from } = chosen;
    await add(from, withoutIsolates(t("presets.copyName", { name: presetName(chosen, t) })));
  }
  async function remove(): Promise<void> {
    const name = presetName(chosen, t);
    const others = own.filter(({ id }) => id !== chosen.id);
    const result = await change({ presets: others }, t("presets.deleted", { name }));
    if (result.ok) setChosenId("standard");
  }
}

/** Only the built-in ones have no name of their own. */
const isOwn = (preset: OfferedPreset): preset is Preset => preset.name !== null;

interface ShownProps {
  readonly preset: OfferedPreset;
  readonly onChange: (preset: Preset) => void;
}

function Shown({ preset, onChange }: ShownProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (isOwn(preset)) return <PresetEditor key={preset.id} preset={preset} onChange={onChange} />;
  const set = optionNames.flatMap((option) => {
    const value = preset.options[option];
    return value === undefined ? [] : [{ option, value }];
  });
  return (
    <>
      <Text className={styles.meta}>{t("presets.builtIn")}</Text>
      {set.length === 0 ? (
        <Text>{t("presets.sendsNothing")}</Text>
      ) : (
        <dl className={styles.facts}>
          {set.map(({ option, value }) => [
            <dt key={`${option}-label`}>{optionLabel(option, t)}</dt>,
            <dd key={`${option}-value`} className={styles.value}>
              {optionValueLabel(option, value, t)}
            </dd>,
          ])}
        </dl>
      )}
    </>
  );
}

interface DeleteProps {
  readonly name: string;
  readonly onDelete: () => Promise<void>;
}

/** Asks once: what is deleted is gone. */
function Delete({ name, onDelete }: DeleteProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking !== wasAsking.current)
      document.querySelector<HTMLElement>(isAsking ? "#keep-preset" : "#delete-preset")?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <Button id="delete-preset" onClick={() => setIsAsking(true)}>
        {t("presets.delete")}
      </Button>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is the way back
    <div
      className={styles.column}
      role="group"
      aria-labelledby="delete-preset-title"
      aria-describedby="delete-preset-hint"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setIsAsking(false);
      }}
    >
      <Text id="delete-preset-title" weight="semibold">
        {t("presets.deleteNamed", { name })}
      </Text>
      <Text id="delete-preset-hint">{t("presets.deleteHint")}</Text>
      <div className={styles.actions}>
        <Button onClick={() => void onDelete()}>{t("presets.delete")}</Button>
        <Button id="keep-preset" onClick={() => setIsAsking(false)}>
          {t("presets.keepIt")}
        </Button>
      </div>
    </div>
  );
}
