import { Menu, MenuList, MenuPopover } from "@fluentui/react-components";
import { type ComponentProps, type ReactNode, useState } from "react";

import { useMenuStyles } from "./menu-styles.ts";
import { MenuLandmark } from "./sub-menu.tsx";

interface RowMenuProps extends Pick<ComponentProps<"section">, "onKeyDownCapture"> {
  readonly label: string;
  /** The row, or what was pressed in it. */
  readonly opener: HTMLElement;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One menu serves every row of a list: it stands beside the row that opened it. */
export function RowMenu({ label, opener, onClose, children, ...section }: RowMenuProps) {
  const styles = useMenuStyles();
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  return (
    <section {...section} ref={setLandmark} aria-label={label}>
      <Menu
        open
        hasIcons
        // Within a landmark: a screen reader finds it.
        inline
        onOpenChange={(_event, { open }) => {
          if (!open) onClose();
        }}
        positioning={{
          target: opener.querySelector("button:last-of-type") ?? opener,
          // Beside it, and over it where that is too narrow: so the whole height of the window is its.
          position: "before",
          align: "top",
          shiftToCoverTarget: true,
          strategy: "fixed",
          autoSize: "height",
        }}
      >
        <MenuPopover className={styles.popover}>
          <MenuList
            className={styles.list}
            // There is no trigger inside.
            aria-labelledby={undefined}
            aria-label={label}
          >
            <MenuLandmark.Provider value={landmark}>{children}</MenuLandmark.Provider>
          </MenuList>
        </MenuPopover>
      </Menu>
    </section>
  );
}
