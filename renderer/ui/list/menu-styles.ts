import { makeStyles, tokens } from "@fluentui/react-components";

export const useMenuStyles = makeStyles({
  // Within the page it stands above fields that come later.
  popover: { maxWidth: "min(320px, 100vw - 16px)", zIndex: 1 },
  item: { maxInlineSize: "none" },
  danger: { color: tokens.colorStatusDangerForeground3 },
});
