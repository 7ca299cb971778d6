import { ok } from "../../main/contract/errors.ts";
import { createGraph, type Graph } from "../../main/graph/client.ts";
import { createNetwork } from "../../main/base/network.ts";
import { createFakeClock } from "../fakes/fake-clock.ts";
import { memoryLog } from "../fakes/memory-log.ts";
import { obtainTokens, type TokenRequest } from "./obtain-tokens.ts";
import type { Sandbox } from "./sandbox.ts";
import { freeGate } from "../fakes/free-gate.ts";
import { patientClock } from "../fakes/patient-clock.ts";

/** The app's own Graph client in front of the sample organisation; waits pass at once. */
export async function openGraph(sandbox: Sandbox, request: TokenRequest): Promise<Graph> {
  const { access_token: token } = await obtainTokens(sandbox, request);
  let ids = 0;
  return createGraph({
    gate: freeGate(),
    baseUrl: sandbox.descriptor.graphBaseUrl,
    network: createNetwork({ fetch, clock: patientClock, allowLoopbackHttp: true }),
    token: async () => ok(token),
    clock: createFakeClock({ autoAdvance: true }),
    log: memoryLog().log,
    random: () => 0,
    newId: () => `id-${(ids += 1)}`,
  });
}
