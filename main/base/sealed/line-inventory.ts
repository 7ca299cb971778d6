import type { KeptLine } from "./sealed-line.ts";

/** What is remembered of a line; the line itself is as long as a page. */
type Known = Pick<KeptLine, "id" | "sha256" | "backend" | "length">;

/** What this run knows to be in a file of sealed lines, without reading it again. */
export interface LineInventory {
  /** After the file was read: `others` are left as they are, and so are of another key, or of a later version. */
  take(lines: readonly KeptLine[], others: readonly KeptLine[], bytes: number): void;
  has(id: string): boolean;
  /** After a write. What could not be opened gives way to what was written in its place. */
  note(kept: readonly KeptLine[], removed: readonly string[], bytes: number): void;
  /** Of every line that is needed. */
  digests(): Set<string>;
  noteTidied(): void;
  forgetThoseOf(backend: string): void;
  isWasteful(): boolean;
  /** When there is time for it. */
  isWastefulAtStart(): boolean;
}

/** So much may lie in the file that nobody needs any more, beside a third of what is needed. */
const fewBytes = 64 * 1024;
const manyBytes = 1024 * 1024;

export function createLineInventory(): LineInventory {
  const live = new Map<string, Known>();
  let others: readonly Known[] = [];
  let bytes = 0;

  const all = () => [...live.values(), ...others];
  const isWasteful = (least: number) => {
    const needed = bytesOf(all());
    return bytes - needed > least + needed / 3;
  };

  return {
    take(lines, left, size) {
      live.clear();
      for (const line of lines) live.set(line.id, knownOf(line));
      others = left.map(knownOf);
      bytes = size;
    },
    has: (id) => live.has(id),
    note(kept, removed, size) {
      for (const line of kept) live.set(line.id, knownOf(line));
      for (const id of removed) live.delete(id);
      const gone = new Set([...kept.map(({ id }) => id), ...removed]);
      if (others.length > 0) others = others.filter(({ id }) => !gone.has(id));
      bytes += size;
    },
    digests: () => new Set(all().map(({ sha256 }) => sha256)),
    noteTidied() {
      bytes = bytesOf(all());
    },
    forgetThoseOf(backend) {
      for (const [id, line] of live) if (line.backend === backend) live.delete(id);
    },
    isWasteful: () => isWasteful(manyBytes),
    isWastefulAtStart: () => isWasteful(fewBytes),
  };
}

/** Each ends in a line break. */
export const bytesOf = (lines: readonly { readonly length: number }[]): number =>
  lines.reduce((total, { length }) => total + length + 1, 0);

const knownOf = ({ id, sha256, backend, length }: KeptLine): Known => ({
  id,
  sha256,
  backend,
  length,
});
