import * as v from "valibot";

import type { Vault } from "../../base/vault.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import type { EventContent, Intent } from "./intent.ts";
import { eventContent, type SealedParts, type Typed, typedOf } from "./kept-intent.ts";

/** What somebody typed, for the disk; null where sealing does not protect, and where it needs none. */
export async function seal(
  vault: Vault,
  intent: Intent,
  defaultSubject: string,
): Promise<SealedParts> {
  const { subject, event } = typedOf(intent);
  const sealedEvent = event && (await sealText(vault, JSON.stringify(event)));
  const sealedSubject = subject === defaultSubject ? null : await sealText(vault, subject);
  return { sealedSubject, sealedEvent };
}

export async function open(
  vault: Vault,
  { sealedSubject, sealedEvent }: SealedParts,
  defaultSubject: string,
): Promise<Typed> {
  return {
    subject: (await openText(vault, sealedSubject)) ?? defaultSubject,
    event: readEvent(await openText(vault, sealedEvent)),
    draftId: null,
  };
}

function readEvent(text: string | null): EventContent | null {
  const event = v.safeParse(eventContent, parseJson(text ?? ""));
  return event.success ? event.output : null;
}

async function sealText(vault: Vault, text: string): Promise<string | null> {
  if ((await vault.protection()) !== "sealed") return null;
  const sealed = await vault.seal(text);
  return sealed.ok ? sealed.value : null;
}

async function openText(vault: Vault, ciphertext: string | null): Promise<string | null> {
  if (ciphertext === null) return null;
  const opening = await vault.open(ciphertext);
  return opening.kind === "opened" ? opening.text : null;
}
