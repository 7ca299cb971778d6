import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from "react";

import type { itemHint } from "./item-words.ts";
import { useMenuStyles } from "./menu-styles.ts";

/** The landmark a menu stands in: what opens beside it is in the same, and a screen reader finds it. */
export const MenuLandmark = createContext<HTMLElement | null>(null);

/** What cannot be chosen says why. */
export interface Why extends Partial<ReturnType<typeof itemHint>> {
  readonly disabled?: boolean;
}

interface SubMenuProps {
  readonly icon: ReactElement;
  readonly label: string;
  readonly why?: Why;
  readonly children: ReactNode;
}

/** An item that opens others. Where it cannot be chosen there is nothing to open. */
export function SubMenu({ icon, label, why = {}, children }: SubMenuProps) {
  const styles = useMenuStyles();
  const place = usePlace();
  const item = (
    <MenuItem className={styles.item} icon={icon} {...why}>
      {label}
    </MenuItem>
  );
  if (why.disabled) return item;
  return (
    <Menu mountNode={place}>
      <MenuTrigger disableButtonEnhancement>{item}</MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Of its own, within the landmark: in the landmark itself a click would be one beside the menu, and close it. */
function usePlace(): HTMLElement {
  const landmark = useContext(MenuLandmark);
  const [place] = useState(() => document.createElement("div"));
  useEffect(() => {
    landmark?.append(place);
    return () => place.remove();
  }, [landmark, place]);
  return place;
}
