import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from "@fluentui/react-components";
import { CalendarCancelRegular } from "@fluentui/react-icons/svg/calendar-cancel";
import { CopyAddRegular } from "@fluentui/react-icons/svg/copy-add";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { EyeOffRegular } from "@fluentui/react-icons/svg/eye-off";
import { GlobeRegular } from "@fluentui/react-icons/svg/globe";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { OptionsRegular } from "@fluentui/react-icons/svg/options";
import { useTranslation } from "react-i18next";

import type { Result } from "../../main/contract/errors.ts";
import { meetingOffersOf } from "../../main/contract/offers/meeting-offers.ts";
import type { Meeting } from "../../main/contract/meeting.ts";
import { itemKeys } from "../keys/key-text.ts";
import { itemHint } from "../ui/list/item-words.ts";
import { app } from "../app.ts";
import { CopyItems } from "./copy-items.tsx";
import { ExtendItem } from "./extend-item.tsx";
import { useMenuStyles } from "../ui/list/menu-styles.ts";
import { RowMenu } from "../ui/list/row-menu.tsx";
import type { Why } from "../ui/list/sub-menu.tsx";
import { act, forgetMeeting } from "./meeting-actions.ts";
import { closeOverlay, openOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";
import { ShareItem } from "./share-item.tsx";

/** Everything that can be done with one meeting, or only how it can be copied. */
export function MeetingMenu({ overlay, meeting, state }: OverlayProps) {
  const { t } = useTranslation();
  const { subject } = meeting;
  const isWhole = overlay.kind === "menu";
  const label = t(isWhole ? "menu.more" : "copyAs.titleNamed", { subject });
  return (
    <RowMenu label={label} opener={overlay.opener} onClose={() => closeOverlay(overlay)}>
      {isWhole ? (
        <Whole overlay={overlay} meeting={meeting} state={state} />
      ) : (
        <MenuGroup>
          <MenuGroupHeader>{t("copyAs.title")}</MenuGroupHeader>
          <CopyItems meeting={meeting} state={state} />
        </MenuGroup>
      )}
    </RowMenu>
  );
}

/** As low as the window: what is asked for less stands behind an item. */
function Whole(props: OverlayProps) {
  const { meeting, state } = props;
  const { t } = useTranslation();
  const offers = meetingOffersOf(meeting, {
    leaving: state.leaving.find((one) => one.id === meeting.id) ?? null,
    isRoom: state.room?.id === meeting.id,
    now: Date.now(),
  });
  const group = { ...props, offers, isDetails: state.view === "details" };
  if (meeting.isGone) return <Gone {...group} />;
  return (
    <>
      <MenuGroup>
        <MenuGroupHeader>{t("copyAs.again")}</MenuGroupHeader>
        <CopyItems meeting={meeting} state={state} isShort />
      </MenuGroup>
      <MenuDivider />
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

/** Said once, and what can still be done. */
function Gone(props: GroupProps) {
  const { meeting, state, offers, isDetails } = props;
  const { t } = useTranslation();
  return (
    <MenuGroup>
      <MenuGroupHeader>{t("copyAs.why.gone")}</MenuGroupHeader>
      <DetailsItem {...props} />
      {isDetails && offers.includes("duplicate") && <Duplicate meeting={meeting} state={state} />}
      <ForgetItem {...props} />
    </MenuGroup>
  );
}

function DetailsItem({ meeting: { id }, state, isDetails }: GroupProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  if (isDetails) return null;
  return (
    <MenuItem
      className={styles.item}
      icon={<InfoRegular />}
      {...itemKeys("details", state.platform, t)}
      onClick={() => void app.navigate({ view: "details", meetingId: id })}
    >
      {t("menu.details")}
    </MenuItem>
  );
}

function ForgetItem({ meeting, offers }: GroupProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  if (!offers.includes("forget")) return null;
  return (
    <MenuItem
      className={styles.item}
      icon={<EyeOffRegular />}
      onClick={() => void forgetMeeting(meeting, t)}
    >
      {t("menu.forget")}
    </MenuItem>
  );
}

function useItems({ id }: Meeting) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  const run = (request: Promise<Result<unknown>>) => void act({ id, said: null }, request, t);
  return { styles, t, run };
}

/** Where the meeting can be opened, and what it can be sent on as. */
function WaysIn(props: GroupProps) {
  const { overlay, meeting, isDetails } = props;
  const { styles, t, run } = useItems(meeting);
  const { id } = meeting;
  return (
    <>
      <DetailsItem {...props} />
      <MenuItem
        className={styles.item}
        icon={<OpenRegular />}
        onClick={() => run(app.openMeeting({ id, where: "teams" }))}
      >
        {t("created.openInTeams")}
      </MenuItem>
      <MenuItem
        className={styles.item}
        icon={<GlobeRegular />}
        onClick={() => run(app.openMeeting({ id, where: "browser" }))}
      >
        {t("menu.openInBrowser")}
      </MenuItem>
      <ShareItem overlay={overlay} meeting={meeting} hasCode={!isDetails} />
    </>
  );
}

/** What is being cancelled is changed no more. */
const whyUnchanged = ({ offers }: GroupProps): Why =>
  offers.includes("edit") ? {} : { disabled: true };

function Changes(props: GroupProps) {
  const { overlay, meeting, state, offers, isDetails } = props;
  const { styles, t, run } = useItems(meeting);
  const { id } = meeting;
  const why = whyUnchanged(props);
  const whyNoOptions = meeting.hasOptionsPage
    ? why
    : { disabled: true, ...itemHint(t("menu.noOptions")) };
  return (
    <>
      <ExtendItem overlay={overlay} meeting={meeting} why={why} />
      <MenuItem
        className={styles.item}
        icon={<EditRegular />}
        {...(!isDetails && itemKeys("edit", state.platform, t))}
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
  const { overlay, meeting, state, isDetails } = props;
  const { styles, t } = useItems(meeting);
  const why = whyUnchanged(props);
  const danger = why.disabled ? "" : styles.danger;
  return (
    <>
      <ForgetItem {...props} />
      <MenuItem
        className={styles.item}
        icon={<CalendarCancelRegular className={danger} />}
        {...(!isDetails && itemKeys("cancel", state.platform, t))}
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
      {...itemKeys("duplicate", state.platform, t)}
      onClick={() => void app.navigate({ view: "duplicate", meetingId: id })}
    >
      {t("menu.duplicate")}
    </MenuItem>
  );
}
