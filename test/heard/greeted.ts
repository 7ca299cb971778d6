/** What is asked of somebody who starts the app for a reader that may be deaf to it. */
export interface Start<Opened> {
  readonly open: () => Promise<Opened>;
  readonly isGreeted: (opened: Opened) => Promise<boolean>;
  readonly close: (opened: Opened) => Promise<void>;
  readonly tell: (line: string) => void;
}

const mostStarts = 3;

/**
 * Opened, and greeted by Orca. Now and then Chromium and Orca miss each other as both start, and Orca says nothing of
 * any page from then on: that is no fault of the app, so both are started anew. Whether it hears is known by the
 * greeting, which comes before every job.
 */
export async function openGreeted<Opened>(start: Start<Opened>): Promise<Opened> {
  for (let count = 1; ; count += 1) {
    const opened = await start.open();
    if (await start.isGreeted(opened)) return opened;
    await start.close(opened);
    if (count === mostStarts) throw new Error(`Orca heard nothing of the app, ${mostStarts} times`);
    start.tell("Orca heard nothing of the app: both are started anew");
  }
}
