import { makeStyles, tokens } from "@fluentui/react-components";

export const useMenuStyles = makeStyles({
  popover: { maxInlineSize: "320px" },
  item: { maxInlineSize: "none" },
  danger: { color: tokens.colorStatusDangerForeground3 },
});
