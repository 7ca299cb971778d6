import { net, powerMonitor } from "electron";

export interface PresenceDependencies {
  readonly onOnlineChange: (online: boolean) => void;
  /** After sleep, unlock, or when the network came back. */
  readonly onWake: () => void;
  /** Once a minute while there is a network. */
  readonly onMinute: () => void;
}

const pollMilliseconds = 60_000;

/** Tells when the computer wakes and when the network comes and goes, as far as Chromium knows. */
export function watchPresence({ onOnlineChange, onWake, onMinute }: PresenceDependencies): void {
  let wasOnline = net.isOnline();
  onOnlineChange(wasOnline);
  const look = () => {
    const online = net.isOnline();
    if (online === wasOnline) return;
    wasOnline = online;
    onOnlineChange(online);
    if (online) onWake();
  };
  setInterval(() => {
    look();
    if (wasOnline) onMinute();
  }, pollMilliseconds).unref();
  powerMonitor.on("resume", () => {
    look();
    onWake();
  });
  powerMonitor.on("unlock-screen", look);
}
