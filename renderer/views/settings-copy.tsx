import {
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Tab,
  TabList,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { CopyPreview } from "../../main/contract/answers.ts";
import { copyFormats } from "../../main/contract/copy-formats.ts";
import type { SettingsChange } from "../../main/contract/drafts.ts";
import type { CopyFormat } from "../../main/contract/copy-formats.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "../parts/announcer.tsx";
import { Card } from "../parts/card.tsx";
import { PastedHtml } from "../parts/pasted-html.tsx";
import { TemplateEditor } from "../parts/template-editor.tsx";

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalXL,
    "@media (max-width: 720px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minInlineSize: 0,
  },
  tabs: { flexWrap: "wrap" },
  about: { display: "block", color: tokens.colorNeutralForeground3 },
  paper: { minBlockSize: "200px", overflowWrap: "anywhere" },
  text: { margin: 0, whiteSpace: "pre-wrap", fontFamily: "inherit" },
  meta: { color: tokens.colorNeutralForeground3 },
});

const previewAfterMilliseconds = 150;

/** What "copy" means, and how that looks where it is pasted. */
export function CopySettings({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { copyFormat: chosen, template } = state.settings;
  const [typed, setTyped] = useState(template);
  const preview = usePreview(chosen, typed);

  async function change(part: SettingsChange): Promise<void> {
    const result = await app.changeSettings(part);
    announce(result.ok ? t("settings.saved") : errorText(result.error, t).title);
  }

  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <Field label={t("copyFormat.what")}>
          <RadioGroup
            value={chosen}
            onChange={(_event, { value }) => {
              const format = copyFormats.find((one) => one === value);
              if (format) void change({ copyFormat: format });
            }}
          >
            {copyFormats.map((format) => (
              <Radio
                key={format}
                value={format}
                label={
                  <>
                    {t(`copyFormat.name.${format}`)}
                    <Text size={200} className={styles.about}>
                      {t(`copyFormat.about.${format}`)}
                    </Text>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
        {chosen === "template" && (
          <TemplateEditor
            value={typed}
            problems={preview?.problems ?? []}
            onChange={setTyped}
            onLeave={() => {
              if (typed !== template) void change({ template: typed });
            }}
          />
        )}
      </div>
      <Preview preview={preview} />
    </div>
  );
}

/** Null until main answered. */
function usePreview(format: CopyFormat, template: string): CopyPreview | null {
  const [preview, setPreview] = useState<CopyPreview | null>(null);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void app.previewCopy({ format, template }).then((answer) => {
        if (answer.ok && !isStale) setPreview(answer.value);
      });
    }, previewAfterMilliseconds);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [format, template]);
  return preview;
}

function Preview({ preview }: { readonly preview: CopyPreview | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [kind, setKind] = useState<"rich" | "plain">("rich");
  return (
    <section className={styles.column} aria-label={t("copyFormat.preview")}>
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={kind}
        onTabSelect={(_event, { value }) => setKind(value === "plain" ? "plain" : "rich")}
      >
        <Tab value="rich">{t("copyFormat.rich")}</Tab>
        <Tab value="plain">{t("copyFormat.plain")}</Tab>
      </TabList>
      <Card className={styles.paper}>
        <div role="tabpanel" aria-label={t(`copyFormat.${kind}`)} data-preview>
          {preview && <Pasted preview={preview} isRich={kind === "rich"} />}
        </div>
      </Card>
      <Text size={200} className={styles.meta}>
        {t("copyFormat.sample")}
      </Text>
    </section>
  );
}

interface PastedProps {
  readonly preview: CopyPreview;
  readonly isRich: boolean;
}

function Pasted({ preview: { html, text }, isRich }: PastedProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (isRich && html !== null) return <PastedHtml html={html} />;
  if (text.trim() === "") return <Text className={styles.meta}>{t("copyFormat.empty")}</Text>;
  return (
    <pre className={styles.text} dir="auto">
      {text}
    </pre>
  );
}
