import { Button, Dialog, makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { keyText } from "./key-text.ts";
import { DialogBox } from "../ui/dialog/dialog-box.tsx";
import { DialogPanel } from "../ui/dialog/dialog-panel.tsx";
import { hideKeys } from "./listed-keys.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    overflowWrap: "anywhere",
  },
  keys: { margin: 0, textAlign: "end" },
  key: {
    paddingInline: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "nowrap",
  },
});

export function KeyDialog({ state }: { readonly state: AppState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Dialog open onOpenChange={hideKeys}>
      <DialogBox>
        <DialogPanel
          title={t("keys.title")}
          isLong
          actions={
            <Button data-harmless onClick={hideKeys}>
              {t("menu.close")}
            </Button>
          }
        >
          <dl className={styles.list}>
            {keysOf(state, t).map(([keys, label]) => (
              <Row key={label} keys={keys} label={label} />
            ))}
          </dl>
        </DialogPanel>
      </DialogBox>
    </Dialog>
  );
}

function Row({ keys, label }: { readonly keys: string; readonly label: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{label}</dt>
      <dd className={styles.keys}>
        <kbd className={styles.key}>
          <bdi>{keys}</bdi>
        </kbd>
      </dd>
    </>
  );
}

/** As use-shortcuts.ts and the lists have them. */
function keysOf({ platform, shortcut }: AppState, t: TFunction): (readonly [string, string])[] {
  const text = (keys: string) => keyText(keys, platform, t);
  const control = (key: string) => text(`CommandOrControl+${key}`);
  return [
    [t("keys.anyLetter"), t("keys.type")],
    ...(shortcut ? [[text(shortcut), t("home.meetNow")] as const] : []),
    [control("Enter"), t("keys.save")],
    [control("N"), t("home.schedule")],
    [control("J"), t("home.join")],
    [control("F"), t("home.search")],
    [control("1"), t("home.recent")],
    [control("2"), t("upcoming.title")],
    [control("O"), t("switcher.title")],
    [control(","), t("home.settings")],
    [control("C"), t("home.copyLink")],
    [control("Shift+C"), t("copyAs.title")],
    [control("Z"), t("created.undo")],
    ["F5", t("upcoming.refresh")],
    ["↑ ↓ ← →", t("keys.rows")],
    [text("Shift+F10"), t("keys.rowMenu")],
    ["F2", t("menu.edit")],
    [text("Delete"), t("menu.cancel")],
    [text("Esc"), t("keys.back")],
    ["F1, ?", t("keys.list")],
  ];
}
