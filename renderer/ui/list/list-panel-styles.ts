import { makeStyles } from "@fluentui/react-components";

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
});
