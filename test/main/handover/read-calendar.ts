/** A small reader of iCalendar, written for the tests alone: unfolds, splits, unescapes. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

export function readCalendar(file: string): Property[] {
  if (!file.endsWith("\r\n")) throw new Error("The last line does not end");
  const lines = file.slice(0, -2).split("\r\n");
  for (const line of lines)
    if (Buffer.byteLength(line) > 75 || /[\r\n]/u.test(line))
      throw new Error(`Not a line: ${line}`);
  return lines
    .join("\r\n")
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .map((line) => {
      const { name = "", value = "" } =
        /^(?<name>[A-Z-]+)(?:;[^:]*)?:(?<value>.*)$/su.exec(line)?.groups ?? {};
      if (name === "") throw new Error(`Not a property: ${line}`);
      return { name, value: isText(name) ? unescape(value) : value };
    });
}

const isText = (name: string): boolean => ["SUMMARY", "DESCRIPTION", "LOCATION"].includes(name);

const unescape = (value: string): string =>
  value.replaceAll(/\\(.)/gu, (_all, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));
