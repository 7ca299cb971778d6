import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { ICachePlugin } from "@azure/msal-node";

import { createClient, type People } from "./people.ts";

/** What most samples do: MSAL's cache as it is, written with `writeFile`. Here to be compared with. */
export function startNaiveStore(folder: string, around: (plugin: ICachePlugin) => ICachePlugin) {
  const path = join(folder, "tokens.json");
  let isTorn = false;
  let saves = 0;

  function read(): string | null {
    try {
      const text = readFileSync(path, "utf8");
      JSON.parse(text);
      return text;
    } catch (error) {
      isTorn ||= error instanceof SyntaxError;
      return null;
    }
  }

  const client = createClient(
    around({
      async beforeCacheAccess({ tokenCache }) {
        const text = read();
        if (text !== null) tokenCache.deserialize(text);
      },
      async afterCacheAccess({ cacheHasChanged, tokenCache }) {
        if (!cacheHasChanged) return;
        await writeFile(path, tokenCache.serialize());
        saves += 1;
      },
    }),
  );
  return {
    ...client,
    saves: () => saves,
    isTorn: () => isTorn,
    async load(): Promise<People> {
      await client.cache.getAllAccounts();
      return client.people();
    },
  };
}
