import type { FaultInput } from "./fault.ts";

/** What a device that asks for its tokens is told in place of the truth. */
export const deviceCodeFaults = {
  /** A policy of the organisation forbids it. */
  blocked: {
    on: "pollDeviceCode",
    kind: "oauth-error",
    error: "access_denied",
    errorCodes: [530032],
  },
  /** The app may not use it at all. */
  notAllowed: {
    on: "requestDeviceCode",
    kind: "oauth-error",
    error: "unauthorized_client",
    errorCodes: [7000218],
    status: 401,
  },
  expired: { on: "pollDeviceCode", kind: "entra-error", aadsts: 70019 },
  slowDown: { on: "pollDeviceCode", kind: "oauth-error", error: "slow_down" },
  declined: { on: "pollDeviceCode", kind: "entra-error", aadsts: 65004 },
  unknownCode: { on: "pollDeviceCode", kind: "entra-error", aadsts: 70018 },
} as const satisfies Record<string, FaultInput>;
