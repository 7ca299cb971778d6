import * as v from "valibot";

import type { DocumentFile, WriteOptions } from "../../base/vault.ts";
import { ok, type Result } from "../../contract/errors.ts";
import { type KeptIntent, keptIntent } from "./kept-intent.ts";

/**
 * The intents as they are on disk. The document is still called "wishes", inside and outside, and says version 1:
 * under another name there would be a moment with two files, or with none, and whoever went back to an earlier
 * version would find its promises gone.
 */
export interface IntentFile {
  /** Oldest first; none while the disk cannot be read. */
  all(): readonly KeptIntent[];
  find(id: string): KeptIntent | undefined;
  /** Replaces the one of this id, and is the newest then. Errors: disk-failed. */
  put(intent: KeptIntent): Result<undefined>;
  /** `mayComeBack`: whoever finds it once more after a power cut can tell that it is over. */
  remove(id: string, options?: Pick<WriteOptions, "mayComeBack">): Result<undefined>;
}

export function createIntentFile(file: DocumentFile): IntentFile {
  const all = () => {
    const read = readAll(file);
    return read.ok ? read.value.intents : [];
  };

  /** Written over what cannot be read, every other promise would be forgotten. */
  function change(
    to: (intents: readonly KeptIntent[]) => readonly KeptIntent[],
    options?: WriteOptions,
  ) {
    const read = readAll(file);
    if (!read.ok) return read;
    const { intents, unread } = read.value;
    return file.write({ version: 1, wishes: [...unread, ...to(intents)] }, options);
  }

  const without = (intents: readonly KeptIntent[], id: string) =>
    intents.filter((other) => other.id !== id);

  return {
    all,
    find: (id) => all().find((intent) => intent.id === id),
    put: (intent) => change((intents) => [...without(intents, intent.id), intent]),
    remove: (id, options) => change((intents) => without(intents, id), options),
  };
}

interface ReadIntents {
  readonly intents: readonly KeptIntent[];
  /** Of a later version, perhaps: they stay for whoever can read them. */
  readonly unread: readonly unknown[];
}

const document = v.object({ wishes: v.array(v.unknown()) });

/** Entry by entry: one that cannot be read does not cost the others. Errors: disk-failed. */
function readAll(file: DocumentFile): Result<ReadIntents> {
  const read = file.read();
  if (!read.ok) return read;
  const parsed = v.safeParse(document, read.value);
  const intents: KeptIntent[] = [];
  const unread: unknown[] = [];
  for (const entry of parsed.success ? parsed.output.wishes : []) {
    const intent = v.safeParse(keptIntent, entry);
    if (intent.success) intents.push(intent.output);
    else unread.push(entry);
  }
  return ok({ intents, unread });
}
