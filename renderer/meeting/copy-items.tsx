import { MenuItem } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
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
import { itemKeys } from "../keys/key-text.ts";
import { itemHint } from "../ui/list/item-words.ts";
import { useMenuStyles } from "../ui/list/menu-styles.ts";
import { SubMenu } from "../ui/list/sub-menu.tsx";
import { formatLabel, usualFormat, whyNot } from "./copy-words.ts";
import { copyMeeting } from "./meeting-actions.ts";

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
  readonly formats?: readonly CopyFormat[];
  /** Why it cannot be had; null where it can. */
  readonly whyNot: (format: CopyFormat) => string | null;
  readonly onCopy: (format: CopyFormat) => void;
  /** What the usual keys copy. */
  readonly usual: CopyFormat;
  readonly platform: AppState["platform"];
}

/** Every form something can be copied in, or some of them; those it cannot be stay, with the reason. */
export function FormatItems(props: FormatItemsProps) {
  const { formats = copyFormats, whyNot: whyNotIn, onCopy, usual, platform } = props;
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const keys = itemKeys("copy", platform, t);
  return formats.map((format) => {
    const why = whyNotIn(format);
    return (
      <MenuItem
        key={format}
        className={styles.item}
        icon={icons[format]}
        disabled={why !== null}
        {...(why !== null && itemHint(why))}
        {...(format === usual && why === null && keys)}
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
  /** Only those that are asked for most stand there, the others behind one item. */
  readonly isShort?: boolean;
}

/** As many as leave room for all else a menu offers. */
const inSight = 4;
const mostAskedFor = ["link", "invitation", "id-and-passcode", "dial-in"] as const;

export function CopyItems({ meeting, state, isShort = false }: CopyItemsProps) {
  const { t } = useTranslation();
  const usual = usualFormat(meeting, state);
  const items = {
    whyNot: (format: CopyFormat) => whyNot(meeting, format, Date.now(), t),
    onCopy: (format: CopyFormat) => void copyMeeting(meeting, format, state, t),
    usual,
    platform: state.platform,
  };
  if (!isShort) return <FormatItems {...items} />;
  const first = [...new Set<CopyFormat>([usual, ...mostAskedFor])].slice(0, inSight);
  return (
    <>
      <FormatItems {...items} formats={copyFormats.filter((format) => first.includes(format))} />
      <SubMenu icon={<CopyRegular />} label={t("copyAs.more")}>
        <FormatItems {...items} formats={copyFormats.filter((format) => !first.includes(format))} />
      </SubMenu>
    </>
  );
}
