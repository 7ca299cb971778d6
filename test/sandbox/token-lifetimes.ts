/** How long access tokens live, and which were ended early. */
export interface TokenLifetimes {
  seconds(): number;
  setSeconds(seconds: number): void;
  expire(token: string): void;
  isExpired(token: string): boolean;
}

export function createTokenLifetimes(initialSeconds: number): TokenLifetimes {
  let lifetimeSeconds = initialSeconds;
  const expired = new Set<string>();
  return {
    seconds: () => lifetimeSeconds,
    setSeconds(seconds) {
      lifetimeSeconds = seconds;
    },
    expire: (token) => void expired.add(token),
    isExpired: (token) => expired.has(token),
  };
}
