import { DialogSurface, makeStyles } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useRef } from "react";

/** As far from the edges as everything else in the window. */
const room = { maxWidth: "calc(100vw - 32px)", maxHeight: "calc(100vh - 32px)" } as const;

const useStyles = makeStyles({
  box: {
    maxWidth: "min(600px, calc(100vw - 32px))",
    padding: "16px",
    "@media screen and (max-width: 480px)": room,
    "@media screen and (max-height: 359px)": room,
  },
});

interface DialogBoxProps {
  readonly children: ReactNode;
  /** Told of the element when it comes, and of null when it is gone. Must stay the same. */
  readonly onElement?: (element: HTMLElement | null) => void;
}

/** What a dialog stands in. The focus begins on what changes nothing, where that is marked `data-harmless`. */
export function DialogBox({ children, onElement }: DialogBoxProps) {
  const { box } = useStyles();
  const surface = useRef<HTMLElement>(null);
  const keep = useCallback(
    (element: HTMLElement | null) => {
      surface.current = element;
      onElement?.(element);
    },
    [onElement],
  );
  useEffect(() => {
    // Fluent focuses the first button when all that is drawn is there; this comes after it.
    queueMicrotask(() => surface.current?.querySelector<HTMLElement>("[data-harmless]")?.focus());
  }, []);
  return (
    <DialogSurface ref={keep} className={box}>
      {children}
    </DialogSurface>
  );
}
