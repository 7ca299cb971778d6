import type { Fault, FaultInput } from "../faults/fault.ts";
import type { Command } from "./control.ts";
import type { Controls } from "./controls.ts";

type Remote<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...input: infer Input) => infer Output
    ? (...input: Input) => Promise<Output>
    : never;
};

/** The controls of a sample organisation in another process. */
export interface RemoteSandbox extends Remote<Controls> {
  readonly faults: {
    add(fault: FaultInput): Promise<void>;
    clear(): Promise<void>;
    release(): Promise<void>;
    pending(): Promise<readonly Fault[]>;
  };
}

export function connectSandbox(controlUrl: string): RemoteSandbox {
  const ask = async <Output>(command: Command): Promise<Output> => {
    const response = await fetch(controlUrl, { method: "POST", body: JSON.stringify(command) });
    if (!response.ok) throw new Error(`The sample organisation refused: ${await response.text()}`);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both ends are built from the same Controls
    const { result } = (await response.json()) as { result: Output };
    return result;
  };
  return {
    requests: () => ask({ do: "requests" }),
    forgetRequests: () => ask({ do: "forgetRequests" }),
    meetings: () => ask({ do: "meetings" }),
    events: () => ask({ do: "events" }),
    join: (joinWebUrl, who) => ask({ do: "join", joinWebUrl, who }),
    setMeetingPolicy: (change) => ask({ do: "setMeetingPolicy", ...change }),
    delayJoinUrls: (reads) => ask({ do: "delayJoinUrls", reads }),
    loseLinks: (changes) => ask({ do: "loseLinks", changes }),
    emptyCalendar: (persona) => ask({ do: "emptyCalendar", persona }),
    renewCalendar: (persona) => ask({ do: "renewCalendar", persona }),
    secrets: () => ask({ do: "secrets" }),
    revokeRefreshTokens: (persona, reason) =>
      ask({ do: "revokeRefreshTokens", persona, ...(reason ? { reason } : {}) }),
    expireAccessTokens: () => ask({ do: "expireAccessTokens" }),
    setAccessTokenLifetimeSeconds: (seconds) =>
      ask({ do: "setAccessTokenLifetimeSeconds", seconds }),
    withdrawApproval: (persona) => ask({ do: "withdrawApproval", persona }),
    rememberApproval: (persona) => ask({ do: "rememberApproval", persona }),
    setDeviceCodeTimes: (times) => ask({ do: "setDeviceCodeTimes", ...times }),
    faults: {
      add: (fault) => ask({ do: "addFault", fault }),
      clear: () => ask({ do: "clearFaults" }),
      release: () => ask({ do: "releaseFaults" }),
      pending: () => ask({ do: "pendingFaults" }),
    },
  };
}
