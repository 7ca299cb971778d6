import { lazy, Suspense, useEffect, useRef } from "react";

import type { Meeting } from "../../main/contract/meeting.ts";
import type { AppState } from "../../main/contract/state.ts";
import { findMeeting } from "./find-meeting.ts";
import { type Overlay, openOverlay, useOverlay } from "./overlay.ts";

const MeetingMenu = lazy(() =>
  import("./meeting-menu.tsx").then((module) => ({ default: module.MeetingMenu })),
);
const CancelDialog = lazy(() =>
  import("./cancel-dialog.tsx").then((module) => ({ default: module.CancelDialog })),
);
const ExtendDialog = lazy(() =>
  import("./extend-dialog.tsx").then((module) => ({ default: module.ExtendDialog })),
);
const QrDialog = lazy(() =>
  import("./qr-dialog.tsx").then((module) => ({ default: module.QrDialog })),
);

/** What every menu and dialog of a meeting is given. */
export interface OverlayProps {
  readonly overlay: Overlay;
  readonly meeting: Meeting;
  readonly state: AppState;
}

/** The one menu or dialog that is open, whichever row or card asked for it. */
export function Overlays({ state }: { readonly state: AppState }) {
  const overlay = useOverlay();
  const last = useRef<Overlay | null>(null);

  useEffect(() => {
    const opener = last.current?.opener;
    last.current = overlay;
    // Whoever pressed somewhere else has put the focus there.
    if (overlay === null && document.activeElement === document.body) opener?.focus();
  }, [overlay]);

  // It belongs to one view; another view is another one of these.
  useEffect(() => () => openOverlay(null), []);

  const meeting = overlay && findMeeting(state, overlay.id);
  if (!overlay || !meeting) return null;
  return (
    <Suspense>
      <Shown overlay={overlay} meeting={meeting} state={state} />
    </Suspense>
  );
}

function Shown(props: OverlayProps) {
  switch (props.overlay.kind) {
    case "menu":
    case "copy":
      return <MeetingMenu {...props} />;
    case "cancel":
      return <CancelDialog {...props} />;
    case "extend":
      return <ExtendDialog {...props} />;
    case "qr":
      return <QrDialog {...props} />;
  }
}
