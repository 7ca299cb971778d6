import {
  Divider,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { copyFormats } from "../../main/contract/copy-formats.ts";
import { copyChoicesOf, defaultSettings, namesIn } from "../../main/contract/settings.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { ProblemLine } from "../ui/problem-line.tsx";
import { shownAt, useAttempt } from "../ui/state/use-attempt.ts";
import { CopyPreview } from "./copy-preview.tsx";
import { InvitationParts } from "./invitation-parts.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { useChange } from "./use-change.ts";
import { useCopyPreview } from "./use-copy-preview.ts";

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1.25fr)",
    gap: tokens.spacingHorizontalL,
    "@media (max-width: 720px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minInlineSize: 0,
  },
  rule: { flexGrow: 0 },
  meta: { color: tokens.colorNeutralForeground3 },
});

/** What "copy" means, and how that looks where it is pasted. */
export function CopySettings({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { change: choose, problem: notChosen } = useChange();
  const { change, problem } = useChange();
  const { copyFormat: chosen, template } = state.settings;
  const [typed, setTyped] = useState(template);
  const choices = { ...copyChoicesOf(state.settings), template: typed };
  const preview = useCopyPreview(choices);
  const copying = useAttempt();

  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <Field
          label={{ children: t("copyFormat.what"), weight: "semibold" }}
          {...shownAt(notChosen)}
        >
          <RadioGroup
            value={chosen}
            aria-describedby="copy-format-about"
            onChange={(_event, { value }) => {
              const format = copyFormats.find((one) => one === value);
              if (format) void choose({ copyFormat: format });
            }}
          >
            {copyFormats.map((format) => (
              <Radio key={format} value={format} label={t(`copyFormat.name.${format}`)} />
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
        <Divider className={styles.rule} />
        <ProblemLine problem={problem} />
        <InvitationParts state={state} onChange={(part) => void change(part)} />
      </div>
      <CopyPreview
        preview={preview}
        about={
          <>
            <Text id="copy-format-about" size={200} className={styles.meta}>
              {t(`copyFormat.about.${chosen}`)}
            </Text>
            <ProblemLine problem={copying.problem} />
          </>
        }
        onCopy={() => void copying.attempt(app.copySample(choices), t("copyFormat.sampleCopied"))}
        onReset={
          isFactory(state) ? null : () => void change(factoryCopy, t("copyFormat.resetDone"))
        }
      />
    </div>
  );
}

/** How a new installation copies. What a person wrote as a template is not among it: resetting keeps it. */
const { template: _written, ...factoryCopy } = copyChoicesOf(defaultSettings);

const isFactory = ({ settings }: AppState): boolean =>
  namesIn("copyFormat").every(
    (name) => name === "template" || settings[name] === defaultSettings[name],
  );
