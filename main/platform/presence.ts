import { systemZone } from "../base/current-zone.ts";
import { net, powerMonitor } from "electron";

export interface PresenceDependencies {
  readonly onOnlineChange: (online: boolean) => void;
  /** After sleep, or when the network came back. */
  readonly onWake: () => void;
  /** Somebody is back at the computer. */
  readonly onUnlock: () => void;
  /** The computer is in another zone than it was (IANA name). */
  readonly onTimeZoneChange: (timeZone: string) => void;
  /** Once a minute while there is a network. */
  readonly onMinute: () => void;
}

/** Nothing tells the main process that the network is back; whoever waits for it notices. */
const pollMilliseconds = 10_000;
const pollsInMinute = 6;

/** Tells when the computer wakes and when the network comes and goes, as far as Chromium knows. */
export function watchPresence(dependencies: PresenceDependencies): void {
  const { onOnlineChange, onTimeZoneChange, onWake, onUnlock, onMinute } = dependencies;
  let lastZone = timeZone();
  let wasOnline = net.isOnline();
  onOnlineChange(wasOnline);
  const look = () => {
    const zone = timeZone();
    if (zone !== lastZone) onTimeZoneChange(zone);
    lastZone = zone;
    const online = net.isOnline();
    if (online === wasOnline) return;
    wasOnline = online;
    onOnlineChange(online);
    if (online) onWake();
  };
  let polls = 0;
  setInterval(() => {
    look();
    polls = (polls + 1) % pollsInMinute;
    if (polls === 0 && wasOnline) onMinute();
  }, pollMilliseconds).unref();
  powerMonitor.on("resume", () => {
    look();
    onWake();
  });
  powerMonitor.on("unlock-screen", () => {
    look();
    onUnlock();
  });
}

/** Node reads the system's zone once; told that TZ changed, it reads it again. @see https://nodejs.org/api/process.html#processenv */
function timeZone(): string {
  if (process.env["TZ"] === undefined) delete process.env["TZ"];
  return systemZone();
}
