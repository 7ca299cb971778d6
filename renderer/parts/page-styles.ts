import { makeStyles, tokens } from "@fluentui/react-components";

/** What every page of the popup stands in. */
export const usePageStyles = makeStyles({
  page: { blockSize: "100%", display: "flex", flexDirection: "column" },
  main: {
    flexGrow: 1,
    minBlockSize: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    // A column does shrink what stands in it, below what is in that; this one scrolls instead.
    "& > *": { flexShrink: 0 },
  },
});
