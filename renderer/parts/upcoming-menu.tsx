import { makeStyles, Menu, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import type { UpcomingMeeting } from "../../main/contract/upcoming.ts";
import { copyUpcoming, joinUpcoming, openInOutlook } from "./upcoming-actions.ts";
import { subjectOf } from "./upcoming-words.ts";
import { isCopy } from "./use-upcoming-keys.ts";

const useStyles = makeStyles({ item: { maxInlineSize: "none" } });

interface UpcomingMenuProps {
  readonly meeting: UpcomingMeeting;
  readonly opener: HTMLElement;
  readonly platform: AppState["platform"];
  readonly onClose: () => void;
}

/** One for every row: what can be done with a meeting that others may have made. */
export function UpcomingMenu({ meeting, opener, platform, onClose }: UpcomingMenuProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const label = t("menu.more", { subject: subjectOf(meeting.subject, t) });
  const noLink = meeting.hasLink ? {} : { disabled: true, subText: t("upcoming.why.noLink") };
  const notThere = meeting.isInOutlook
    ? {}
    : { disabled: true, subText: t("upcoming.why.notInOutlook") };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the items inside have the focus
    <section
      aria-label={label}
      onKeyDown={(event) => {
        if (!isCopy(event)) return;
        event.preventDefault();
        void copyUpcoming(meeting, t);
      }}
    >
      <Menu
        open
        hasIcons
        // Within a landmark: a screen reader finds it.
        inline
        onOpenChange={(_event, { open }) => {
          if (!open) onClose();
        }}
        positioning={{
          target: opener.querySelector("button:last-of-type") ?? opener,
          position: "before",
          align: "top",
          shiftToCoverTarget: true,
          strategy: "fixed",
        }}
      >
        <MenuPopover>
          <MenuList
            // There is no trigger inside: one menu serves every row.
            aria-labelledby={undefined}
            aria-label={label}
          >
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
              icon={<CopyRegular />}
              secondaryContent={platform === "darwin" ? "Cmd+C" : "Ctrl+C"}
              {...noLink}
              onClick={() => void copyUpcoming(meeting, t)}
            >
              {t("home.copyLink")}
            </MenuItem>
            <MenuItem
              className={styles.item}
              icon={<OpenRegular />}
              {...notThere}
              onClick={() => void openInOutlook(meeting, t)}
            >
              {t("upcoming.openInOutlook")}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </section>
  );
}
