import { MenuItem } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { QrCodeRegular } from "@fluentui/react-icons/svg/qr-code";
import { ShareRegular } from "@fluentui/react-icons/svg/share";
import { useTranslation } from "react-i18next";

import { app } from "../app.ts";
import { useMenuStyles } from "../ui/list/menu-styles.ts";
import { SubMenu } from "../ui/list/sub-menu.tsx";
import { act, saveCalendarFile } from "./meeting-actions.ts";
import { openOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";

interface ShareProps extends Pick<OverlayProps, "overlay" | "meeting"> {
  /** The details show the code themselves. */
  readonly hasCode: boolean;
}

/** What a meeting can be sent on as, other than by the clipboard. */
export function ShareItem({ overlay, meeting, hasCode }: ShareProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const { id } = meeting;
  return (
    <SubMenu icon={<ShareRegular />} label={t("menu.share")}>
      <MenuItem
        className={styles.item}
        icon={<MailRegular />}
        onClick={() => void act({ id, said: null }, app.mailMeeting({ id }), t)}
      >
        {t("menu.mail")}
      </MenuItem>
      <MenuItem
        className={styles.item}
        icon={<ArrowDownloadRegular />}
        onClick={() => void saveCalendarFile(meeting, t)}
      >
        {t("menu.save")}
      </MenuItem>
      {hasCode && (
        <MenuItem
          className={styles.item}
          icon={<QrCodeRegular />}
          onClick={() => openOverlay({ ...overlay, kind: "qr" })}
        >
          {t("menu.qr")}
        </MenuItem>
      )}
    </SubMenu>
  );
}
