import { makeStyles, tokens } from "@fluentui/react-components";

export const useMenuStyles = makeStyles({
  // Within the page it stands above fields that come later.
  popover: { maxWidth: "min(320px, 100vw - 16px)", zIndex: 1 },
  /** Its items stand as close as those of a group: so all of them fit a low window. */
  list: { gap: 0 },
  // No higher where lines are.
  item: { maxInlineSize: "none", paddingTop: "4px", paddingBottom: "4px" },
  danger: { color: tokens.colorStatusDangerForeground3 },
});
