import { makeStyles, tokens } from "@fluentui/react-components";

import { lineWhereCut } from "../page-styles.ts";

/** The place below the tabs, in the grid of home-lists.tsx. */
export const useListPanelStyles = makeStyles({
  panel: {
    gridRowStart: 3,
    gridColumnStart: 1,
    gridColumnEnd: -1,
    alignSelf: "stretch",
    display: "flex",
    flexDirection: "column",
    minBlockSize: 0,
    // With large text there is little room: lists scroll by themselves, all else here.
    overflowY: "auto",
  },
  /** Of a list, which goes on to the edge of the window. */
  scroller: {
    flexGrow: 1,
    minBlockSize: 0,
    overflowY: "auto",
    paddingBlockEnd: tokens.spacingVerticalS,
    ...lineWhereCut("0px", "0px"),
  },
  /** What stands there instead of a list. */
  middle: {
    flexGrow: 1,
    minBlockSize: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    // Where it is too high, it scrolls from its beginning.
    justifyContent: "safe center",
    gap: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalXXL,
    paddingBlock: tokens.spacingVerticalS,
    textAlign: "center",
    "> *": { flexShrink: 0 },
  },
});
