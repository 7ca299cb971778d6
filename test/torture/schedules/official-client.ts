import {
  Client,
  type Context,
  type Middleware,
  RetryHandler,
} from "@microsoft/microsoft-graph-client";

import type { NetworkResult } from "../../../main/base/network.ts";
import type { Figures } from "../../figures.ts";
import type { Random } from "../random.ts";
import { type FaultKind, lineFaults } from "./graph/faults.ts";
import { createSimulatedGraph, type SimulatedGraph } from "./graph/simulated-graph.ts";

/** It waits for ever on a body that only drips, and takes a page of another host for success. */
const unsurvived = new Set<FaultKind>(["half-body", "html", "redirect", "slow-drip", "huge-body"]);
const survived = lineFaults.filter((kind) => !unsurvived.has(kind));

/**
 * Microsoft's own client with its own retries, pressed as often and through the same faults: how many
 * meetings come of it. A person who is told of an error presses once more.
 */
export async function compareOfficialClient(figures: Figures, random: Random, presses: number) {
  let made = 0;
  let doubled = 0;
  const { setTimeout: later } = globalThis;
  // It sleeps for real; what is measured is what it does, not how long it takes.
  Object.assign(globalThis, {
    setTimeout: (work: () => void) => later(work, 0),
  });
  try {
    for (let press = 0; press < presses; press += 1) {
      const graph = createSimulatedGraph(standing(), random);
      graph.faults.push(
        ...Array.from({ length: random.below(4) }, () => ({
          kind: survived[random.below(survived.length)] ?? "500",
          at: null,
        })),
      );
      await create(graph).catch(() => create(graph).catch(() => undefined));
      const { size } = graph.meetings.existing;
      made += size;
      if (size > 1) doubled += 1;
    }
  } finally {
    Object.assign(globalThis, { setTimeout: later });
  }
  const name = `official Graph client, ${presses} presses through the same faults`;
  figures.note(`${name}: meetings made`, made, "meetings");
  figures.note(`${name}: presses with two meetings or more`, doubled, "presses");
}

function create(graph: SimulatedGraph): Promise<unknown> {
  const retry = new RetryHandler();
  retry.setNext(lineTo(graph));
  const client = Client.initWithMiddleware({ middleware: retry });
  return client.api("/me/onlineMeetings").post({ subject: "Quick meeting" });
}

const lineTo = (graph: SimulatedGraph): Middleware => ({
  async execute(context: Context) {
    const { method, body } = context.options ?? {};
    const result = await graph.network({
      method: method === "POST" ? "POST" : "GET",
      url: typeof context.request === "string" ? context.request : context.request.url,
      headers: {},
      body: typeof body === "string" ? body : "{}",
    });
    context.response = toResponse(result);
  },
});

function toResponse(result: NetworkResult): Response {
  if (!result.ok) throw new TypeError("fetch failed");
  const { status, headers, body } = result.answer;
  return new Response(body, { status, headers });
}

function standing() {
  let now = Date.parse("2026-11-24T12:00:00Z");
  return {
    now: () => now,
    sleep: async () => undefined,
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}
