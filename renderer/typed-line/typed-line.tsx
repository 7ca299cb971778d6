import {
  Button,
  Input,
  makeStyles,
  mergeClasses,
  Spinner,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { FlashRegular } from "@fluentui/react-icons/svg/flash";
import { type KeyboardEvent, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";

import type { Account, AppState } from "../../main/contract/state.ts";
import type { TypedLine as Reading } from "../../main/contract/requests/typed-line.ts";
import { seeTip } from "../tips/seen-tips.ts";
import { announce } from "../ui/announcer.tsx";
import { Card } from "../ui/card.tsx";
import { closeLine, type Line } from "./line.ts";
import { LineChips } from "./line-chips.tsx";
import { lineWords } from "./line-words.ts";
import { focusLine } from "./typing.ts";
import { useTypedLine } from "./use-line.ts";

const useStyles = makeStyles({
  card: { gap: tokens.spacingVerticalS },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  field: { flexGrow: 1 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  make: { flexGrow: 1, maxWidth: "none" },
  button: { paddingInline: tokens.spacingHorizontalS },
  how: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  problem: {
    color: tokens.colorStatusDangerForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** As in the form: after a pause, so that no key is talked over. */
const announceAfterMilliseconds = 400;

interface TypedLineProps {
  readonly line: Line;
  readonly state: AppState;
  readonly account: Account;
  /** Nothing else on the screen is the way on. */
  readonly isFirst: boolean;
}

/** A whole meeting, typed in one line and read while it is typed. */
export function TypedLine({ line, state, account, isFirst }: TypedLineProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const how = useId();
  const typed = useTypedLine(line, state, account);
  const { shown, problem, mustAllow } = typed;
  const words = shown && lineWords(shown, state, { now: Date.now(), mustAllow }, t);
  useSpoken(words?.spoken ?? "");
  // It came after its first letter.
  useEffect(() => {
    focusLine();
    void seeTip("type", state);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it opens
  }, []);

  return (
    <Card className={styles.card}>
      <div className={styles.row}>
        <Input
          id="typed-line"
          className={styles.field}
          value={line.text}
          placeholder={t("typed.placeholder")}
          aria-label={t("typed.label")}
          aria-describedby={how}
          aria-invalid={words?.problem ? true : undefined}
          contentBefore={line.isSending ? <Spinner size="tiny" /> : <FlashRegular />}
          readOnly={line.isSending}
          autoComplete="off"
          spellCheck={false}
          maxLength={longestLine}
          onChange={(_event, { value }) => typed.type(value)}
          onKeyDown={(event) => press(event, line, typed)}
        />
        <Tooltip content={t("created.dismiss")} relationship="label">
          <Button appearance="subtle" icon={<DismissRegular />} onClick={() => close(line.id)} />
        </Tooltip>
      </div>
      {shown && words && (
        <LineChips
          words={words}
          subject={shown.draft.subject}
          isNamed={!shown.isUnnamed}
          isTimed={shown.time.kind === "read"}
        />
      )}
      {problem !== null && <span className={styles.problem}>{problem}</span>}
      {shown && <Actions shown={shown} typed={typed} isFirst={isFirst} isBusy={line.isSending} />}
      <span className={styles.how} id={how}>
        {t("typed.how")}
      </span>
    </Card>
  );
}

function useSpoken(spoken: string): void {
  useEffect(() => {
    if (spoken === "") return undefined;
    const timer = setTimeout(() => announce(spoken), announceAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [spoken]);
}

type Typed = ReturnType<typeof useTypedLine>;

/** Enter, Tab and Escape. A key that chooses among the signs of an input method is no key of ours. */
function press(event: KeyboardEvent, { id, text }: Line, { make, openForm }: Typed): void {
  const { key, shiftKey, altKey, ctrlKey, metaKey, nativeEvent } = event;
  if (nativeEvent.isComposing || shiftKey || altKey) return;
  const isPlain = !ctrlKey && !metaKey;
  if (key === "Enter") void make();
  else if (key === "Tab" && isPlain && text.trim() !== "") void openForm();
  else if (key === "Escape" && isPlain) close(id);
  else return;
  event.preventDefault();
}

interface ActionsProps {
  readonly shown: Reading;
  readonly typed: Typed;
  readonly isFirst: boolean;
  readonly isBusy: boolean;
}

/** The same for whoever has no keys at hand. */
function Actions({ shown, typed, isFirst, isBusy }: ActionsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const count = shown.draft.event?.invitees.length ?? 0;
  return (
    <div className={styles.actions}>
      <Button
        className={mergeClasses(styles.button, styles.make)}
        appearance={isFirst ? "primary" : "secondary"}
        data-primary={isFirst || undefined}
        disabledFocusable={isBusy || shown.problems !== null || typed.mustAllow}
        onClick={() => void typed.make()}
      >
        {t(count > 0 ? "event.createAndSend" : "schedule.create", { count })}
      </Button>
      <Button className={styles.button} onClick={() => void typed.openForm()}>
        {t("typed.form")}
      </Button>
    </div>
  );
}

const longestLine = 300;

/** The focus goes back to what the line stood in the place of. */
function close(id: string): void {
  closeLine(id);
  setTimeout(() => document.querySelector<HTMLElement>("#meet-now")?.focus(), 0);
}
