import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from "@fluentui/react-components";
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

import type { Result } from "../../main/contract/errors.ts";
import { meetingOffersOf } from "../../main/contract/offers/meeting-offers.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import { shortcutText } from "../keys/key-text.ts";
import { app } from "../app.ts";
import { CopyItems } from "./copy-items.tsx";
import { ExtendItem } from "./extend-item.tsx";
import { useMenuStyles } from "../ui/list/menu-styles.ts";
import { RowMenu } from "../ui/list/row-menu.tsx";
import { act, forgetMeeting, saveCalendarFile } from "./meeting-actions.ts";
import { closeOverlay, openOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";

/** Everything that can be done with one meeting, or only how it can be copied. */
export function MeetingMenu({ overlay, meeting, state }: OverlayProps) {
  const { t } = useTranslation();
  const { subject } = meeting;
  const isWhole = overlay.kind === "menu";
  const label = t(isWhole ? "menu.more" : "copyAs.titleNamed", { subject });
  return (
    <RowMenu label={label} opener={overlay.opener} onClose={() => closeOverlay(overlay)}>
      <MenuGroup>
        <MenuGroupHeader>{t(isWhole ? "copyAs.again" : "copyAs.title")}</MenuGroupHeader>
        <CopyItems meeting={meeting} state={state} />
      </MenuGroup>
      {isWhole && <MenuDivider />}
      {isWhole && <Actions overlay={overlay} meeting={meeting} state={state} />}
    </RowMenu>
  );
}

/** What cannot be chosen says why. */
function reasonsOf({ isGone, hasOptionsPage }: Meeting, canChange: boolean, t: TFunction) {
  const gone = { disabled: true, ...(isGone ? { subText: t("copyAs.why.gone") } : {}) };
  const why = canChange ? {} : gone;
  const whyNoOptions = hasOptionsPage ? why : { disabled: true, subText: t("menu.noOptions") };
  return { why, whyNoOptions, isDangerous: canChange };
}

function Actions(props: OverlayProps) {
  const { meeting, state } = props;
  const offers = meetingOffersOf(meeting, {
    leaving: state.leaving.find((one) => one.id === meeting.id) ?? null,
    isRoom: state.room?.id === meeting.id,
    now: Date.now(),
  });
  const group = { ...props, offers, isDetails: state.view === "details" };
  return (
    <>
      <WaysIn {...group} />
      <MenuDivider />
      <Changes {...group} />
      <MenuDivider />
      <Ends {...group} />
    </>
  );
}

interface GroupProps extends OverlayProps {
  readonly offers: ReturnType<typeof meetingOffersOf>;
  readonly isDetails: boolean;
}

function useItems({ meeting, offers }: GroupProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const run = (request: Promise<Result<unknown>>) =>
    void act({ id: meeting.id, said: null }, request, t);
  return { styles, t, run, ...reasonsOf(meeting, offers.includes("edit"), t) };
}

/** Where the meeting can be opened, and what it can be sent on as. */
function WaysIn(props: GroupProps) {
  const { overlay, meeting, state, isDetails } = props;
  const { styles, t, run, why } = useItems(props);
  const { id } = meeting;
  return (
    <>
      {!isDetails && (
        <MenuItem
          className={styles.item}
          icon={<InfoRegular />}
          secondaryContent={shortcutText("details", state.platform, t)}
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
    </>
  );
}

function Changes(props: GroupProps) {
  const { overlay, meeting, state, offers, isDetails } = props;
  const { styles, t, run, why, whyNoOptions } = useItems(props);
  const { id } = meeting;
  return (
    <>
      <ExtendItem overlay={overlay} meeting={meeting} why={why} />
      <MenuItem
        className={styles.item}
        icon={<EditRegular />}
        secondaryContent={isDetails ? "" : shortcutText("edit", state.platform, t)}
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
    </>
  );
}

function Ends(props: GroupProps) {
  const { overlay, meeting, state, offers, isDetails } = props;
  const { styles, t, why, isDangerous } = useItems(props);
  const danger = isDangerous ? styles.danger : "";
  return (
    <>
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
        secondaryContent={isDetails ? "" : shortcutText("cancel", state.platform, t)}
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
      secondaryContent={shortcutText("duplicate", state.platform, t)}
      onClick={() => void app.navigate({ view: "duplicate", meetingId: id })}
    >
      {t("menu.duplicate")}
    </MenuItem>
  );
}
