import { EventEmitter } from "node:events";

import type { App, WebContents } from "electron";

type HeardApp = Pick<App, "on" | "getAccessibilitySupportFeatures"> & EventEmitter;

/** Electron's app, as far as it is listened to; the test emits what Electron would. `features` is what reads the screen. */
export function anApp(features: () => string[] = () => []): HeardApp {
  const app = Object.assign(new EventEmitter(), { getAccessibilitySupportFeatures: features });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Electron types a listener by its event, which no emitter of Node's can; the events a test emits are its own to get right
  return app as unknown as HeardApp;
}

/** A page as main has it, as far as it is listened to or told from others. */
export function someContents(): WebContents {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only Electron can make one, and nothing but its events and its identity is used
  return new EventEmitter() as unknown as WebContents;
}
