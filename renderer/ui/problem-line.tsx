import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  problem: {
    // Among buttons, a line of its own.
    inlineSize: "100%",
    color: tokens.colorStatusDangerForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

/** What the last press beside it failed with. */
export function ProblemLine({ problem }: { readonly problem: string | null }) {
  const styles = useStyles();
  return problem === null ? null : <span className={styles.problem}>{problem}</span>;
}
