/** What is on its way under a key is joined, not begun a second time. */
export interface SingleFlight<Value> {
  readonly run: (key: string, work: () => Promise<Value>) => Promise<Value>;
  /** Undefined while nothing is on its way under this key. */
  readonly of: (key: string) => Promise<Value> | undefined;
}

export function createSingleFlight<Value>(): SingleFlight<Value> {
  const running = new Map<string, Promise<Value>>();
  return {
    run(key, work) {
      const earlier = running.get(key);
      if (earlier) return earlier;
      const done = work().finally(() => running.delete(key));
      running.set(key, done);
      return done;
    },
    of: (key) => running.get(key),
  };
}
