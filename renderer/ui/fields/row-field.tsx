import {
  Field,
  type FieldProps,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    // What stands below the line, a hint or a problem, has a line of its own.
    "& > :nth-child(n + 3)": { flexBasis: "100%", marginBlockStart: 0 },
    // It has room around it, so that it can be hit; beside other controls that is too much.
    "& .fui-Switch": { marginBlock: "-4px", marginInlineEnd: "-8px" },
    "& .fui-Input": { inlineSize: "232px", maxInlineSize: "100%" },
    // As wide as what is chosen: the longest of all choices would leave the label nothing.
    "& .fui-Select": { maxInlineSize: "100%" },
    "& select": { fieldSizing: "content", minInlineSize: "128px", inlineSize: "auto" },
  },
  /** Beside the control in one line or two; where not even its words have room there, the control goes below. */
  label: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: "96px",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minInlineSize: "min-content",
    maxWidth: "none",
    paddingBlock: tokens.spacingVerticalXS,
  },
  words: { minInlineSize: 0 },
  icon: { flexShrink: 0, display: "flex", fontSize: "20px", color: tokens.colorNeutralForeground2 },
});

interface RowFieldProps extends Pick<
  FieldProps,
  "hint" | "validationState" | "validationMessage" | "className"
> {
  readonly label: string;
  readonly icon?: ReactElement;
  readonly children: ReactElement;
}

/** One line: what it is, and at its end what it is set to. */
export function RowField({ label, icon, className, ...field }: RowFieldProps) {
  const styles = useStyles();
  return (
    <Field
      {...field}
      className={mergeClasses(styles.row, className)}
      label={{
        className: styles.label,
        children: (
          <>
            {icon && (
              <span className={styles.icon} aria-hidden>
                {icon}
              </span>
            )}
            <span className={styles.words}>{label}</span>
          </>
        ),
      }}
    />
  );
}
