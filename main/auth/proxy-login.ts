import type { Store } from "../base/store.ts";

export interface ProxyCredentials {
  readonly username: string;
  readonly password: string;
}

/** A proxy that asks. Chromium asks again with the same place when what it got was refused. */
export interface ProxyChallenge {
  readonly host: string;
  readonly port: number;
}

export interface ProxyLogins {
  /** What the person types; null where they cancel. Requests that ask for the same proxy share one answer. */
  ask(challenge: ProxyChallenge): Promise<ProxyCredentials | null>;
  answer(credentials: ProxyCredentials | null): void;
}

export interface ProxyLoginDependencies {
  readonly store: Store;
  readonly showPopup: () => void;
}

interface Asking {
  readonly place: string;
  readonly answered: Promise<ProxyCredentials | null>;
  readonly settle: (credentials: ProxyCredentials | null) => void;
}

/** Asks for a proxy's name and password. Both are handed to Chromium, and kept by nobody else. */
export function createProxyLogins({ store, showPopup }: ProxyLoginDependencies): ProxyLogins {
  const answeredBefore = new Set<string>();
  let asking: Asking | null = null;

  async function ask({ host, port }: ProxyChallenge): Promise<ProxyCredentials | null> {
    const place = `${host}:${port}`;
    if (asking?.place === place) return asking.answered;
    // One question at a time; whoever waits behind another proxy asks again later.
    if (asking) return null;
    const { promise: answered, resolve: settle } = Promise.withResolvers<ProxyCredentials | null>();
    asking = { place, answered, settle };
    const again = answeredBefore.has(place);
    store.update((state) => ({ ...state, proxyLogin: { host, port, again } }));
    showPopup();
    return answered;
  }

  return {
    ask,
    answer(credentials) {
      if (!asking) return;
      const { place, settle } = asking;
      asking = null;
      if (credentials) answeredBefore.add(place);
      store.update((state) => ({ ...state, proxyLogin: null }));
      settle(credentials);
    },
  };
}
