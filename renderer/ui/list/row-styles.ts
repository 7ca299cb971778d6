import { makeStyles, tokens } from "@fluentui/react-components";

/** What the rows of the lists, and what stands above them, have in common. */
export const useRowStyles = makeStyles({
  /** One tab stop: the ring is inside, where the list does not cut it. */
  stop: {
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  text: {
    flexGrow: 1,
    minInlineSize: 0,
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
  },
  /** As wide as its words: so what is too long is cut at their own end, whichever way they read. */
  subject: {
    maxInlineSize: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  problem: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
});
