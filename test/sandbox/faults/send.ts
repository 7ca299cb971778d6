import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import type { Answer } from "../http/answer.ts";
import type { Effect } from "./fault.ts";

/** Sends an answer, whole or as a fault has it. Resolves with the status that went out, null where none did. */
export async function send(
  response: ServerResponse,
  answer: Answer,
  effect: Effect | null,
  closing: AbortSignal,
): Promise<number | null> {
  if (response.destroyed) return null;
  switch (effect?.kind) {
    case "reset":
      response.socket?.resetAndDestroy();
      return null;
    case "hang":
      return null;
    case "half-body":
      return sendHalf(response, answer);
    case "slow-drip":
      return drip(response, answer, effect.bytesPerSecond, closing);
    default:
      writeHead(response, answer);
      response.end(answer.body);
      return answer.status;
  }
}

function writeHead(response: ServerResponse, { status, headers, body }: Answer): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status !== 204 && status !== 304)
    response.setHeader("content-length", Buffer.byteLength(body));
  response.writeHead(status);
}

/** Promises the whole body, sends half of it and cuts the line. */
async function sendHalf(response: ServerResponse, answer: Answer): Promise<number> {
  const bytes = Buffer.from(answer.body);
  writeHead(response, answer);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  // Cutting the line at once could overtake the bytes.
  await new Promise<void>((resolve) => response.write(half, () => resolve()));
  response.socket?.end();
  response.destroy();
  return answer.status;
}

async function drip(
  response: ServerResponse,
  answer: Answer,
  bytesPerSecond: number,
  closing: AbortSignal,
): Promise<number> {
  writeHead(response, answer);
  for (const byte of Buffer.from(answer.body)) {
    if (response.destroyed || closing.aborted) return answer.status;
    response.write(Buffer.of(byte));
    await sleep(1_000 / bytesPerSecond, undefined, { signal: closing }).catch(() => undefined);
  }
  response.end();
  return answer.status;
}
