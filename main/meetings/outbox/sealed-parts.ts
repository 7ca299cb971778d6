import * as v from "valibot";

import type { Vault } from "../../base/vault.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import type { EventContent, Intent } from "./intent.ts";
import { eventContent, type SealedParts, type Typed, typedOf } from "./kept-intent.ts";

/**
 * What somebody typed, for the disk; null where sealing does not protect, and where it needs none. Microsoft's
 * own id holds the organiser and the thread, from which a join link can be made: it is sealed as well, and
 * plain only where nothing protects. Lost, the meeting is found by our own id again.
 */
export async function seal(
  vault: Vault,
  intent: Intent,
  defaultSubject: string,
): Promise<SealedParts> {
  const { subject, event, graphId } = typedOf(intent);
  const isProtected = (await vault.protection()) === "sealed";
  const sealedEvent = event && (await sealText(vault, JSON.stringify(event)));
  const sealedSubject = subject === defaultSubject ? null : await sealText(vault, subject);
  const sealedGraphId = graphId && (await sealText(vault, graphId));
  return { sealedSubject, sealedEvent, sealedGraphId, graphId: isProtected ? null : graphId };
}

export async function open(
  vault: Vault,
  { sealedSubject, sealedEvent, sealedGraphId, graphId }: SealedParts,
  defaultSubject: string,
): Promise<Typed> {
  return {
    subject: (await openText(vault, sealedSubject)) ?? defaultSubject,
    event: readEvent(await openText(vault, sealedEvent)),
    graphId: graphId ?? (await openText(vault, sealedGraphId)),
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
