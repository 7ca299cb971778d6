/** A mail or calendar file as it was written, before it was quoted, folded and encoded. */
export function readMailText(text: string, isHtml: boolean): string {
  const lines = withoutUnseen(text.replaceAll(/\r\n?/gu, "\n"));
  const said = isHtml ? lines : unquoted(lines);
  const whole = calendarProperty.test(said) ? said.replaceAll(/\n[ \t]/gu, "") : said;
  if (saysSo.test(whole)) return decodeQuotedPrintable(whole);
  return isQuotedPrintable(whole) ? decodeQuotedPrintable(whole) : whole;
}

/** A part of a mail, or a line of an older calendar file, that names its encoding. */
const saysSo =
  /^Content-Transfer-Encoding:[ \t]*quoted-printable\b|;ENCODING=QUOTED-PRINTABLE[;:]/imu;

/**
 * Without what says where a line may end and is never seen. Between letters a space without width may end a link or
 * stand within it, as the end of a line may.
 */
const withoutUnseen = (text: string): string =>
  text
    .replaceAll(/[\u00AD\u2060\uFEFF]/gu, "")
    .replaceAll(/(?<=[\w/?=%&.-])\u200B{1,20}(?=[\w/?=%&.-])/gu, "\n");

/** Removes the quotation marks at the beginnings of lines; a single line with a bar is a row of a table. */
const unquoted = (text: string): string =>
  (/^(?:\|[^\n]*\n+)+\|[^\n]*$/u.test(text)
    ? text.replaceAll(/^\|[ \t]?/gmu, "")
    : text
  ).replaceAll(/^(?:[ \t]?>){1,20}[ \t]?/gmu, "");

const calendarProperty =
  /^(?:BEGIN:V|(?:DESCRIPTION|X-ALT-DESC|LOCATION|SUMMARY|URL|X-MICROSOFT-[A-Z-]{3,60})[;:])/mu;

const bare = /=(?![0-9A-F]{2}|[ \t]{0,3}\n|\?|$)/u;
/** A soft line break, a character that is always escaped, or one of more than one byte. */
const encoding =
  /(?<![?&;*]\w{1,20})=[ \t]{0,3}\n|(?<!p)=(?:3D|20|0D|0A|[CDEF][0-9A-F]=[89AB][0-9A-F])/u;

/** Quoted-printable text escapes every equals sign, though the passcode after `?p=` may look escaped by chance. */
const isQuotedPrintable = (text: string): boolean =>
  !bare.test(text) && (encoding.test(text) || isEncodedProof(text));

/** Whether `=3D` is followed by a passcode that the text mentions, or by a token as long as Microsoft's. */
function isEncodedProof(text: string): boolean {
  const proof = /[?&]p=3D([A-Za-z0-9]+)/u.exec(text)?.[1] ?? "";
  return (
    [8, 18].includes(proof.length) ||
    (proof !== "" && new RegExp(`[:：]\\s*${proof}\\b`, "u").test(text))
  );
}

const decodeQuotedPrintable = (text: string): string =>
  text
    .replaceAll(/=[ \t]{0,3}\n/gu, "")
    .replaceAll(/(?:=[0-9A-F]{2})+/gu, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"),
    );
