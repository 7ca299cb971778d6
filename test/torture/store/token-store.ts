import type { ICachePlugin } from "@azure/msal-node";

import { createTokenCache, mergeCaches } from "../../../main/auth/tokens/token-cache.ts";
import { type Clock, systemClock } from "../../../main/base/clock.ts";
import type { AppError } from "../../../main/contract/errors.ts";
import type { Log } from "../../../main/base/log.ts";
import { createDocumentFile } from "../../../main/platform/documents.ts";
import { createVault } from "../../../main/platform/vault.ts";
import { createSealedRecord } from "../../../main/base/sealed-record.ts";
import { withConsent } from "../../../main/base/vault.ts";
import { createClient } from "./people.ts";
import type { SafeStorage } from "./safe-storage.ts";

export interface StartOptions {
  /** Electron's userData. */
  readonly folder: string;
  readonly safeStorage: SafeStorage;
  readonly clock?: Clock;
  readonly around?: (plugin: ICachePlugin) => ICachePlugin;
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The app's token store as one start of it has it: everything real from MSAL down to the file. */
export function startTokenStore(options: StartOptions) {
  const { folder, safeStorage, clock = systemClock, around = (plugin) => plugin } = options;
  // Read by the stand-in for Electron that bundle.ts puts in.
  process.env["STORE_FOLDER"] = folder;
  const errors: AppError[] = [];
  let saves = 0;
  const record = createSealedRecord({
    // Nobody chose to be kept without a keyring.
    vault: withConsent(
      createVault({ safeStorage, platform: "linux", clock, log: silent }),
      () => false,
    ),
    file: createDocumentFile("tokens", silent),
    clock,
    log: silent,
    merge: mergeCaches,
  });
  const plugin = createTokenCache({
    record,
    onSaved(protection) {
      if (protection === "sealed") saves += 1;
    },
    onFailed: (error) => errors.push(error),
  });
  const client = createClient(around(plugin));
  return {
    ...client,
    record,
    plugin,
    errors,
    /** How many saves were reported as safely on disk. */
    saves: () => saves,
    /** As accounts.ts starts: the record first, then what MSAL makes of it. */
    async load() {
      await record.load();
      await client.cache.getAllAccounts();
      return client.people();
    },
  };
}

export type TokenStore = ReturnType<typeof startTokenStore>;
