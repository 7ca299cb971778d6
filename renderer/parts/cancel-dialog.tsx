import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { cancelMeeting } from "./meeting-actions.ts";
import { closeOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";

/** Cancelling takes the link from everybody, so it asks. */
export function CancelDialog({ overlay, meeting }: OverlayProps) {
  const { t } = useTranslation();
  const close = () => closeOverlay(overlay);
  return (
    <Dialog open modalType="alert" onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t("menu.cancelTitle", { subject: meeting.subject })}</DialogTitle>
          <DialogContent>{t("menu.cancelSentence")}</DialogContent>
          <DialogActions fluid>
            <Button
              onClick={() => {
                close();
                void cancelMeeting(meeting, t);
              }}
            >
              {t("menu.cancel")}
            </Button>
            <Button onClick={close}>{t("menu.cancelKeep")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
