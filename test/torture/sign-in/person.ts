import type { Clock } from "../../../main/base/clock.ts";
import type { AppError } from "../../../main/contract/errors.ts";
import { ok } from "../../../main/contract/errors.ts";
import { longestWaitSeconds } from "../../../main/graph/retry-policy.ts";
import type { Network, NetworkResult } from "../../../main/base/network.ts";
import type { SealedRecord } from "../../../main/base/vault.ts";
import { createAccounts } from "../../../main/auth/accounts.ts";
import { pageTexts } from "../../../main/auth/sign-in/pages.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { createVisitor } from "../../main/auth/visitor.ts";
import { claimsOf, clientInfoOf, idTokenOf, organisation, tenant } from "../an-organisation.ts";
import { answered } from "./invented-answers.ts";
import { formOf } from "./request-text.ts";

const homeId = `megan.${tenant}`;
export const accountId = `sample/${homeId}`;

export const newReference = (): string => "ref-1";

/** The accounts of one run of the app; `saved` is what an earlier run left. */
export function openAccounts(network: Network, saved: string | null) {
  const kept = { text: saved };
  const record: SealedRecord = {
    load: async () => ok(kept.text),
    async save(text) {
      kept.text = text;
      return ok("sealed");
    },
    protectAgain: async () => ok(undefined),
    held: () => kept.text,
    forgetPrevious: async () => ok(undefined),
    async clear() {
      kept.text = null;
      return ok(undefined);
    },
  };
  const standing = createFakeClock();
  // What waits between two tries makes time pass; what waits for the person does not.
  const clock: Clock = {
    ...standing,
    sleep: (milliseconds, signal) =>
      milliseconds > longestWaitSeconds * 1_000
        ? standing.sleep(milliseconds, signal)
        : standing.advance(milliseconds),
  };
  const accounts = createAccounts({
    organisationId: "sample",
    organisation,
    record,
    network,
    texts: () => pageTexts("en", (key) => key),
    clock,
    random: () => 0,
    newReference,
    onSaved: () => undefined,
    onSaveFailed: (_error: AppError) => undefined,
  });
  return { accounts, kept };
}

/** A browser that comes back at once, with what `answer` makes of the address it was sent to. */
export function createBrowser(answer: (address: URLSearchParams) => Record<string, string>) {
  const leave = new AbortController();
  /** The nonce of the page that was opened last. */
  const seen = { nonce: "" };
  return {
    seen,
    signal: leave.signal,
    onRedeeming: () => undefined,
    onAddress(url: string) {
      const { searchParams } = new URL(url);
      seen.nonce = searchParams.get("nonce") ?? "";
      const port = Number(new URL(searchParams.get("redirect_uri") ?? "").port);
      const form = { state: searchParams.get("state") ?? "", ...answer(searchParams) };
      // Whoever is turned away goes away: the sign-in must not wait for them.
      void createVisitor(() => port)
        .send({ body: formOf(form) })
        .then(({ status }) => status === 200 || leave.abort())
        .catch(() => leave.abort());
    },
  };
}

/** The answer of a token endpoint that signs Megan in. */
export function signedIn(nonce: string): NetworkResult {
  const claims = { ...claimsOf("megan"), name: "Megan Bowen", nonce };
  return answered(200, {
    token_type: "Bearer",
    scope: "User.Read OnlineMeetings.ReadWrite",
    expires_in: 3_600,
    access_token: "an access token",
    refresh_token: "a refresh token",
    id_token: idTokenOf(claims),
    client_info: clientInfoOf("megan"),
  });
}
