import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from "@fluentui/react-components";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useTranslation } from "react-i18next";

import { organiserLacksMeetings } from "../../main/contract/cloud-limits.ts";
import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { act } from "../meeting/meeting-actions.ts";
import { ProblemLine } from "../ui/problem-line.tsx";
import { useAttempt } from "../ui/state/use-attempt.ts";

const useStyles = makeStyles({
  split: { display: "flex" },
  /** Its icon stands where the buttons above it begin. */
  main: { paddingInlineStart: 0 },
  item: { maxInlineSize: "none" },
});

/** The one link that stays the same: for people who always meet in the same place. */
export function MyRoom({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { attempt, problem } = useAttempt();
  const { room } = state;
  const notYet = room === null ? { disabled: true, subText: t("home.roomNotYet") } : {};
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
    <>
      <div className={styles.split}>
        <Tooltip content={why ?? t("home.roomHint")} relationship="description">
          <Button
            id="my-room"
            className={styles.main}
            appearance="subtle"
            size="small"
            icon={<HomeRegular />}
            disabledFocusable={why !== null}
            onClick={() => void copy()}
          >
            {t("home.room")}
          </Button>
        </Tooltip>
        <Menu
          hasIcons
          inline
          positioning={{ position: "below", align: "start", strategy: "fixed" }}
        >
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle" size="small" aria-label={t("home.roomMenu")} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                className={styles.item}
                icon={<InfoRegular />}
                {...notYet}
                onClick={() =>
                  room !== null && void app.navigate({ view: "details", meetingId: room.id })
                }
              >
                {t("home.roomDetails")}
              </MenuItem>
              <MenuItem className={styles.item} icon={<OpenRegular />} {...notYet} onClick={open}>
                {t("created.openInTeams")}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {/* Where making it failed, a card says so. */}
      {state.creation.kind !== "failed" && <ProblemLine problem={problem} />}
    </>
  );
}
