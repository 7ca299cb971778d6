import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { CalendarCancelRegular } from "@fluentui/react-icons/svg/calendar-cancel";
import { CopyAddRegular } from "@fluentui/react-icons/svg/copy-add";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { EyeOffRegular } from "@fluentui/react-icons/svg/eye-off";
import { GlobeRegular } from "@fluentui/react-icons/svg/globe";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { MailRegular } from "@fluentui/react-icons/svg/mail";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { OptionsRegular } from "@fluentui/react-icons/svg/options";
import { QrCodeRegular } from "@fluentui/react-icons/svg/qr-code";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { meetingOffersOf } from "../../main/contract/offers/meeting-offers.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import { app } from "../app.ts";
import { CopyItems } from "./copy-items.tsx";
import { ExtendItem } from "./extend-item.tsx";
import { useMenuStyles } from "./menu-styles.ts";
import { act, forgetMeeting, saveCalendarFile } from "./meeting-actions.ts";
import { closeOverlay, openOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";

/** Everything that can be done with one meeting, or only how it can be copied. */
export function MeetingMenu({ overlay, meeting, state }: OverlayProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const { subject } = meeting;
  const isWhole = overlay.kind === "menu";
  const label = t(isWhole ? "menu.more" : "copyAs.titleNamed", { subject });
  return (
    <section aria-label={label}>
      <Menu
        open
        hasIcons
        // Within a landmark: a screen reader finds it.
        inline
        onOpenChange={(_event, { open }) => {
          if (!open) closeOverlay(overlay);
        }}
        positioning={{
          target: overlay.opener.querySelector("button:last-of-type") ?? overlay.opener,
          // Beside it, and over it where that is too narrow: so the whole height of the window is its.
          position: "before",
          align: "top",
          shiftToCoverTarget: true,
          strategy: "fixed",
          autoSize: "height",
        }}
      >
        <MenuPopover className={styles.popover}>
          <MenuList
            // There is no trigger inside: one menu serves every row.
            aria-labelledby={undefined}
            aria-label={label}
          >
            <MenuGroup>
              <MenuGroupHeader>{t(isWhole ? "copyAs.again" : "copyAs.title")}</MenuGroupHeader>
              <CopyItems meeting={meeting} state={state} />
            </MenuGroup>
            {isWhole && <MenuDivider />}
            {isWhole && <Actions overlay={overlay} meeting={meeting} state={state} />}
          </MenuList>
        </MenuPopover>
      </Menu>
    </section>
  );
}

/** What cannot be chosen says why. */
function reasonsOf({ isGone, hasOptionsPage }: Meeting, canChange: boolean, t: TFunction) {
  const gone = { disabled: true, ...(isGone ? { subText: t("copyAs.why.gone") } : {}) };
  const why = canChange ? {} : gone;
  const whyNoOptions = hasOptionsPage ? why : { disabled: true, subText: t("menu.noOptions") };
  return { why, whyNoOptions, isDangerous: canChange };
}

function Actions({ overlay, meeting, state }: OverlayProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const { id } = meeting;
  const isDetails = state.view === "details";
  const offers = meetingOffersOf(meeting, {
    leaving: state.leaving.find((one) => one.id === id) ?? null,
    isRoom: state.room?.id === id,
    now: Date.now(),
  });
  const { why, whyNoOptions, isDangerous } = reasonsOf(meeting, offers.includes("edit"), t);
  const danger = isDangerous ? styles.danger : "";
  const run = (request: ReturnType<typeof app.openMeeting>) =>
    void act({ id, said: null }, request, t);
  return (
    <>
      {!isDetails && (
        <MenuItem
          className={styles.item}
          icon={<InfoRegular />}
          secondaryContent="Enter"
          onClick={() => void app.navigate({ view: "details", meetingId: id })}
        >
          {t("menu.details")}
        </MenuItem>
      )}
      <MenuItem
        className={styles.item}
        icon={<OpenRegular />}
        {...why}
        onClick={() => run(app.openMeeting({ id, where: "teams" }))}
      >
        {t("created.openInTeams")}
      </MenuItem>
      <MenuItem
        className={styles.item}
        icon={<GlobeRegular />}
        {...why}
        onClick={() => run(app.openMeeting({ id, where: "browser" }))}
      >
        {t("menu.openInBrowser")}
      </MenuItem>
      <MenuItem
        className={styles.item}
        icon={<MailRegular />}
        {...why}
        onClick={() => run(app.mailMeeting({ id }))}
      >
        {t("menu.mail")}
      </MenuItem>
      <MenuItem
        className={styles.item}
        icon={<ArrowDownloadRegular />}
        {...why}
        onClick={() => void saveCalendarFile(meeting, t)}
      >
        {t("menu.save")}
      </MenuItem>
      {!isDetails && (
        <MenuItem
          className={styles.item}
          icon={<QrCodeRegular />}
          {...why}
          onClick={() => openOverlay({ ...overlay, kind: "qr" })}
        >
          {t("menu.qr")}
        </MenuItem>
      )}
      <MenuDivider />
      <ExtendItem overlay={overlay} meeting={meeting} why={why} />
      <MenuItem
        className={styles.item}
        icon={<EditRegular />}
        secondaryContent={isDetails ? "" : "F2"}
        {...why}
        onClick={() => void app.navigate({ view: "schedule", meetingId: id })}
      >
        {t("menu.edit")}
      </MenuItem>
      {isDetails && offers.includes("duplicate") && <Duplicate meeting={meeting} state={state} />}
      <MenuItem
        className={styles.item}
        icon={<OptionsRegular />}
        {...whyNoOptions}
        onClick={() => run(app.openOptionsPage({ id }))}
      >
        {t("menu.options")}
      </MenuItem>
      <MenuDivider />
      {offers.includes("forget") && (
        <MenuItem
          className={styles.item}
          icon={<EyeOffRegular />}
          onClick={() => void forgetMeeting(meeting, t)}
        >
          {t("menu.forget")}
        </MenuItem>
      )}
      <MenuItem
        className={styles.item}
        icon={<CalendarCancelRegular className={danger} />}
        secondaryContent={isDetails ? "" : t("menu.del")}
        {...why}
        onClick={() => openOverlay({ ...overlay, kind: "cancel" })}
      >
        <span className={danger}>{t("menu.cancel")}</span>
      </MenuItem>
    </>
  );
}

/** Its key is of the details alone. */
function Duplicate({ meeting: { id }, state }: Pick<OverlayProps, "meeting" | "state">) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  return (
    <MenuItem
      className={styles.item}
      icon={<CopyAddRegular />}
      secondaryContent={state.platform === "darwin" ? "Cmd+D" : "Ctrl+D"}
      onClick={() => void app.navigate({ view: "duplicate", meetingId: id })}
    >
      {t("menu.duplicate")}
    </MenuItem>
  );
}
