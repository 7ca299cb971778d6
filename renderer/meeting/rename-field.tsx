import { Button, Field, Input, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { shortcutOf } from "../keys/shortcuts.ts";
import { act, useActionProblem } from "./meeting-actions.ts";

const useStyles = makeStyles({
  shown: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  subject: {
    flexGrow: 1,
    minInlineSize: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    maxBlockSize: "110px",
    overflowY: "auto",
  },
  crossed: { textDecorationLine: "line-through" },
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface RenameProps {
  readonly meeting: Meeting;
  readonly canRename: boolean;
  readonly isCrossed: boolean;
  readonly platform: AppState["platform"];
}

/** The subject, which can be changed where it stands. */
export function RenameField({ meeting, canRename, isCrossed, platform }: RenameProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { subject } = meeting;
  const [isEditing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (!canRename) return undefined;
    function press(event: globalThis.KeyboardEvent): void {
      if (shortcutOf(event, platform) !== "edit" || event.defaultPrevented) return;
      event.preventDefault();
      setEditing(true);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [canRename, platform]);

  if (isEditing && canRename)
    return (
      <Editing
        meeting={meeting}
        onDone={() => {
          setEditing(false);
          // The button comes back with the next drawing.
          setTimeout(() => document.querySelector<HTMLElement>("#rename")?.focus(), 0);
        }}
      />
    );
  return (
    <div className={styles.shown}>
      <h2
        className={`${styles.subject} ${isCrossed ? styles.crossed : ""}`}
        ref={heading}
        tabIndex={-1}
      >
        <bdi>{subject}</bdi>
      </h2>
      {canRename && (
        <Tooltip content={t("details.rename")} relationship="description">
          <Button
            id="rename"
            appearance="subtle"
            icon={<EditRegular />}
            aria-label={t("details.renameNamed", { subject })}
            onClick={() => setEditing(true)}
          />
        </Tooltip>
      )}
    </div>
  );
}

function Editing({ meeting, onDone }: { readonly meeting: Meeting; readonly onDone: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { id } = meeting;
  const [subject, setSubject] = useState(meeting.subject);
  const [isBusy, setBusy] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const problem = useActionProblem(id);
  const sentence = isEmpty
    ? t("details.empty")
    : problem?.place === "rename"
      ? problem.sentence
      : null;

  async function save(): Promise<void> {
    const typed = subject.trim();
    setEmpty(typed === "");
    if (typed === "" || isBusy) return;
    if (typed === meeting.subject) return onDone();
    setBusy(true);
    const said = t("details.renamed", { subject: typed });
    const isDone = await act(
      { id, place: "rename", said },
      app.renameMeeting({ id, subject: typed }),
      t,
    );
    setBusy(false);
    if (isDone) onDone();
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    if (event.key === "Enter") void save();
    else onDone();
  }

  return (
    <div className={styles.form}>
      <Field
        label={t("created.subject")}
        validationState={sentence === null ? "none" : "error"}
        validationMessage={sentence}
      >
        <Input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for it
          autoFocus
          value={subject}
          maxLength={255}
          readOnly={isBusy}
          onChange={(_event, { value }) => setSubject(value)}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={press}
        />
      </Field>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          data-primary
          disabledFocusable={isBusy}
          onClick={() => void save()}
        >
          {t("details.save")}
        </Button>
        <Button onClick={onDone}>{t("details.keep")}</Button>
      </div>
    </div>
  );
}
