import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { TemplateProblem } from "../../main/contract/answers.ts";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  area: { position: "relative", display: "grid", gridTemplateColumns: "minmax(0, 1fr)" },
  field: { minWidth: 0 },
  text: { minBlockSize: "120px" },
  // The very same in both, so that each word stands over its own mark.
  letters: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    scrollbarGutter: "stable",
    unicodeBidi: "plaintext",
  },
  marks: {
    position: "absolute",
    inset: 0,
    overflow: "hidden",
    pointerEvents: "none",
    border: "1px solid transparent",
    color: "transparent",
    forcedColorAdjust: "none",
  },
  mark: {
    backgroundColor: "transparent",
    color: "transparent",
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorStatusDangerForeground3,
    textDecorationSkipInk: "none",
    "@media (forced-colors: active)": { textDecorationColor: "CanvasText" },
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  problems: { listStyleType: "none", margin: 0, padding: 0 },
  problem: {
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightRegular,
    textAlign: "start",
    minWidth: 0,
    padding: 0,
    minBlockSize: "24px",
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
  const [scrolled, setScrolled] = useState(0);

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
        {(field) => (
          <div className={styles.area}>
            <Textarea
              {...field}
              className={styles.field}
              id="template"
              resize="vertical"
              textarea={{
                className: mergeClasses(styles.letters, styles.text),
                spellCheck: false,
                dir: "auto",
                onScroll: (event) => setScrolled(event.currentTarget.scrollTop),
              }}
              value={value}
              maxLength={longestTemplate}
              aria-invalid={problems.length > 0 || undefined}
              aria-describedby={
                problems.length > 0
                  ? `${field["aria-describedby"]} template-problems`
                  : field["aria-describedby"]
              }
              onChange={(_event, data) => onChange(data.value)}
              onBlur={onLeave}
            />
            <Marks text={value} problems={problems} scrolled={scrolled} />
          </div>
        )}
      </Field>
      {problems.length > 0 && <Problems problems={problems} template={value} />}
      <Fields onInsert={insert} />
    </div>
  );
}

interface ProblemsProps {
  readonly problems: readonly TemplateProblem[];
  readonly template: string;
}

function Problems({ problems, template }: ProblemsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <ul id="template-problems" className={styles.problems}>
      {problems.map((problem) => (
        <li key={`${problem.kind} ${problem.start}`}>
          <Button
            size="small"
            appearance="transparent"
            className={styles.problem}
            onClick={() => mark(problem)}
          >
            {placeText(problem, template, t)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Fields({ onInsert }: { readonly onInsert: (field: string) => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <Text id="insert-field">{t("copyFormat.insert")}</Text>
      <div className={styles.row} role="group" aria-labelledby="insert-field">
        {fields.map((field) => (
          <Button
            key={field}
            size="small"
            aria-label={t("copyFormat.insertNamed", { field })}
            onClick={() => onInsert(field)}
          >
            <bdi>{`{${field}}`}</bdi>
          </Button>
        ))}
      </div>
    </>
  );
}

interface MarksProps {
  readonly text: string;
  readonly problems: readonly TemplateProblem[];
  /** Of the text area, in pixels. */
  readonly scrolled: number;
}

/** A text area cannot underline a part of its text: the same text lies over it, and shows only its marks. */
function Marks({ text, problems, scrolled }: MarksProps) {
  const styles = useStyles();
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (layer.current) layer.current.scrollTop = scrolled;
  }, [scrolled]);
  return (
    <div ref={layer} className={mergeClasses(styles.letters, styles.marks)} dir="auto" aria-hidden>
      {piecesOf(text, problems).map(({ start, piece, isWrong }) =>
        isWrong ? (
          <mark key={start} className={styles.mark}>
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
      {/* So that a last empty line has its height. */}
      {"\u200b"}
    </div>
  );
}

/** Problems come a moment after the text they are of: what lies beyond it now is no problem of it. */
function piecesOf(text: string, problems: readonly TemplateProblem[]) {
  const pieces: { start: number; piece: string; isWrong: boolean }[] = [];
  let at = 0;
  for (const { start, end } of problems) {
    if (start < at || end > text.length) continue;
    pieces.push({ start: at, piece: text.slice(at, start), isWrong: false });
    pieces.push({ start, piece: text.slice(start, end), isWrong: true });
    at = end;
  }
  return [...pieces, { start: at, piece: text.slice(at), isWrong: false }];
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
