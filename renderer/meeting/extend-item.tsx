import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { TimerRegular } from "@fluentui/react-icons/svg/timer";
import { useTranslation } from "react-i18next";

import { formatDuration } from "../format.ts";
import { extendMeeting } from "./meeting-actions.ts";
import { openOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";
import { useMenuStyles } from "../ui/list/menu-styles.ts";

interface ExtendProps extends Pick<OverlayProps, "overlay" | "meeting"> {
  readonly why: { readonly disabled?: boolean; readonly subText?: string };
}

/** By some minutes, or until a time. */
export function ExtendItem({ overlay, meeting, why }: ExtendProps) {
  const styles = useMenuStyles();
  const { t } = useTranslation();
  if (why.disabled)
    return (
      <MenuItem className={styles.item} icon={<TimerRegular />} {...why}>
        {t("menu.extend")}
      </MenuItem>
    );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem className={styles.item} icon={<TimerRegular />}>
          {t("menu.extend")}
        </MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {([15, 30, 60] as const).map((minutes) => {
            const by = formatDuration(minutes, t);
            return (
              <MenuItem key={minutes} onClick={() => void extendMeeting(meeting, minutes, by, t)}>
                {by}
              </MenuItem>
            );
          })}
          <MenuItem onClick={() => openOverlay({ ...overlay, kind: "extend" })}>
            {t("menu.extendUntil")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
