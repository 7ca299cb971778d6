import { browser, createPage, type Place } from "./browser.ts";
import { webContents } from "./browser-window.ts";
import type { CdpSession } from "./cdp.ts";

/** Pages that are no window of the app's. */
const others = new Set<string>();
let opening: Promise<unknown> = Promise.resolve();

interface OtherPage {
  readonly targetId: string;
  readonly session: CdpSession;
}

async function keepOther(created: Promise<string>): Promise<OtherPage> {
  // Chromium tells of a page before it answers who it is.
  const noted = created.then(
    (id) => others.add(id),
    () => undefined,
  );
  opening = Promise.all([opening, noted]);
  const targetId = await created;
  return { targetId, session: await browser().attach(targetId) };
}

/** In a window of its own, for the person who looks on. */
export const openOtherPage = (place: Place): Promise<OtherPage> => keepOther(createPage(place));

/** One that nobody sees. */
export function openUnseenPage(): Promise<OtherPage> {
  const created = browser().root.send("Target.createTarget", { url: "about:blank", hidden: true });
  return keepOther(created.then(({ targetId }) => String(targetId)));
}

/** As their own browser would be, beside the app's own window. */
export async function openForPerson(url: string): Promise<void> {
  const { session } = await openOtherPage({ width: 560, height: 680, left: 460, top: 40 });
  await session.send("Page.navigate", { url });
}

/** Chromium closes pages by itself, and a page may open one that nobody asked for. */
export function watchTargets(): void {
  const { root } = browser();
  root.on("Target.targetDestroyed", ({ targetId }) => {
    webContents.fromDevToolsTargetId(String(targetId))?.die();
  });
  root.on("Target.targetCreated", ({ targetInfo }) => {
    if (targetInfo.type !== "page") return;
    const ours = webContents.getAllWebContents().map((contents) => contents.up);
    void Promise.allSettled([...ours, opening]).then(() => {
      const targetId = String(targetInfo.targetId);
      if (!others.has(targetId) && !webContents.fromDevToolsTargetId(targetId))
        void root.send("Target.closeTarget", { targetId }).catch(() => undefined);
    });
  });
}
