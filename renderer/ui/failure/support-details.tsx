import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppError } from "../../../main/contract/errors.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { formatMoment } from "../../format.ts";
import { CopyDetails } from "./offer-button.tsx";

const useStyles = makeStyles({
  details: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBlockStart: tokens.spacingVerticalXS,
  },
  summary: { paddingInline: 0, minWidth: "auto" },
  onward: { ":dir(rtl)": { transform: "scaleX(-1)" } },
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "minmax(64px, max-content) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "@media (max-width: 300px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  name: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  value: { margin: 0, overflowWrap: "anywhere" },
  code: { fontFamily: tokens.fontFamilyMonospace },
});

interface SupportDetailsProps {
  readonly error: AppError;
  readonly state: AppState;
}

/** What only somebody who looks into it needs: folded away, and copied from where it stands. */
export function SupportDetails({ error, state }: SupportDetailsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.details}>
      <Button
        className={styles.summary}
        appearance="transparent"
        size="small"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular className={styles.onward} />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t("failed.details.title")}
      </Button>
      {isOpen && (
        <>
          <dl id={id} className={styles.facts}>
            {factsOf(error, state).map(({ name, value, isCode }) => [
              <dt key={`${name}-name`} className={styles.name}>
                {t(`failed.details.${name}`)}
              </dt>,
              <dd key={`${name}-value`} className={styles.value}>
                <bdi className={isCode ? styles.code : undefined}>{value}</bdi>
              </dd>,
            ])}
          </dl>
          <CopyDetails of="creation" />
        </>
      )}
    </div>
  );
}

interface Fact {
  readonly name: "error" | "reference" | "requestId" | "clientRequestId" | "time" | "tries" | "app";
  readonly value: string | number | null;
  readonly isCode?: boolean;
}

const nothingKnown = { requestId: null, clientRequestId: null, attempts: null };

/** The same as are copied; codes and ids are what they are in every language. */
function factsOf(error: AppError, state: AppState): readonly Fact[] {
  const trace = "trace" in error ? error.trace : null;
  const { requestId, clientRequestId, attempts } = trace ?? nothingKnown;
  const codes = trace === null ? [] : [trace.status, trace.code].filter((code) => code !== null);
  const facts: readonly Fact[] = [
    { name: "error", value: codes.join(" ") || error.kind, isCode: true },
    { name: "reference", value: "reference" in error ? error.reference : null, isCode: true },
    { name: "requestId", value: requestId, isCode: true },
    { name: "clientRequestId", value: clientRequestId, isCode: true },
    { name: "time", value: trace && formatMoment(Date.parse(trace.at), state) },
    { name: "tries", value: attempts },
    { name: "app", value: `Quick Meeting ${state.appVersion}` },
  ];
  return facts.filter(({ value }) => value !== null);
}
