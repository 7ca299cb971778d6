import type { Clock } from "./clock.ts";
import type { Network } from "./network.ts";

/** The connection to one host, as far as its answers tell. Epoch milliseconds, null where it never happened. */
export interface Line {
  readonly answeredAt: number | null;
  readonly openedAt: number | null;
}

/** Chromium keeps a connection that was used for five minutes, and servers for less; one that was just used is open. */
const surelyOpenMilliseconds = 30_000;
const leastMilliseconds = 5_000;

/**
 * Whether to open it ahead of what may come. One that never answered in this run is left alone: a proxy may stand
 * before it that asks for a name, which nobody's mouse over an icon is to bring up.
 */
export function isWorthOpening({ answeredAt, openedAt }: Line, now: number): boolean {
  const isOver = (at: number | null, milliseconds: number) =>
    // In the future is what a clock said that was set back.
    at === null || at > now || now - at >= milliseconds;
  return (
    answeredAt !== null &&
    isOver(answeredAt, surelyOpenMilliseconds) &&
    isOver(openedAt, leastMilliseconds)
  );
}

export interface OpenLines {
  /** The same network, whose answers are noted. */
  readonly network: Network;
  /** Connects to the hosts of these addresses, without a token and without waiting, where that is worth it. */
  readonly openAhead: (addresses: readonly string[]) => void;
}

/**
 * Name, connection and TLS take as long as three requests do. Electron's `session.preconnect` would not save them: it
 * opens sockets for requests that carry credentials, and ours, which carry none, never share a socket with those.
 * @see https://source.chromium.org/chromium/chromium/src/+/main:net/base/privacy_mode.h
 */
export function createOpenLines(network: Network, clock: Pick<Clock, "now">): OpenLines {
  const lines = new Map<string, Line>();
  const lineTo = (host: string) => lines.get(host) ?? { answeredAt: null, openedAt: null };
  const note = (host: string, change: Partial<Line>) =>
    void lines.set(host, { ...lineTo(host), ...change });

  const noted: Network = async (request) => {
    const result = await network(request);
    if (result.ok) note(new URL(request.url).origin, { answeredAt: clock.now() });
    return result;
  };

  return {
    network: noted,
    openAhead(addresses) {
      for (const url of addresses) {
        const { origin } = new URL(url);
        if (!isWorthOpening(lineTo(origin), clock.now())) continue;
        note(origin, { openedAt: clock.now() });
        // Whatever comes back, or does not, the connection is what it was for. After a HEAD, Node closes it.
        void noted({ method: "OPTIONS", url, headers: {} });
      }
    },
  };
}
