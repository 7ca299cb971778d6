import fc from "fast-check";

const codePoint = fc
  .oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }))
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point));

/** Names that every object has: whoever keeps texts in one is caught by them. */
const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

/**
 * Any characters at all, half of them ASCII. As fast-check's own "binary" strings are, but for the second and
 * a half of processor time in which those list the whole of Unicode.
 */
export function anyText(length: { minLength?: number; maxLength?: number } = {}) {
  const { minLength = 0, maxLength = Infinity } = length;
  const known = names.filter((name) => name.length >= minLength && name.length <= maxLength);
  const text = fc.string({ ...length, unit: codePoint });
  return known.length === 0
    ? text
    : fc.oneof(
        { weight: 15, arbitrary: text },
        { weight: 1, arbitrary: fc.constantFrom(...known) },
      );
}
