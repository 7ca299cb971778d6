import { MenuItem } from "@fluentui/react-components";
import { TimerRegular } from "@fluentui/react-icons/svg/timer";
import { useTranslation } from "react-i18next";

import { formatDuration } from "../format.ts";
import { SubMenu, type Why } from "../ui/list/sub-menu.tsx";
import { extendMeeting } from "./meeting-actions.ts";
import { openOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";

interface ExtendProps extends Pick<OverlayProps, "overlay" | "meeting"> {
  readonly why: Why;
}

/** By some minutes, or until a time. */
export function ExtendItem({ overlay, meeting, why }: ExtendProps) {
  const { t } = useTranslation();
  return (
    <SubMenu icon={<TimerRegular />} label={t("menu.extend")} why={why}>
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
    </SubMenu>
  );
}
