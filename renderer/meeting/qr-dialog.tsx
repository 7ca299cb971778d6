import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { closeOverlay } from "./overlay.ts";
import type { OverlayProps } from "./overlays.tsx";
import { QrCode } from "./qr-code.tsx";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
    minBlockSize: "200px",
    overflowWrap: "anywhere",
  },
});

export function QrDialog({ overlay, meeting }: OverlayProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const close = () => closeOverlay(overlay);
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t("menu.qrTitle")}</DialogTitle>
          <DialogContent className={styles.content}>
            <bdi>{meeting.subject}</bdi>
            <QrCode meeting={meeting} />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{t("menu.close")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
