import { makeStyles, tokens } from "@fluentui/react-components";

export const useMenuStyles = makeStyles({
  popover: { maxWidth: "min(320px, 100vw - 16px)" },
  item: { maxInlineSize: "none" },
  danger: { color: tokens.colorStatusDangerForeground3 },
});
