import { createAccounts } from "../../main/auth/accounts.ts";
import { pageTexts } from "../../main/auth/sign-in/pages.ts";
import { mergeCaches } from "../../main/auth/tokens/token-cache.ts";
import type { Clock } from "../../main/base/clock.ts";
import type { AppError, Result } from "../../main/contract/errors.ts";
import type { Account, Protection } from "../../main/contract/state.ts";
import { createSealedRecord } from "../../main/base/sealed-record.ts";
import { createWords } from "../../main/base/words.ts";
import {
  completeDeviceCode,
  completeSignIn,
  type DeviceCodeChoice,
  type SignInChoice,
} from "../sandbox/browser.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { createMemoryDocument, createMemoryPlatform, type Disk } from "./memory-platform.ts";

const nothing = new AbortController().signal;
const somebody = { accountId: null, loginHint: null };

/** The accounts of the sample organisation on the real MSAL, with the person's part done by a script. */
export async function openAccounts(sandbox: Sandbox, disk: Disk = new Map()) {
  const platform = createMemoryPlatform(disk);
  const { clock: realTime, log, network } = platform.dependencies;
  const words = await createWords("en");
  // A device may ask once a second at most; a test should not wait for that.
  const clock: Clock = {
    now: () => realTime.now(),
    sleep: (milliseconds, signal) => realTime.sleep(milliseconds / 100, signal),
  };
  const file = createMemoryDocument(disk, "tokens");
  const saved: Protection[] = [];
  const problems: AppError[] = [];
  const accounts = createAccounts({
    organisationId: "sample",
    organisation: sandbox.descriptor,
    record: createSealedRecord({ vault: platform.vault, clock, log, file, merge: mergeCaches }),
    network,
    clock,
    random: () => 0.5,
    newReference: () => "reference-1",
    texts: () => pageTexts("en", words),
    onSaved: (protection) => saved.push(protection),
    onSaveFailed: (error) => problems.push(error),
  });

  /** `accountId` is who signs in again. */
  function signIn(
    choice: SignInChoice,
    options: Partial<Parameters<typeof accounts.signIn>[0]> = {},
  ) {
    return accounts.signIn({
      signal: nothing,
      accountId: null,
      loginHint: null,
      onAddress: (url) => void completeSignIn(url, choice).catch(() => undefined),
      onRedeeming: () => undefined,
      ...options,
    });
  }
  function signInWithCode(
    choice: DeviceCodeChoice | null,
    signal = nothing,
    who: { accountId: string | null; loginHint: string | null } = somebody,
  ) {
    return accounts.signInWithCode({
      signal,
      ...who,
      onCode({ page, userCode }) {
        if (choice) void completeDeviceCode(page, userCode, choice);
      },
    });
  }
  const token = (accountId: string, more: object = {}) =>
    accounts.token({ accountId, forceRefresh: false, ...more });
  /** What is on disk, unsealed. */
  const onDisk = () =>
    Array.from((disk.get("tokens") ?? "").matchAll(/"ciphertext":"([^"]+)"/gu))
      .map(([, ciphertext = ""]) => Buffer.from(ciphertext, "base64").toString())
      .join();
  return { ...platform, accounts, file, saved, problems, signIn, signInWithCode, token, onDisk };
}

/** Of who has signed in. */
export function idOf(result: Result<Account>): string {
  if (!result.ok) throw new Error(`not signed in: ${result.error.kind}`);
  return result.value.id;
}
