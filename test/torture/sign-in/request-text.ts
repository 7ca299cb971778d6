import type { Random } from "../random.ts";

export interface Target {
  readonly port: number;
  readonly state: string;
}

export interface RequestParts {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
  readonly type?: string;
  readonly body?: string;
  /** In the place of the true content length. */
  readonly length?: string;
  readonly isChunked?: boolean;
  /** Header lines. */
  readonly more?: readonly string[];
}

export const formOf = (values: Readonly<Record<string, string>>): string =>
  new URLSearchParams(values).toString();

/** A request as it goes over the wire; no client library would send most of these. */
export function requestText({ port }: Target, parts: RequestParts): string {
  const { method = "POST", path = "/", host = `localhost:${port}`, more = [] } = parts;
  const hasBody = method !== "GET";
  return [
    `${method} ${path} HTTP/1.1`,
    `host: ${host}`,
    ...(hasBody ? bodyHeaders(parts) : []),
    ...more,
    "",
    hasBody ? (parts.body ?? "") : "",
  ].join("\r\n");
}

function bodyHeaders({ type, body = "", length, isChunked = false }: RequestParts): string[] {
  return [
    `content-type: ${type ?? "application/x-www-form-urlencoded"}`,
    isChunked
      ? "transfer-encoding: chunked"
      : `content-length: ${length ?? Buffer.byteLength(body)}`,
  ];
}

/** A state that is not this one, most often by a hair. */
export function nearMiss(state: string, random: Random): string {
  const at = random.below(state.length);
  const other = state[at] === "0" ? "1" : "0";
  const misses = [
    `${state.slice(0, at)}${other}${state.slice(at + 1)}`,
    `${state} `,
    ` ${state}`,
    `${state}\0`,
    state.slice(0, -1),
    state.slice(1),
    state + state,
    `${state},${state}`,
    state.toUpperCase(),
    Array.from(state).toReversed().join(""),
    `\uFEFF${state}`,
    `${state}\u200B`,
    state.replaceAll("-", "\u2010"),
    "",
    "null",
  ].filter((miss) => miss !== state);
  return misses[random.below(misses.length)] ?? "";
}
