import type { Random } from "../random.ts";
import type { Fault } from "./identity.ts";
import type { SimulatedTime } from "./simulated-time.ts";

/** What is wrong around the computer at the moment. */
export interface Weather {
  fault(): Fault | null;
  isKeyringLocked(): boolean;
  breakNetwork(milliseconds: number, how?: Fault): void;
  lockKeyring(milliseconds: number): void;
  /** How long, as timers see it, nothing has been wrong with the network. */
  calmMilliseconds(): number;
}

export const throttled: Fault = {
  kind: "answered",
  status: 429,
  body: `{"error":"temporarily_unavailable"}`,
};

const outages: readonly Fault[] = [
  throttled,
  { kind: "not-sent", failure: "offline" },
  { kind: "not-sent", failure: "timed-out" },
  { kind: "answer-lost", failure: "reset" },
  { kind: "answered", status: 200, body: "<html>welcome to our hotel" },
  { kind: "answered", status: 502, body: "<html>bad gateway" },
  {
    kind: "answered",
    status: 503,
    body: `{"error":"temporarily_unavailable","error_codes":[90033]}`,
  },
];

export function createWeather(time: SimulatedTime, random: Random): Weather {
  let outage: Fault | null = null;
  let networkBackAt = Number.NEGATIVE_INFINITY;
  let keyringBackAt = Number.NEGATIVE_INFINITY;
  return {
    fault: () => (time.uptime() < networkBackAt ? outage : null),
    isKeyringLocked: () => time.uptime() < keyringBackAt,
    breakNetwork(milliseconds, how) {
      outage = how ?? outages[random.below(outages.length)] ?? null;
      networkBackAt = time.uptime() + milliseconds;
    },
    lockKeyring(milliseconds) {
      keyringBackAt = time.uptime() + milliseconds;
    },
    calmMilliseconds: () => time.uptime() - networkBackAt,
  };
}
