import {
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
} from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  // What the box around it leaves, which is closer to the edges than Fluent's own.
  panel: {
    maxHeight: "calc(100vh - 64px)",
    "@media screen and (max-height: 359px)": { maxHeight: "unset" },
  },
});

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
  const { panel } = useStyles();
  return (
    <DialogBody className={panel}>
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
