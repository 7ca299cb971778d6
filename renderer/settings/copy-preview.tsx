import { Button, makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import type { CopyPreview as Preview } from "../../main/contract/answers.ts";
import { Card } from "../ui/card.tsx";
import { PastedHtml } from "./pasted-html.tsx";

const useStyles = makeStyles({
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minInlineSize: 0,
  },
  tabs: { flexWrap: "wrap" },
  paper: {
    minBlockSize: "260px",
    overflowWrap: "anywhere",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { margin: 0, whiteSpace: "pre-wrap", fontFamily: "inherit" },
  meta: { color: tokens.colorNeutralForeground3 },
  notes: { display: "flex", flexDirection: "column" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface CopyPreviewProps {
  readonly preview: Preview | null;
  /** What the chosen format is for. */
  readonly about: ReactNode;
  readonly onCopy: () => void;
  /** Null where nothing differs from how the app came. */
  readonly onReset: (() => void) | null;
}

/** How a copy looks where it is pasted, with a meeting of nobody's. */
export function CopyPreview({ preview, about, onCopy, onReset }: CopyPreviewProps) {
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
      <div className={styles.notes}>
        <Text size={200} className={styles.meta}>
          {t("copyFormat.sample")}
        </Text>
        {about}
      </div>
      <div className={styles.actions}>
        <Button icon={<CopyRegular />} onClick={onCopy}>
          {t("copyFormat.copySample")}
        </Button>
        <Button
          appearance="subtle"
          disabledFocusable={onReset === null}
          onClick={() => onReset?.()}
        >
          {t("copyFormat.reset")}
        </Button>
      </div>
    </section>
  );
}

interface PastedProps {
  readonly preview: Preview;
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
