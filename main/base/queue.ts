/** Runs tasks one after the other, in the order they came. A failed task does not stop the next. */
export function createQueue(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** A queue for each key. What is of one key runs in order and waits for no other: at once where nothing is before it. */
export function createKeyedQueue(): <Value>(
  key: string,
  task: () => Promise<Value>,
) => Promise<Value> {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = last.get(key);
    const started = before ? before.then(task, task) : task();
    const mine = started.finally(() => {
      if (last.get(key) === mine) last.delete(key);
    });
    last.set(key, mine);
    return mine;
  };
}
