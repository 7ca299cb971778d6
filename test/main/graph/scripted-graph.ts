import { ok, type Result } from "../../../main/contract/errors.ts";
import { createGraph, type GraphCall } from "../../../main/graph/client.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { freeGate } from "../../fakes/free-gate.ts";
import { memoryLog } from "../../fakes/memory-log.ts";
import { type Reply, scriptedNetwork } from "../../fakes/scripted-network.ts";

/** A call that may act, so nobody repeats it lightly. */
export const post: GraphCall = { method: "POST", path: "/me/things", body: { a: 1 } };

/** A client whose answers and tokens are written down beforehand. */
export function scriptedGraph(script: Reply[], tokens: Result<string>[] = []) {
  const scripted = scriptedNetwork(script);
  const clock = createFakeClock({ autoAdvance: true });
  const asked: boolean[] = [];
  const { log, lines } = memoryLog();
  let ids = 0;
  const graph = createGraph({
    gate: freeGate(),
    baseUrl: "https://graph.example/v1.0",
    network: scripted.network,
    token: async ({ forceRefresh }) => {
      asked.push(forceRefresh);
      return tokens[asked.length - 1] ?? ok(`token-${asked.length}`);
    },
    clock,
    log,
    random: () => 1,
    newId: () => `id-${(ids += 1)}`,
  });
  return { graph, clock, asked, lines, requests: scripted.requests };
}
