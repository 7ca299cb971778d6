import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import type { Licence } from "../../main/contract/answers.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAnswer } from "../ui/state/use-answer.ts";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
  },
  sentence: { paddingBlockEnd: tokens.spacingVerticalS },
  package: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    minBlockSize: "32px",
    paddingBlock: tokens.spacingVerticalS,
    boxSizing: "border-box",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  /** Nothing is folded away where a package says no more than this. */
  alone: { paddingBlock: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  text: {
    margin: 0,
    paddingBlockEnd: tokens.spacingVerticalM,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const ask = () => app.getLicences();

/** Of every package in this build: what it is called, and what it may be used under. */
export function LicenceList({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const answered = useAnswer("once", ask);
  const licences = answered?.known;
  const problem = answered?.answer.ok === false ? errorText(answered.answer.error, t).whole : null;
  return (
    <section id={id} aria-label={t("settings.licences")}>
      <ProblemLine problem={problem} />
      {licences === null && <Text>{t("settings.licencesMissing")}</Text>}
      {licences && (
        <>
          <Text block className={styles.sentence}>
            {t("settings.licencesSentence")}
          </Text>
          <ul className={styles.list}>
            {licences.map((one) => (
              <li key={`${one.name} ${one.version}`} className={styles.package}>
                <OneLicence licence={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OneLicence({ licence: { name, version, licence, text } }: { readonly licence: Licence }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const title = t("settings.licenceOf", { name, version, licence });
  if (text === "") return <div className={styles.alone}>{title}</div>;
  return (
    <details>
      <summary className={styles.name}>{title}</summary>
      <pre className={styles.text} dir="ltr" lang="en">
        {text}
      </pre>
    </details>
  );
}
