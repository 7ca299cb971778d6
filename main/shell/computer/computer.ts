import type { Publish } from "../../base/store.ts";

/** What the computer is at, as far as it changes while the app runs. */
export interface Computer {
  /** IANA name. */
  timeZone(): string;
  setTimeZone(timeZone: string): void;
  /** As far as anybody knows: true until it is told. */
  isOnline(): boolean;
  setOnline(online: boolean): void;
}

export function createComputer(
  timeZoneAtStart: string,
  publish: Publish<"online" | "timeZone">,
): Computer {
  let zone = timeZoneAtStart;
  let isOnline = true;
  return {
    timeZone: () => zone,
    setTimeZone(timeZone) {
      zone = timeZone;
      publish({ timeZone });
    },
    isOnline: () => isOnline,
    setOnline(online) {
      isOnline = online;
      publish({ online });
    },
  };
}
