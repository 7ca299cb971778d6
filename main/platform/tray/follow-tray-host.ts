import type { HostState, TrayHost } from "./tray-host.ts";

/**
 * Asks whether there is a host for tray icons, and again whenever that may have changed. Told is only what is
 * known, and only what is new; never two at a time.
 */
export async function followTrayHost(
  host: TrayHost,
  onTurn: (isThere: boolean) => void,
): Promise<{ readonly isThere: boolean; readonly stop: () => void }> {
  const first = await host.ask();
  let known: HostState = first === "none" ? "none" : "there";
  let isAsking = false;
  let isNewer = false;

  async function look(): Promise<void> {
    isNewer = true;
    if (isAsking) return;
    isAsking = true;
    while (isNewer) {
      isNewer = false;
      const now = await host.ask();
      if (now === "unknown" || now === known) continue;
      known = now;
      onTurn(now === "there");
    }
    isAsking = false;
  }
  // Where nobody could be asked, nobody tells either.
  const stop = first === "unknown" ? () => undefined : host.watch(() => void look());
  return { isThere: known === "there", stop };
}
