import { Divider, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { ForgottenNote } from "../forgetting/forgotten-note.tsx";
import { Header } from "../home/header.tsx";
import { OrganisationForm } from "../ui/organisation-form.tsx";
import { AttemptButton } from "../ui/attempt-button.tsx";
import { scrollingColumn, unsqueezed, wholeWindow } from "../ui/page-styles.ts";

const useStyles = makeStyles({
  page: wholeWindow,
  main: {
    ...scrollingColumn,
    ...unsqueezed,
    gap: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  wide: { inlineSize: "100%", maxWidth: "none", flexShrink: 0 },
  hint: { color: tokens.colorNeutralForeground3, textAlign: "center" },
  divider: { flexGrow: 0 },
});

export function FirstRun({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <Header state={state} account={null} />
      <main className={styles.main}>
        <ForgottenNote state={state} />
        <h1 className={styles.heading}>{t("setUp.title")}</h1>
        <span>{t("setUp.sentence")}</span>
        <OrganisationForm organisation={null} submitLabel={t("setUp.continue")} />
        {state.sampleAvailable && (
          <>
            <Divider className={styles.divider}>{t("setUp.or")}</Divider>
            <AttemptButton
              className={styles.wide}
              ask={() => app.chooseSampleOrganisation()}
              done={null}
            >
              {t("setUp.sample")}
            </AttemptButton>
            <span className={styles.hint}>{t("setUp.sampleHint")}</span>
          </>
        )}
      </main>
    </div>
  );
}
