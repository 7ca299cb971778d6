import { makeStyles, tokens } from "@fluentui/react-components";

export const wholeWindow = {
  blockSize: "100%",
  display: "flex",
  flexDirection: "column",
} as const;

/** What is left between header and footer. */
export const scrollingColumn = {
  flexGrow: 1,
  minBlockSize: 0,
  overflowY: "auto",
  display: "flex",
  flexDirection: "column",
} as const;

/** A line where what scrolls goes on above what is seen of it, as far as its room within reaches. */
export const lineWhereCut = (room: string, gap: string) =>
  ({
    containerType: "scroll-state",
    "::before": {
      content: "''",
      position: "sticky",
      insetBlockStart: 0,
      flexShrink: 0,
      blockSize: "1px",
      marginInline: `calc(-1 * ${room})`,
      marginBlockEnd: `calc(-1px - ${gap})`,
      zIndex: 1,
      display: "block",
    },
    "@container scroll-state(scrollable: block-start)": {
      "::before": { backgroundColor: tokens.colorNeutralStroke2 },
    },
  }) as const;

/** So low, with very large text, that header and footer would leave nothing of a form: it scrolls with them. */
export const wholeForm = "@media (max-height: 400px)";

/** A column does shrink what stands in it, below what is in that; one that scrolls need not. */
export const unsqueezed = { "& > *": { flexShrink: 0 } } as const;

/** What most pages of the popup stand in. */
export const usePageStyles = makeStyles({
  page: wholeWindow,
  main: {
    ...scrollingColumn,
    ...unsqueezed,
    gap: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    ...lineWhereCut(tokens.spacingHorizontalL, tokens.spacingVerticalM),
  },
});
