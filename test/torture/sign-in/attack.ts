import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

import type { HostileRequest } from "./hostile-requests.ts";

export interface Outcome {
  readonly isConnected: boolean;
  /** Of every answer in the connection. */
  readonly statuses: readonly number[];
  /** The other side had closed by the time patience ended. */
  readonly isClosed: boolean;
  /** What was sent came back in the page. */
  readonly isReflected: boolean;
}

/** One connection: says everything, and stays until it is closed or patience ends. */
export async function attack(
  port: number,
  { parts, pauseMilliseconds, ending }: HostileRequest,
  patienceMilliseconds: number,
): Promise<Outcome> {
  const socket = connect({ host: "127.0.0.1", port });
  let heard = "";
  socket.setEncoding("latin1");
  socket.on("data", (text) => {
    // More than enough for every page of ours.
    if (heard.length < 200_000) heard += String(text);
  });
  socket.on("error", () => undefined);
  const closed = new Promise<"closed">((resolve) => {
    socket.once("close", () => resolve("closed"));
  });
  const isConnected = await Promise.race([
    once(socket, "connect").then(() => true),
    closed.then(() => false),
  ]).catch(() => false);
  const patience = new AbortController();
  const limit = delay(patienceMilliseconds, "open" as const, { signal: patience.signal }).catch(
    () => "open" as const,
  );
  await Promise.race([sayAll(socket, parts, pauseMilliseconds), closed, limit]);
  if (ending === "half-close") socket.end();
  if (ending === "reset") socket.resetAndDestroy();
  const end = await Promise.race([closed, limit]);
  patience.abort();
  socket.destroy();
  return {
    isConnected,
    statuses: [...heard.matchAll(/HTTP\/1\.1 (\d{3})/gu)].map(([, status]) => Number(status)),
    isClosed: end === "closed",
    isReflected: heard.includes("foreign-"),
  };
}

async function sayAll(
  socket: Socket,
  parts: HostileRequest["parts"],
  pauseMilliseconds: number,
): Promise<void> {
  for (const part of parts) {
    if (socket.destroyed || !socket.writable) return;
    await new Promise((resolve) => {
      socket.write(part, resolve);
    });
    if (pauseMilliseconds > 0) await delay(pauseMilliseconds);
  }
}

export interface Crowd {
  /** How many the other side still holds. */
  open(): number;
  leave(): void;
}

/** Connections that say nothing, or stop in the middle, and stay. */
export async function crowd(port: number, count: number): Promise<Crowd> {
  const sockets: Socket[] = [];
  for (let index = 0; index < count; index += 1) {
    const socket = connect({ host: "127.0.0.1", port });
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.resume();
    const settled = new Promise((resolve) => {
      socket.once("connect", resolve).once("close", resolve);
    });
    // Not faster than they are taken, or the waiting line of the port would be what is measured.
    await settled;
    if (index % 4 === 1) socket.write("POST / HTTP/1.1\r\nhost: l");
    if (index % 4 === 3)
      socket.write(`POST / HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-length: 9\r\n\r\nco`);
  }
  return {
    open: () => sockets.filter((socket) => !socket.destroyed).length,
    leave() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
