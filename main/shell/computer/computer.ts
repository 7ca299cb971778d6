import type { Publish } from "../../base/store.ts";

/** What the computer is at, as far as it changes while the app runs. */
export interface Computer {
  /** IANA name. */
  timeZone(): string;
  setTimeZone(timeZone: string): void;
  setOnline(online: boolean): void;
}

export function createComputer(
  timeZoneAtStart: string,
  publish: Publish<"online" | "timeZone">,
): Computer {
  let zone = timeZoneAtStart;
  return {
    timeZone: () => zone,
    setTimeZone(timeZone) {
      zone = timeZone;
      publish({ timeZone });
    },
    setOnline: (online) => publish({ online }),
  };
}
