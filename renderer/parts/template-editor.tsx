import { Button, Field, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { TemplateProblem } from "../../main/contract/answers.ts";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  text: { minBlockSize: "120px", fontFamily: tokens.fontFamilyMonospace },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  problems: { listStyleType: "none", margin: 0, padding: 0 },
  problem: {
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightRegular,
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textAlign: "start",
    minWidth: 0,
    paddingInline: 0,
  },
});

const fields =
  "subject url date start end zone duration id passcode number conference organiser".split(" ");
const longestTemplate = 4_000;

export interface TemplateEditorProps {
  readonly value: string;
  readonly problems: readonly TemplateProblem[];
  readonly onChange: (template: string) => void;
  readonly onLeave: () => void;
}

/** A text with fields. A problem is a button: it marks its place in the text. */
export function TemplateEditor({ value, problems, onChange, onLeave }: TemplateEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation();

  function insert(field: string): void {
    const area = textArea();
    const [from, to] = area
      ? [area.selectionStart, area.selectionEnd]
      : [value.length, value.length];
    const next = `${value.slice(0, from)}{${field}}${value.slice(to)}`;
    if (next.length > longestTemplate) return;
    onChange(next);
    // Once the new text stands there, writing goes on after the field.
    const caret = from + field.length + 2;
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(caret, caret);
    });
  }

  return (
    <div className={styles.column}>
      <Field label={t("copyFormat.template")} hint={t("copyFormat.templateHint")}>
        <Textarea
          id="template"
          resize="vertical"
          textarea={{ className: styles.text, spellCheck: false }}
          value={value}
          maxLength={longestTemplate}
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={problems.length > 0 ? "template-problems" : undefined}
          onChange={(_event, data) => onChange(data.value)}
          onBlur={onLeave}
        />
      </Field>
      {problems.length > 0 && (
        <ul id="template-problems" className={styles.problems}>
          {problems.map((problem) => (
            <li key={`${problem.kind} ${problem.start}`}>
              <Button
                size="small"
                appearance="transparent"
                className={styles.problem}
                onClick={() => mark(problem)}
              >
                {placeText(problem, value, t)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Text id="insert-field">{t("copyFormat.insert")}</Text>
      <div className={styles.row} role="group" aria-labelledby="insert-field">
        {fields.map((field) => (
          <Button
            key={field}
            size="small"
            aria-label={t("copyFormat.insertNamed", { field })}
            onClick={() => insert(field)}
          >
            <bdi>{`{${field}}`}</bdi>
          </Button>
        ))}
      </div>
    </div>
  );
}

const textArea = () => document.querySelector<HTMLTextAreaElement>("#template");

function mark({ start, end }: TemplateProblem): void {
  textArea()?.focus();
  textArea()?.setSelectionRange(start, end);
}

function placeText(problem: TemplateProblem, template: string, t: TFunction): string {
  const line = template.slice(0, problem.start).split("\n").length;
  const field = problem.kind === "unknown-field" ? `{${problem.name}}` : "";
  return t("copyFormat.place", {
    line,
    problem: t(`copyFormat.problem.${problem.kind}`, { field }),
  });
}
