export interface DeviceCodeTimesChange {
  readonly intervalSeconds?: number | undefined;
  readonly lifetimeSeconds?: number | undefined;
}

/** How often a device may ask, and how long its code lives. */
export interface DeviceCodeTimes {
  intervalSeconds(): number;
  lifetimeSeconds(): number;
  set(change: DeviceCodeTimesChange): void;
}

/** Microsoft Entra says 5 seconds; a test should not wait so long. */
export function createDeviceCodeTimes(): DeviceCodeTimes {
  let interval = 1;
  let lifetime = 15 * 60;
  return {
    intervalSeconds: () => interval,
    lifetimeSeconds: () => lifetime,
    set({ intervalSeconds = interval, lifetimeSeconds = lifetime }) {
      interval = intervalSeconds;
      lifetime = lifetimeSeconds;
    },
  };
}
