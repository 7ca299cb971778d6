import { makeStyles, MenuItem } from "@fluentui/react-components";
import { DialpadRegular } from "@fluentui/react-icons/svg/dialpad";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { LinkMultipleRegular } from "@fluentui/react-icons/svg/link-multiple";
import { MailLinkRegular } from "@fluentui/react-icons/svg/mail-link";
import { MarkdownRegular } from "@fluentui/react-icons/svg/markdown";
import { NumberSymbolRegular } from "@fluentui/react-icons/svg/number-symbol";
import { useTranslation } from "react-i18next";

import { type CopyFormat, copyFormats } from "../../main/contract/copy-formats.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { shortcutText } from "../keys/key-text.ts";
import { formatLabel, usualFormat, whyNot } from "./copy-words.ts";
import { copyMeeting } from "./meeting-actions.ts";

const useStyles = makeStyles({ item: { maxInlineSize: "none" } });

const icons = {
  link: <LinkRegular />,
  "link-and-invitation": <LinkMultipleRegular />,
  invitation: <MailLinkRegular />,
  markdown: <MarkdownRegular />,
  "id-and-passcode": <NumberSymbolRegular />,
  "dial-in": <DialpadRegular />,
  template: <DocumentTextRegular />,
};

interface FormatItemsProps {
  /** Why it cannot be had; null where it can. */
  readonly whyNot: (format: CopyFormat) => string | null;
  readonly onCopy: (format: CopyFormat) => void;
  /** What the usual keys copy. */
  readonly usual: CopyFormat;
  readonly platform: AppState["platform"];
}

/** Every form something can be copied in; those it cannot be stay, with the reason. */
export function FormatItems({ whyNot: whyNotIn, onCopy, usual, platform }: FormatItemsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const keys = shortcutText("copy", platform, t);
  return copyFormats.map((format) => {
    const why = whyNotIn(format);
    return (
      <MenuItem
        key={format}
        className={styles.item}
        icon={icons[format]}
        disabled={why !== null}
        subText={why}
        secondaryContent={format === usual && why === null ? keys : null}
        onClick={() => onCopy(format)}
      >
        {formatLabel(format, t)}
      </MenuItem>
    );
  });
}

interface CopyItemsProps {
  readonly meeting: Meeting;
  readonly state: AppState;
}

export function CopyItems({ meeting, state }: CopyItemsProps) {
  const { t } = useTranslation();
  return (
    <FormatItems
      whyNot={(format) => whyNot(meeting, format, Date.now(), t)}
      onCopy={(format) => void copyMeeting(meeting, format, state, t)}
      usual={usualFormat(meeting, state)}
      platform={state.platform}
    />
  );
}
