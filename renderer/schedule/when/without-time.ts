/** Marks that joined the time to the rest, and join nothing any more. */
const loose = /^[\s,;:–—-]+|[\s,;:–—-]+$/gu;

/** What a text says beside its time, which is at these characters. */
export function withoutTime(text: string, from: number, to: number): string {
  const parts = [text.slice(0, from), text.slice(to)];
  return parts
    .map((part) => part.replaceAll(loose, ""))
    .filter((part) => part !== "")
    .join(" ");
}
