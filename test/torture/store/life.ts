import { writeSync } from "node:fs";

import type { ICachePlugin } from "@azure/msal-node";

import { startNaiveStore } from "./naive-store.ts";
import { createSafeStorage } from "./safe-storage.ts";
import { straysIn } from "./files.ts";
import { startTokenStore } from "./token-store.ts";

export interface LifeOptions {
  readonly store: "app" | "naive";
  readonly folder: string;
  /** The number of the first sign-in of this life; each later one is one higher. */
  readonly from: number;
  /** How many lives the folder has seen. */
  readonly age: number;
  /** After so many it ends by itself, if it lives to see them. */
  readonly signIns: number;
}

// Straight to the pipe: what was said before the kill must be heard after it.
const say = (line: string) => writeSync(1, `${line}\n`);

/** One life of a process: loads, tells what it found, and signs in again and again until it is killed. */
export async function live(options: LifeOptions): Promise<void> {
  const { store, folder, from, age, signIns } = options;
  let now = "";
  const around = (plugin: ICachePlugin): ICachePlugin => ({
    beforeCacheAccess: (context) => plugin.beforeCacheAccess(context),
    async afterCacheAccess(context) {
      if (now === "" || !context.cacheHasChanged) return plugin.afterCacheAccess(context);
      const before = desk.saves();
      const startedAt = performance.now();
      say(`saving ${now}`);
      await plugin.afterCacheAccess(context);
      const micros = Math.round((performance.now() - startedAt) * 1_000);
      if (desk.saves() > before) say(`saved ${now} ${micros}`);
    },
  });
  const desk = open();

  function open() {
    if (store === "naive") return startNaiveStore(folder, around);
    const started = startTokenStore({ folder, safeStorage: createSafeStorage(), around });
    return { ...started, isTorn: () => started.errors.length > 0 };
  }

  const people = await desk.load();
  const found = { people: [...people], isTorn: desk.isTorn(), strays: straysIn(folder) };
  say(`loaded ${JSON.stringify(found)}`);
  const accounts = Math.min(3, 1 + Math.floor(age / 4));
  for (let generation = from; generation < from + signIns; generation += 1) {
    const name = `person-${generation % accounts}`;
    now = `${name} ${generation}`;
    await desk.signIn(name, generation, 500 + age * 300 + (generation - from) * 50);
  }
}
