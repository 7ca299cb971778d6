import { DialogActions, DialogBody, DialogContent, DialogTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface DialogPanelProps {
  readonly title: string;
  readonly contentClass?: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** Over the whole width, where there is one to decide between. */
  readonly isQuestion?: boolean;
  /** Only to be read, and longer than some windows: the arrow keys scroll it. */
  readonly isLong?: boolean;
}

/** What stands in a dialog: its title, its contents, and the ways out. */
export function DialogPanel(props: DialogPanelProps) {
  const { title, contentClass, children, actions, isQuestion = false, isLong = false } = props;
  return (
    <DialogBody>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent
        {...(contentClass && { className: contentClass })}
        {...(isLong && { tabIndex: 0 })}
      >
        {children}
      </DialogContent>
      <DialogActions {...(isQuestion && { fluid: true })}>{actions}</DialogActions>
    </DialogBody>
  );
}
