import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { HomeRegular } from "@fluentui/react-icons/svg/home";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { app } from "../app.ts";
import { errorText } from "../error-text.ts";
import { announce } from "./announcer.tsx";
import { act } from "./meeting-actions.ts";

const useStyles = makeStyles({
  /** As wide as the two buttons above it. */
  split: { display: "flex", gap: tokens.spacingHorizontalXS },
  main: { flexGrow: 1, maxWidth: "none" },
  item: { maxInlineSize: "none" },
  problem: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The one link that stays the same: for people who always meet in the same place. */
export function MyRoom({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [problem, setProblem] = useState("");
  const { room } = state;
  const why = room === null ? { disabled: true, subText: t("home.roomNotYet") } : {};
  const isFirst = room === null || room.isGone;

  async function copy(): Promise<void> {
    setProblem("");
    const result = await app.copyRoom();
    if (result.ok) {
      // Made just now, its card says so.
      if (!isFirst) announce(t("home.roomCopied"));
      return;
    }
    const { title, sentence } = errorText(result.error, t);
    if (!isFirst) setProblem(`${title}. ${sentence}`);
    announce(title, "assertive");
  }

  function open(): void {
    if (room === null) return;
    const { id } = room;
    void act({ id, said: null }, app.openMeeting({ id, where: "teams" }), t);
  }

  return (
    <>
      <div className={styles.split}>
        <Button
          id="my-room"
          className={styles.main}
          icon={<HomeRegular />}
          disabledFocusable={isFirst && !state.online}
          onClick={() => void copy()}
        >
          {t("home.room")}
        </Button>
        <Menu positioning="below-end" hasIcons>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle" aria-label={t("home.roomMenu")} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                className={styles.item}
                icon={<InfoRegular />}
                {...why}
                onClick={() =>
                  room !== null && void app.navigate({ view: "details", meetingId: room.id })
                }
              >
                {t("home.roomDetails")}
              </MenuItem>
              <MenuItem className={styles.item} icon={<OpenRegular />} {...why} onClick={open}>
                {t("created.openInTeams")}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {problem !== "" && <span className={styles.problem}>{problem}</span>}
    </>
  );
}
