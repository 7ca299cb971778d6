import * as v from "valibot";

import { ok, type Result } from "../../contract/errors.ts";
import { parseJson } from "../../graph/graph-errors.ts";
import { createQueue } from "../../base/queue.ts";
import type { DocumentFile, Vault } from "../../base/vault.ts";
import { type EventContent, eventContent, type StoredWish, storedWish, type Wish } from "./wish.ts";

export interface Wishes {
  /** The wishes of one account that are not settled, oldest first. */
  pending(accountKey: string): Promise<readonly Wish[]>;
  /** On disk when it answers. Adding an id again replaces it. Errors: disk-failed. */
  put(wish: Wish): Promise<Result<undefined>>;
  has(id: string): boolean;
  /** Its end is on disk, but not done yet. */
  isUnwanted(id: string): boolean;
  remove(id: string): Result<undefined>;
}

export interface WishesDependencies {
  readonly file: DocumentFile;
  readonly vault: Vault;
  /** The subject of a wish whose own could not be sealed, and the one that needs no sealing. */
  readonly defaultSubject: () => string;
}

/**
 * The file is plain, because a promise must be kept without a keyring too. It holds times and random
 * ids; what somebody typed is sealed, or left out where sealing does not protect.
 */
export function createWishes({ file, vault, defaultSubject }: WishesDependencies): Wishes {
  // The last thing each wish said, so that what could not be sealed lives on until the app quits.
  const said = new Map<string, Pick<Wish, "subject" | "event" | "draftId">>();
  // Sealing takes time; two notes on the same wish must reach the disk in the order they were made.
  const inOrder = createQueue();
  const write = (wishes: readonly StoredWish[]) => file.write({ version: 1, wishes });

  return {
    async pending(accountKey) {
      const all = readAll(file);
      const mine = all.ok ? all.value.filter((wish) => wish.accountKey === accountKey) : [];
      return Promise.all(
        mine.map(async ({ sealedSubject, sealedEvent, ...wish }) => ({
          ...wish,
          // Whoever wrote it down may have sent it too, and died before the answer.
          mayExist: true,
          ...(said.get(wish.id) ?? {
            subject: (await unseal(vault, sealedSubject)) ?? defaultSubject(),
            event: readEvent(await unseal(vault, sealedEvent)),
            draftId: null,
          }),
        })),
      );
    },
    put: ({ subject, event, draftId, mayExist: _mayExist, ...wish }) =>
      inOrder(async () => {
        said.set(wish.id, { subject, event, draftId });
        const sealedEvent = event && (await seal(vault, JSON.stringify(event)));
        const sealedSubject = subject === defaultSubject() ? null : await seal(vault, subject);
        const all = readAll(file);
        // Written over what cannot be read, every other promise would be forgotten.
        if (!all.ok) return all;
        const others = all.value.filter((other) => other.id !== wish.id);
        return write([...others, { ...wish, sealedSubject, sealedEvent }]);
      }),
    isUnwanted(id) {
      const all = readAll(file);
      return all.ok && all.value.some((wish) => wish.id === id && wish.aim === "unwanted");
    },
    has(id) {
      const all = readAll(file);
      return all.ok && all.value.some((wish) => wish.id === id);
    },
    remove(id) {
      said.delete(id);
      const all = readAll(file);
      if (!all.ok) return all;
      const others = all.value.filter((other) => other.id !== id);
      return others.length === all.value.length ? ok(undefined) : write(others);
    },
  };
}

const stored = v.object({ wishes: v.array(v.unknown()) });

/** Entry by entry: one that cannot be read does not cost the others. Errors: disk-failed. */
function readAll(file: DocumentFile): Result<readonly StoredWish[]> {
  const read = file.read();
  if (!read.ok) return read;
  const document = v.safeParse(stored, read.value);
  const entries = document.success ? document.output.wishes : [];
  return ok(
    entries.flatMap((entry) => {
      const wish = v.safeParse(storedWish, entry);
      return wish.success ? [wish.output] : [];
    }),
  );
}

function readEvent(text: string | null): EventContent | null {
  const event = v.safeParse(eventContent, parseJson(text ?? ""));
  return event.success ? event.output : null;
}

async function seal(vault: Vault, text: string): Promise<string | null> {
  if ((await vault.protection()) !== "sealed") return null;
  const sealed = await vault.seal(text);
  return sealed.ok ? sealed.value : null;
}

async function unseal(vault: Vault, ciphertext: string | null): Promise<string | null> {
  if (ciphertext === null) return null;
  const opening = await vault.open(ciphertext);
  return opening.kind === "opened" ? opening.text : null;
}
