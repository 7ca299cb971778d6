import { Button, Field, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import type { TFunction } from "i18next";
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { ScheduleDraft } from "../../../main/contract/drafts.ts";
import { announce } from "../../ui/announcer.tsx";
import type { WhenChoice } from "./read-when.ts";
import { readingWords, type WordsContext } from "./reading-words.ts";
import { shortOffset } from "../../ui/fields/time-problem-text.ts";

const useStyles = makeStyles({
  below: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    marginBlockStart: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  line: { display: "flex", gap: tokens.spacingHorizontalXS },
  mark: { inlineSize: "16px", flexShrink: 0, marginBlockStart: "2px" },
  // In line with the words of the first.
  further: { paddingInlineStart: "20px" },
  right: { color: tokens.colorStatusSuccessForeground1 },
  wrong: { color: tokens.colorStatusDangerForeground3 },
  choices: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
});

/** The reading is there 150 ms after the last key; with these it is read out after 500. */
const announceAfterMilliseconds = 350;

export interface WhenFieldProps extends WordsContext {
  /** Told to whoever submitted it: it is not said once more. */
  readonly isRefused: boolean;
  readonly isReadOnly: boolean;
  /** At the end of the field. */
  readonly after: ReactElement | null;
  readonly onChange: (phrase: string) => void;
  readonly onChoice: (part: Partial<ScheduleDraft>) => void;
}

/** The times in words, and beneath them what they are taken for, whatever they came from. */
export function WhenField(props: WhenFieldProps) {
  const { phrase, when, isRefused, isReadOnly, after, onChange, onChoice } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const now = Date.now();
  const { lines, spoken, problem } = readingWords(props, now, t);
  // Told as it is typed; some readers say a description that changes as well.
  const [isTyped, setIsTyped] = useState(false);

  useEffect(() => {
    if (when === null || spoken === null || isRefused) return undefined;
    const timer = setTimeout(() => announce(spoken), announceAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [when, spoken, isRefused]);

  return (
    <div>
      <Field label={t("when.label")}>
        <Input
          id="when"
          value={phrase}
          placeholder={t("when.placeholder")}
          contentBefore={<ClockRegular />}
          contentAfter={after}
          readOnly={isReadOnly}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={isTyped ? undefined : "when-reading"}
          aria-invalid={problem !== null || undefined}
          onChange={(_event, { value }) => {
            setIsTyped(true);
            onChange(value);
          }}
          onBlur={() => setIsTyped(false)}
        />
      </Field>
      <div className={styles.below} id="when-reading" data-reading>
        {problem !== null && (
          <div className={styles.line}>
            <ErrorCircleFilled className={mergeClasses(styles.mark, styles.wrong)} />
            <span className={styles.wrong}>{problem}</span>
          </div>
        )}
        {lines.map((line, at) => (
          <div key={line} className={mergeClasses(styles.line, at > 0 && styles.further)}>
            {at === 0 && (
              <CheckmarkCircleFilled className={mergeClasses(styles.mark, styles.right)} />
            )}
            <span dir="auto">{line}</span>
          </div>
        ))}
      </div>
      {problem !== null && when !== null && when.choices.length > 0 && !isReadOnly && (
        <div className={styles.choices} role="group" aria-labelledby="when-reading">
          {when.choices.map((choice) => (
            <Button
              key={`${choice.kind} ${choice.time}`}
              size="small"
              onClick={() => {
                onChoice(choice.part);
                // The button goes with its question.
                document.querySelector<HTMLElement>("#when")?.focus();
              }}
            >
              {choiceText(choice, t)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

const choiceText = ({ kind, time, offset }: WhenChoice, t: TFunction): string =>
  t(`schedule.problem.${kind}`, { time, offset: shortOffset(offset) });
