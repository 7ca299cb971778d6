import { Button, Dialog, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

import { DialogBox } from "../ui/dialog/dialog-box.tsx";
import { DialogPanel } from "../ui/dialog/dialog-panel.tsx";
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
      <DialogBox>
        <DialogPanel
          title={t("menu.qrTitle")}
          contentClass={styles.content}
          actions={<Button onClick={close}>{t("menu.close")}</Button>}
        >
          <bdi>{meeting.subject}</bdi>
          <QrCode meeting={meeting} />
        </DialogPanel>
      </DialogBox>
    </Dialog>
  );
}
