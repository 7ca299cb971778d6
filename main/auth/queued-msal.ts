import type { PublicClientApplication } from "@azure/msal-node";

import type { Network } from "../base/network.ts";
import type { OrganisationDescriptor } from "../base/organisation.ts";
import type { SealedRecord } from "../base/vault.ts";
import type { AppError } from "../contract/errors.ts";
import type { Protection } from "../contract/state.ts";
import { createMsalClient } from "./msal-client.ts";
import { createTurns } from "./sign-in/turns.ts";
import type { Asked } from "./tokens/ask-patiently.ts";
import { createTokenCache } from "./tokens/token-cache.ts";

/** MSAL over the sealed tokens of one app registration. Its calls wait for their turn: side by side they lose accounts. */
export interface QueuedMsal {
  /** Only to be called within a turn. */
  readonly client: PublicClientApplication;
  inTurn<Value>(call: () => Promise<Value>): Promise<Value>;
  /** In its turn. Answers what MSAL threw, with what Entra said beside it. */
  ask<Value>(call: () => Promise<Value>): Promise<Asked<Value>>;
  /** The same; who cancels does not wait for the turn. Throws where it was cancelled. */
  askCancellably<Value>(signal: AbortSignal, call: () => Promise<Value>): Promise<Asked<Value>>;
  /** Why the disk does not know what MSAL knows; null where it does. */
  saveProblem(): AppError | null;
}

export interface QueuedMsalDependencies {
  readonly organisation: OrganisationDescriptor;
  readonly network: Network;
  readonly record: SealedRecord;
  readonly onSaved: (protection: Protection) => void;
  readonly onSaveFailed: (error: AppError) => void;
}

export function createQueuedMsal(dependencies: QueuedMsalDependencies): QueuedMsal {
  const { organisation, network, record } = dependencies;
  const { inTurn, cancellable, signal } = createTurns();
  let saveProblem: AppError | null = null;
  /** What Entra said of the call that runs now. */
  let busyFor: string | null = null;

  const cachePlugin = createTokenCache({
    record,
    onSaved(protection) {
      saveProblem = null;
      dependencies.onSaved(protection);
    },
    onFailed(error) {
      saveProblem = error;
      dependencies.onSaveFailed(error);
    },
  });
  const onBusy = (retryAfter: string | null) => {
    busyFor = retryAfter;
  };
  const client = createMsalClient({ organisation, network, cachePlugin, onBusy, signal });

  const tried =
    <Value>(call: () => Promise<Value>) =>
    async (): Promise<Asked<Value>> => {
      busyFor = null;
      try {
        return { ok: true, value: await call() };
      } catch (error) {
        return { ok: false, error, retryAfter: busyFor };
      }
    };

  return {
    client,
    inTurn,
    ask: (call) => inTurn(tried(call)),
    askCancellably: (wanted, call) => cancellable(wanted, tried(call)),
    saveProblem: () => saveProblem,
  };
}
