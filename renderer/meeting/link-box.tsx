import { Button, Input, makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useTranslation } from "react-i18next";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { whyNot } from "./copy-words.ts";
import { copyMeeting, useActionProblem } from "./meeting-actions.ts";

const useStyles = makeStyles({
  link: { inlineSize: "100%" },
  // More of it than fits is no reason to cut a letter in half.
  text: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    textOverflow: "ellipsis",
  },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

interface LinkBoxProps {
  readonly meeting: Meeting;
  readonly state: AppState;
}

/** The link to read, to select and to copy, with what went wrong in copying below it. */
export function LinkBox({ meeting, state }: LinkBoxProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const problem = useActionProblem(meeting.id);
  const why = whyNot(meeting, "link", Date.now(), t);
  return (
    <>
      <Input
        id="join-link"
        className={styles.link}
        input={{ className: styles.text }}
        appearance="filled-darker"
        readOnly
        // Read aloud it is two hundred letters; the button that copies it is the next stop.
        tabIndex={-1}
        dir="ltr"
        value={meeting.joinUrl}
        aria-label={t("created.link")}
        onFocus={(event) => event.currentTarget.select()}
        contentAfter={
          <Tooltip content={why ?? t("created.copy")} relationship={why ? "description" : "label"}>
            <Button
              appearance="transparent"
              size="small"
              icon={<CopyRegular />}
              aria-label={t("created.copy")}
              disabledFocusable={why !== null}
              onClick={() => void copyMeeting(meeting, "link", state, t)}
            />
          </Tooltip>
        }
      />
      {problem?.place === "copy" && <span className={styles.problem}>{problem.sentence}</span>}
    </>
  );
}
