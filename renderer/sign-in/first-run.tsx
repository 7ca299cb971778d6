import { Button, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons/svg/beaker";
import { BuildingPeopleRegular } from "@fluentui/react-icons/svg/building-people";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { ForgottenNote } from "../forgetting/forgotten-note.tsx";
import { AttemptButton } from "../ui/attempt-button.tsx";
import { Card } from "../ui/card.tsx";
import { Mark } from "../ui/mark.tsx";
import { OrganisationForm } from "../ui/organisation-form.tsx";
import { AskAdmin } from "./ask-admin.tsx";
import { scrollingColumn, unsqueezed, wholeWindow } from "../ui/page-styles.ts";

const useStyles = makeStyles({
  page: { ...wholeWindow, position: "relative" },
  /** Beside the mark: it needs no line of its own. */
  settings: {
    position: "absolute",
    insetBlockStart: tokens.spacingVerticalM,
    insetInlineEnd: tokens.spacingHorizontalM,
    zIndex: 1,
  },
  main: {
    ...scrollingColumn,
    ...unsqueezed,
    // Where it is too high, it scrolls from its beginning.
    justifyContent: "safe center",
    gap: tokens.spacingVerticalSNudge,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
  },
  welcome: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    textAlign: "center",
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  // The way without an organisation is in sight beneath it, also where words are long.
  card: { gap: tokens.spacingVerticalXS, paddingBlock: tokens.spacingVerticalS },
  title: {
    margin: 0,
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  building: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  sample: {
    inlineSize: "100%",
    maxWidth: "none",
    justifyContent: "flex-start",
    textAlign: "start",
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusXLarge,
    fontWeight: tokens.fontWeightRegular,
  },
  words: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    minInlineSize: 0,
    overflowWrap: "anywhere",
    hyphens: "auto",
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  onward: { flexShrink: 0, ":dir(rtl)": { transform: "scaleX(-1)" } },
});

/** Two ways to begin, both in sight at once: the organisation of one's own, and the one that needs nothing. */
export function FirstRun({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !isAsking) document.querySelector<HTMLElement>("#ask-admin")?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (isAsking) return <AskAdmin onBack={() => setIsAsking(false)} />;
  return (
    <div className={styles.page}>
      <Tooltip content={t("home.settings")} relationship="label">
        <Button
          className={styles.settings}
          appearance="subtle"
          icon={<SettingsRegular />}
          onClick={() => void app.openSettings()}
        />
      </Tooltip>
      <main className={styles.main}>
        <ForgottenNote state={state} />
        <div className={styles.welcome}>
          <Mark size={40} />
          <h1 className={styles.heading}>{t("setUp.title")}</h1>
          <span>{t("setUp.sentence")}</span>
        </div>
        <Card className={styles.card}>
          <h2 className={styles.title}>
            <BuildingPeopleRegular className={styles.building} fontSize={20} aria-hidden />
            {t("setUp.connect")}
          </h2>
          <OrganisationForm
            organisation={null}
            submitLabel={t("setUp.continue")}
            onAskAdmin={() => setIsAsking(true)}
          />
        </Card>
        {state.sampleAvailable && <Sample />}
      </main>
    </div>
  );
}

function Sample() {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <AttemptButton
      className={styles.sample}
      icon={<BeakerRegular />}
      ask={() => app.chooseSampleOrganisation()}
      done={null}
    >
      <span className={styles.words}>
        <span className={styles.name}>{t("setUp.sample")}</span>
        <span className={styles.hint}>{t("setUp.sampleHint")}</span>
      </span>
      <ChevronRightRegular className={styles.onward} fontSize={16} aria-hidden />
    </AttemptButton>
  );
}
