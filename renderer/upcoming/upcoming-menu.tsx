import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { EyeOffRegular } from "@fluentui/react-icons/svg/eye-off";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { itemKeys } from "../keys/key-text.ts";
import { itemHint } from "../ui/list/item-words.ts";
import { FormatItems } from "../meeting/copy-items.tsx";
import { useMenuStyles } from "../ui/list/menu-styles.ts";
import { RowMenu } from "../ui/list/row-menu.tsx";
import { SubMenu, type Why } from "../ui/list/sub-menu.tsx";
import {
  copyUpcoming,
  dismissUpcoming,
  joinUpcoming,
  mailUpcoming,
  openInOutlook,
  restoreUpcoming,
  whyNotAs,
} from "./upcoming-actions.ts";
import { subjectOf } from "./upcoming-words.ts";
import { isCopy } from "./use-upcoming-keys.ts";

interface UpcomingMenuProps {
  readonly meeting: UpcomingMeeting;
  readonly isDismissed: boolean;
  /** Everything, or only how it can be copied. */
  readonly kind: "menu" | "copy";
  readonly opener: HTMLElement;
  readonly platform: AppState["platform"];
  readonly onClose: () => void;
}

/** One for every row: what can be done with a meeting that others may have made. */
export function UpcomingMenu(props: UpcomingMenuProps) {
  const { meeting, kind, opener, platform, onClose } = props;
  const { t } = useTranslation();
  const subject = subjectOf(meeting.subject, t);
  const label = t(kind === "menu" ? "menu.more" : "copyAs.titleNamed", { subject });
  return (
    <RowMenu
      label={label}
      opener={opener}
      onClose={onClose}
      onKeyDownCapture={(event) => {
        if (!isCopy(event, platform)) return;
        event.preventDefault();
        // Else the menu takes it for the first letter of an item.
        event.stopPropagation();
        void copyUpcoming(meeting, "link", t);
      }}
    >
      {kind === "menu" ? (
        <Actions {...props} />
      ) : (
        <MenuGroup>
          <MenuGroupHeader>{t("copyAs.title")}</MenuGroupHeader>
          <Formats {...props} />
        </MenuGroup>
      )}
    </RowMenu>
  );
}

function Formats({ meeting, platform }: Pick<UpcomingMenuProps, "meeting" | "platform">) {
  const { t } = useTranslation();
  return (
    <FormatItems
      whyNot={(format) => whyNotAs(meeting, format, t)}
      onCopy={(format) => void copyUpcoming(meeting, format, t)}
      usual="link"
      platform={platform}
    />
  );
}

const why = (reason: string | null): Why =>
  reason === null ? {} : { disabled: true, ...itemHint(reason) };

function Actions({ meeting, isDismissed, platform }: UpcomingMenuProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const noLink = why(meeting.hasLink ? null : t("upcoming.why.noLink"));
  const change = isDismissed ? restoreUpcoming : dismissUpcoming;
  return (
    <>
      <MenuItem
        className={styles.item}
        icon={<VideoRegular />}
        {...noLink}
        onClick={() => void joinUpcoming(meeting, meeting.id, t)}
      >
        {t("upcoming.join")}
      </MenuItem>
      <MenuItem
        className={styles.item}
        icon={<LinkRegular />}
        {...itemKeys("copy", platform, t)}
        {...noLink}
        onClick={() => void copyUpcoming(meeting, "link", t)}
      >
        {t("home.copyLink")}
      </MenuItem>
      <SubMenu icon={<CopyRegular />} label={t("copyAs.title")} why={noLink}>
        <Formats meeting={meeting} platform={platform} />
      </SubMenu>
      <MenuDivider />
      <MenuItem
        className={styles.item}
        icon={<OpenRegular />}
        {...why(meeting.isInOutlook ? null : t("upcoming.why.notInOutlook"))}
        onClick={() => void openInOutlook(meeting, t)}
      >
        {t("upcoming.openInOutlook")}
      </MenuItem>
      <MenuItem
        className={styles.item}
        icon={<MailRegular />}
        {...why(whyNoMail(meeting, t))}
        onClick={() => void mailUpcoming(meeting, t)}
      >
        {t("upcoming.mail")}
      </MenuItem>
      <MenuDivider />
      <MenuItem
        className={styles.item}
        icon={isDismissed ? <EyeRegular /> : <EyeOffRegular />}
        onClick={() => void change(meeting, t)}
      >
        {t(isDismissed ? "upcoming.restore" : "upcoming.dismiss")}
      </MenuItem>
    </>
  );
}

function whyNoMail({ mail }: UpcomingMeeting, t: TFunction): string | null {
  switch (mail) {
    case "ready":
      return null;
    case "nobody":
      return t("upcoming.why.nobody");
    case "too-many":
      return t("upcoming.why.tooMany");
  }
}
