/** What a session starts: a program with its words. */
export interface AutostartEntry {
  /** Whole path. */
  readonly program: string;
  readonly words: readonly string[];
}

/**
 * The text of a desktop entry. Where the program was uninstalled, TryExec makes it mean nothing.
 * @see https://specifications.freedesktop.org/autostart-spec/latest/
 * @see https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
export function autostartText({ program, words }: AutostartEntry): string {
  const lines = [
    "[Desktop Entry]",
    "Type=Application",
    "Name=Quick Meeting",
    "Icon=quick-meeting",
    `TryExec=${asString(program)}`,
    `Exec=${asString([program, ...words].map(quoted).join(" "))}`,
    "Terminal=false",
    "StartupNotify=false",
    "X-GNOME-Autostart-enabled=true",
  ];
  return `${lines.join("\n")}\n`;
}

/** An argument that the session takes as one word, whatever is in it. */
const quoted = (word: string): string =>
  `"${word.replaceAll(/["`$\\]/gu, String.raw`\$&`).replaceAll("%", "%%")}"`;

/** A value of the type string: a line, with its own escapes. */
const asString = (text: string): string =>
  text
    .replaceAll("\\", String.raw`\\`)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\r", String.raw`\r`)
    .replaceAll("\t", String.raw`\t`);

const escapes: Readonly<Record<string, string>> = { s: " ", n: "\n", r: "\r", t: "\t", "\\": "\\" };
const fromString = (value: string): string =>
  value.replaceAll(/\\(.)/gu, (whole, sign: string) => escapes[sign] ?? whole);

/** What an entry says, whoever wrote it. */
export interface ReadEntry {
  /** Switched off by the desktop's own settings, or not meant for the desktop that is running. */
  readonly isOff: boolean;
  /** Null where it starts whatever is there. */
  readonly tryExec: string | null;
}

/** `desktops` are the names of the one that is running. */
export function readEntry(text: string, desktops: readonly string[]): ReadEntry {
  const values = groupOf(text);
  const list = (key: string) => (values.get(key) ?? "").split(";").filter(Boolean);
  const only = list("OnlyShowIn");
  const isOf = (name: string) => desktops.includes(name);
  const isElsewhere = (only.length > 0 && !only.some(isOf)) || list("NotShowIn").some(isOf);
  const isSwitchedOff =
    values.get("Hidden") === "true" || values.get("X-GNOME-Autostart-enabled") === "false";
  const tryExec = values.get("TryExec");
  return {
    isOff: isSwitchedOff || isElsewhere,
    tryExec: tryExec === undefined ? null : fromString(tryExec),
  };
}

function groupOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let isOurs = false;
  for (const line of text.split("\n")) {
    const group = /^\[(?<name>[^\]]*)\]\s*$/u.exec(line)?.groups?.["name"];
    if (group !== undefined) isOurs = group === "Desktop Entry";
    const pair = /^(?<key>[\w-]+)\s*=\s*(?<value>.*?)\s*$/u.exec(line)?.groups;
    if (isOurs && pair) values.set(pair["key"] ?? "", pair["value"] ?? "");
  }
  return values;
}
