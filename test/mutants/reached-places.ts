import { afterAll, inject } from "vitest";
import * as fc from "fast-check";

/** Before each test file: what is random comes again, and the places the file reaches are noted. */
declare global {
  var reachedPlaces: Set<string> | undefined;
}
declare module "vitest" {
  interface ProvidedContext {
    readonly seed: number;
  }
  interface TaskMeta {
    reached?: string[];
  }
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject("seed") });
globalThis.reachedPlaces = new Set();
// oxlint-disable-next-line no-empty-pattern -- vitest takes nothing but a pattern for the first argument
afterAll(({}, suite) => {
  suite.meta.reached = [...(globalThis.reachedPlaces ?? [])];
});
