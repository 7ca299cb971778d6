/** A part of an address without its percent signs; null where they stand for nothing. */
export function decodedPart(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
