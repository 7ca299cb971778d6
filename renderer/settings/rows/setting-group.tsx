import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

import { Card } from "../../ui/card.tsx";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  rows: {
    gap: 0,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalL,
    "& > *": { paddingBlock: tokens.spacingVerticalS },
    "& > * + *": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

interface SettingGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** What belongs together, under its name. */
export function SettingGroup({ title, children }: SettingGroupProps) {
  const styles = useStyles();
  return (
    <div className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      <Card className={styles.rows}>{children}</Card>
    </div>
  );
}
