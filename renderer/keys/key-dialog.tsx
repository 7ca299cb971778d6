import { Button, Dialog, makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { AppState } from "../../main/contract/state.ts";
import { keyText } from "./key-text.ts";
import { DialogBox } from "../ui/dialog/dialog-box.tsx";
import { DialogPanel } from "../ui/dialog/dialog-panel.tsx";
import { hideKeys } from "./listed-keys.ts";
import { allShortcuts } from "./shortcuts.ts";

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

/** Each with what it does; what is typed, and the key that works everywhere, come first. */
function keysOf({ platform, shortcut }: AppState, t: TFunction): (readonly [string, string])[] {
  const text = (keys: string) => keyText(keys, platform, t);
  return [
    [t("keys.anyLetter"), t("keys.type")],
    ...(shortcut ? [[text(shortcut), t("home.meetNow")] as const] : []),
    ...[...allShortcuts.values()].map(
      ({ keys, says, at }) => [keys.map(text).join(at === "list" ? " " : ", "), t(says)] as const,
    ),
  ];
}
