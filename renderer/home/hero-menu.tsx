import {
  makeStyles,
  MenuButton,
  MenuDivider,
  MenuItem,
  mergeClasses,
} from "@fluentui/react-components";
import { FlashRegular } from "@fluentui/react-icons/svg/flash";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useTranslation } from "react-i18next";

import { organiserLacksMeetings } from "../../main/contract/cloud-limits.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { act } from "../meeting/meeting-actions.ts";
import { itemHint } from "../ui/list/item-words.ts";
import { MenuBelow } from "../ui/list/menu-below.tsx";
import { useMenuStyles } from "../ui/list/menu-styles.ts";
import type { Attempt } from "../ui/state/use-attempt.ts";

const useStyles = makeStyles({
  button: {
    minWidth: "32px",
    paddingInline: 0,
    borderStartStartRadius: 0,
    borderEndStartRadius: 0,
  },
});

interface HeroMenuProps {
  readonly state: AppState;
  /** The menu is gone by then: what it fails with is shown below the hero. */
  readonly attempt: Attempt["attempt"];
  readonly className: string;
  /** Beside a button that cannot be pressed it does not stand out either. */
  readonly isQuiet: boolean;
}

/** The one link that stays the same, for people who always meet in the same place; and why the next one comes at once. */
export function HeroMenu({ state, attempt, className, isQuiet }: HeroMenuProps) {
  const styles = useStyles();
  const menu = useMenuStyles();
  const { t } = useTranslation();
  const { room } = state;
  const notYet = room === null ? { disabled: true, ...itemHint(t("home.roomNotYet")) } : {};
  const isFirst = room === null || room.isGone;
  const needsConnection = isFirst && !state.online ? t("home.needsConnection") : null;
  const why = organiserLacksMeetings(state) ? t("home.cloudLacks") : needsConnection;

  // Made just now, its card says so.
  const copy = () => attempt(app.copyRoom(), isFirst ? null : t("home.roomCopied"));

  function open(): void {
    if (room === null) return;
    const { id } = room;
    void act({ id, said: null }, app.openMeeting({ id, where: "teams" }), t);
  }

  return (
    <MenuBelow
      hasIcons
      align="end"
      button={
        <MenuButton
          id="more-ways"
          className={mergeClasses(className, styles.button)}
          appearance={isQuiet ? "secondary" : "primary"}
          aria-label={t("home.moreWays")}
        />
      }
    >
      <MenuItem
        id="my-room"
        className={menu.item}
        icon={<HomeRegular />}
        disabled={why !== null}
        {...itemHint(why ?? t("home.roomHint"))}
        onClick={() => void copy()}
      >
        {t("home.room")}
      </MenuItem>
      <MenuItem
        className={menu.item}
        icon={<InfoRegular />}
        {...notYet}
        onClick={() => room !== null && void app.navigate({ view: "details", meetingId: room.id })}
      >
        {t("home.roomDetails")}
      </MenuItem>
      <MenuItem className={menu.item} icon={<OpenRegular />} {...notYet} onClick={open}>
        {t("created.openInTeams")}
      </MenuItem>
      {state.linkReady && (
        <>
          <MenuDivider />
          <MenuItem
            className={menu.item}
            icon={<FlashRegular />}
            {...itemHint(t("tips.ready"))}
            onClick={() => void app.openSettings()}
          >
            {t("home.linkReady")}
          </MenuItem>
        </>
      )}
    </MenuBelow>
  );
}
