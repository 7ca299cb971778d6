import {
  Menu,
  MenuList,
  MenuPopover,
  type MenuProps,
  MenuTrigger,
} from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

import { useMenuStyles } from "./menu-styles.ts";

interface MenuBelowProps extends Omit<MenuProps, "children" | "inline" | "positioning"> {
  readonly align: "start" | "end";
  readonly button: ReactElement;
  readonly children: ReactNode;
}

/**
 * Opens below its button, and within the page: a screen reader finds it where the button is. Where the window is
 * too low for it, it scrolls.
 */
export function MenuBelow({ align, button, children, ...menu }: MenuBelowProps) {
  const styles = useMenuStyles();
  return (
    <Menu
      {...menu}
      inline
      positioning={{ position: "below", align, strategy: "fixed", autoSize: "height" }}
    >
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
