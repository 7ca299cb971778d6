import { randomBytes } from "node:crypto";

import type { OrganisationDescriptor } from "../../main/base/organisation.ts";
import { createControl } from "./control/control.ts";
import { type Controls, createControls } from "./control/controls.ts";
import { createDeviceCodeTimes } from "./device-code-times.ts";
import { describeOrganisation, sampleClientId } from "./descriptor.ts";
import { createFaults, type Faults } from "./faults/faults.ts";
import { createAccess } from "./graph/access.ts";
import { createGraphEmulator } from "./graph/graph.ts";
import { createMeetingPolicy } from "./graph/meeting-policy.ts";
import type { JoinUrlShape } from "./graph/join-urls.ts";
import { createExchange } from "./http/exchange.ts";
import { listen } from "./http/listen.ts";
import { createRequestLog } from "./http/request-log.ts";
import { createIdentity } from "./identity/identity.ts";
import { createRecords } from "./records.ts";
import { createSecrets } from "./secrets.ts";
import { createTokenLifetimes } from "./token-lifetimes.ts";

export interface SandboxOptions {
  /** A free one by default. */
  readonly port?: number;
  /** Where sign-ins and meetings are kept over a restart; nowhere by default. */
  readonly stateFile?: string;
  /** An hour by default. */
  readonly accessTokenLifetimeSeconds?: number;
  /** Both shapes in turn by default. */
  readonly joinUrlShape?: JoinUrlShape | "mixed";
}

export interface Sandbox extends Controls {
  readonly descriptor: OrganisationDescriptor;
  readonly baseUrl: string;
  /** For tests in another process: see control/remote.ts. */
  readonly controlUrl: string;
  readonly faults: Faults;
  close(): Promise<void>;
}

const now = () => Date.now();

/** Starts the sample organisation on 127.0.0.1: an OpenID provider and a Graph emulator. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port, baseUrl, closing, serve, close } = await listen(options.port ?? 0);
  const { signingKey, store, meetings, events } = createRecords({
    stateFile: options.stateFile ?? null,
    joinUrlShape: options.joinUrlShape ?? "mixed",
    now,
  });
  const secrets = createSecrets();
  const log = createRequestLog(now);
  const faults = createFaults();
  const lifetimes = createTokenLifetimes(options.accessTokenLifetimeSeconds ?? 3_600);
  const deviceCodeTimes = createDeviceCodeTimes();
  const clientId = sampleClientId;

  const identity = createIdentity({
    baseUrl,
    clientId,
    signingKey,
    store,
    secrets,
    lifetimes,
    deviceCodeTimes,
    now,
  });
  const access = createAccess({ signingKey, lifetimes, now });
  const policy = createMeetingPolicy();
  const graph = createGraphEmulator({ baseUrl, meetings, events, policy, now, access });
  const controls = createControls({
    log,
    meetings,
    events,
    policy,
    secrets,
    store,
    lifetimes,
    deviceCodeTimes,
    now,
  });
  const controlPath = `/control/${randomBytes(16).toString("hex")}`;
  serve(
    createExchange({
      parts: [identity.recognise, graph],
      control: createControl({ path: controlPath, controls, faults }),
      faults,
      log,
      replacing: {
        elsewhereUrl: `http://localhost:${port}`,
        refuseChoice: identity.refuseChoice,
        now,
      },
      now,
      closing,
    }),
  );
  const descriptor = describeOrganisation(baseUrl);
  return { ...controls, faults, descriptor, baseUrl, controlUrl: baseUrl + controlPath, close };
}
