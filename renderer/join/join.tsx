import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { ClipboardPasteRegular } from "@fluentui/react-icons/svg/clipboard-paste";
import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { JoinReading } from "../../main/contract/answers.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { grouped, spelledOut } from "../format.ts";
import { announce } from "../ui/announcer.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { usePageStyles } from "../ui/page-styles.ts";

/** What main takes. */
const longestText = 20_000;

const useStyles = makeStyles({
  text: { minBlockSize: "96px" },
  paste: { alignSelf: "flex-start" },
  preview: { minBlockSize: "20px", overflowWrap: "anywhere" },
  meeting: { fontWeight: tokens.fontWeightSemibold },
  problem: { color: tokens.colorStatusDangerForeground3 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  wide: { flexBasis: "148px", flexGrow: 1, maxWidth: "none" },
});

const focusText = () => document.querySelector<HTMLElement>("#join-text")?.focus();

type How = "teams" | "browser" | "copy";

/** A meeting of anybody's, by its ID, its link or the whole invitation. */
export function Join() {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [passcode, setPasscode] = useState("");
  const [problem, setProblem] = useState("");
  const reading = useReading(text, t);

  useEffect(focusText, []);

  async function paste(): Promise<void> {
    const result = await app.pasteJoinText();
    if (result.ok) change(result.value);
    else fail(result.error);
    focusText();
  }

  function change(value: string): void {
    setProblem("");
    setText(value.slice(0, longestText));
  }

  function fail(error: Parameters<typeof errorText>[0]): void {
    const { title, whole } = errorText(error, t);
    setProblem(whole);
    announce(title, "assertive");
  }

  async function join(how: How): Promise<void> {
    setProblem("");
    // Read once more: Enter may come sooner than the preview.
    const read = await app.readJoinText({ text });
    if (read.ok && read.value.kind !== "meeting") {
      const sentence = previewOf(read.value, t) ?? t("join.nothing");
      setProblem(sentence);
      announce(sentence, "assertive");
      return focusText();
    }
    const result = await app.join({ text, passcode, how });
    if (!result.ok) fail(result.error);
    else announce(t(how === "copy" ? "join.copied" : "join.opened"));
  }

  return (
    <form
      className={page.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join("teams");
      }}
    >
      <PageHeader title={t("join.title")} />
      <main className={page.main}>
        <Field label={t("join.text")}>
          <Textarea
            id="join-text"
            className={styles.text}
            resize="vertical"
            value={text}
            maxLength={longestText}
            onChange={(_event, { value }) => change(value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void join("teams");
            }}
          />
        </Field>
        <Button
          className={styles.paste}
          icon={<ClipboardPasteRegular />}
          onClick={() => void paste()}
        >
          {t("join.paste")}
        </Button>
        <Field label={t("join.passcode")}>
          <Input
            dir="ltr"
            value={passcode}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            onChange={(_event, { value }) => setPasscode(value)}
          />
        </Field>
        <div className={styles.preview}>
          {problem === "" ? (
            <Preview reading={reading} />
          ) : (
            <span className={styles.problem}>{problem}</span>
          )}
        </div>
        <div className={styles.actions}>
          <Button className={styles.wide} type="submit" appearance="primary" data-primary>
            {t("join.inTeams")}
          </Button>
          <Button className={styles.wide} onClick={() => void join("browser")}>
            {t("join.inBrowser")}
          </Button>
          <Button className={styles.wide} onClick={() => void join("copy")}>
            {t("join.copy")}
          </Button>
        </div>
      </main>
    </form>
  );
}

/** What main reads in the text, a moment after typing. Told to a screen reader too. */
function useReading(text: string, t: TFunction): JoinReading | null {
  const [reading, setReading] = useState<JoinReading | null>(null);
  const isEmpty = text.trim() === "";
  useEffect(() => {
    if (isEmpty) return undefined;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const result = await app.readJoinText({ text });
      if (!isWanted || !result.ok) return;
      setReading(result.value);
      const sentence = previewOf(result.value, t);
      if (sentence !== null) announce(sentence);
    }, 150);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, isEmpty, t]);
  return isEmpty ? null : reading;
}

function Preview({ reading }: { readonly reading: JoinReading | null }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (reading === null) return null;
  if (reading.kind !== "meeting") return <span>{previewOf(reading, t)}</span>;
  const { meetingId, passcode } = reading;
  return (
    <bdi className={styles.meeting}>
      {meetingId === null
        ? t("join.link")
        : t(passcode === null ? "join.meeting" : "join.meetingAndPasscode", {
            id: grouped(meetingId),
            passcode,
          })}
    </bdi>
  );
}

/** The digits of an ID one by one, as they are read out loud. */
function previewOf(reading: JoinReading, t: TFunction): string | null {
  switch (reading.kind) {
    case "empty":
      return null;
    case "meeting":
      return reading.meetingId === null
        ? t("join.link")
        : t("join.meeting", { id: spelledOut(reading.meetingId) });
    case "wrapped":
      return t("join.wrapped", { by: reading.by });
    case "other-product":
      return t("join.otherProduct", { product: reading.product });
    case "incomplete":
      return t("join.incomplete");
    case "teams-page":
      return t("join.teamsPage");
    case "not-teams":
      return t("join.notTeams", { host: reading.host });
    case "not-understood":
      return t("join.nothing");
  }
}
