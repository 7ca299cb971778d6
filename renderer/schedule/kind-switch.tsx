import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons/svg/calendar-ltr";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexWrap: "wrap",
    gap: "2px",
    padding: "2px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  choice: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingHorizontalS,
    flexGrow: 1,
    flexBasis: "140px",
    minBlockSize: "32px",
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    ":has(:focus-visible)": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    "@media (forced-colors: active)": { outline: "1px solid Highlight" },
  },
  // The whole of its label, so that it is where it is looked for.
  radio: {
    position: "absolute",
    inset: 0,
    margin: 0,
    inlineSize: "100%",
    blockSize: "100%",
    opacity: 0,
    cursor: "pointer",
  },
});

export interface KindSwitchProps {
  readonly isEvent: boolean;
  readonly onChange: (isEvent: boolean) => void;
}

/** Real radio buttons: the arrow keys are theirs. */
export function KindSwitch({ isEvent, onChange }: KindSwitchProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const choice = (isThis: boolean) => (
    <label className={mergeClasses(styles.choice, isEvent === isThis && styles.chosen)}>
      <input
        type="radio"
        name="kind"
        className={styles.radio}
        checked={isEvent === isThis}
        onChange={() => onChange(isThis)}
      />
      {isThis ? (
        <CalendarLtrRegular fontSize={20} aria-hidden />
      ) : (
        <LinkRegular fontSize={20} aria-hidden />
      )}
      {t(isThis ? "event.kindEvent" : "event.kindLink")}
    </label>
  );
  return (
    <div className={styles.group} role="radiogroup" aria-label={t("event.kind")}>
      {choice(false)}
      {choice(true)}
    </div>
  );
}
