// The app's clock in a test's hands. Loaded before the app, on Electron and on the stand-in alike, it patches
// what the main process tells the time by: Date.now, performance.now, setTimeout, setInterval and the promise of
// node:timers.
// It runs as ever until a test stops it; then only the test moves it, and no wait of the app's ends by itself.
const { syncBuiltinESMExports } = require("node:module");
const promises = require("node:timers/promises");
const { promisify } = require("node:util");

const real = {
  now: Date.now,
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  elapsed: performance.now.bind(performance),
};
/** Shorter ones are how programs take turns, not rules about time. */
const shortestMilliseconds = 1_000;
const waiting = new Set();
let aheadMilliseconds = 0;
let stoppedAt = null;
/** Of the time that never goes back: what tests moved it by, and where it stands while it is stopped. */
let elapsedMore = 0;
let elapsedStopped = null;

const elapsed = () => elapsedStopped ?? real.elapsed() + elapsedMore;
const now = () => stoppedAt ?? real.now() + aheadMilliseconds;

class Timer {
  constructor(run, milliseconds) {
    Object.assign(this, { run, milliseconds, handle: null, isReferenced: true });
    this.refresh();
  }
  refresh() {
    this.dueAt = now() + this.milliseconds;
    waiting.add(this);
    this.arm();
    return this;
  }
  arm() {
    real.clearTimeout(this.handle);
    if (stoppedAt !== null) return;
    this.handle = real.setTimeout(() => this.fire(), Math.max(0, this.dueAt - now()));
    if (!this.isReferenced) this.handle.unref();
  }
  fire() {
    this.close();
    this.run();
  }
  close() {
    waiting.delete(this);
    real.clearTimeout(this.handle);
    return this;
  }
  ref() {
    this.isReferenced = true;
    this.handle?.ref();
    return this;
  }
  unref() {
    this.isReferenced = false;
    this.handle?.unref();
    return this;
  }
  hasRef() {
    return this.isReferenced;
  }
}

function setTimeout(callback, milliseconds = 0, ...rest) {
  if (!(milliseconds >= shortestMilliseconds))
    return real.setTimeout(callback, milliseconds, ...rest);
  return new Timer(() => callback(...rest), milliseconds);
}

/** Once a move, however far that goes: as after the computer slept. */
function setInterval(callback, milliseconds = 0, ...rest) {
  if (!(milliseconds >= shortestMilliseconds))
    return real.setInterval(callback, milliseconds, ...rest);
  const timer = new Timer(() => {
    timer.refresh();
    callback(...rest);
  }, milliseconds);
  return timer;
}

async function sleep(milliseconds = 0, value, { signal, ref = true } = {}) {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers();
  const timer = setTimeout(resolve, milliseconds, value);
  if (!ref) timer.unref();
  const stop = () => {
    globalThis.clearTimeout(timer);
    reject(signal.reason);
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await promise;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

Date.now = now;
performance.now = elapsed;
globalThis.setTimeout = Object.assign(setTimeout, { [promisify.custom]: sleep });
globalThis.setInterval = setInterval;
const clear = (timer) => (timer instanceof Timer ? void timer.close() : real.clearTimeout(timer));
globalThis.clearTimeout = clear;
globalThis.clearInterval = clear;
promises.setTimeout = sleep;
syncBuiltinESMExports();

const rearm = () => {
  for (const timer of waiting) timer.arm();
};

Object.defineProperty(globalThis, "__clock", {
  value: {
    stop() {
      stoppedAt = now();
      elapsedStopped = elapsed();
      rearm();
    },
    run() {
      elapsedMore = elapsed() - real.elapsed();
      elapsedStopped = null;
      aheadMilliseconds = 0;
      stoppedAt = null;
      rearm();
    },
    /** What falls due on the way is done, in its order. */
    move(milliseconds) {
      if (stoppedAt === null) aheadMilliseconds += milliseconds;
      else stoppedAt += milliseconds;
      if (elapsedStopped === null) elapsedMore += milliseconds;
      else elapsedStopped += milliseconds;
      const isDue = ({ dueAt }) => dueAt <= now();
      const due = [...waiting].filter(isDue).toSorted((one, other) => one.dueAt - other.dueAt);
      for (const timer of due) timer.fire();
      rearm();
    },
  },
});
