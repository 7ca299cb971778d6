/** Values a log line may carry. Never names, addresses, subjects, links or tokens: pass codes, counts and ids. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** Where lines go: electron-log in the app, an array in tests. */
export interface LogSink {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}

/** One logger, which redacts: what looks like a secret, a link or an address never reaches the file. */
export function createLog(sink: LogSink): Log {
  return {
    info: (event, fields) => sink.info(format(event, fields)),
    warn: (event, fields) => sink.warn(format(event, fields)),
    error: (event, fields) => sink.error(format(event, fields)),
  };
}

function format(event: string, fields: LogFields = {}): string {
  const pairs = Object.entries(fields).map(([key, value]) => `${key}=${redact(String(value))}`);
  return [event, ...pairs].join(" ");
}

const maxLength = 300;

/** No work grows with what a stranger sent; a word that is cut could be half an address, so it goes. */
function beginningOf(text: string): string {
  if (text.length <= mostRead) return text;
  const words = text.slice(0, mostRead);
  const end = words.search(/\s\S*$/u);
  return end === -1 ? "[long]" : words.slice(0, end);
}

const mostRead = 1_000;

/** A safety net under the rule that secrets are never passed in. */
export function redact(text: string): string {
  return beginningOf(text)
    .replaceAll(/[\r\n\t]+/gu, " ")
    .replaceAll(/[a-z][a-z0-9+.-]*:\/\/\S+/giu, "[link]")
    .replaceAll(/[^\s@"'<>]+@[^\s@"'<>]+\.[^\s@"'<>]+/gu, "[address]")
    .replaceAll(/[\w-]{16,}\.[\w-]{8,}(\.[\w-]*)*/gu, "[token]")
    .replaceAll(/[A-Za-z0-9_.!*$~+/=-]{48,}/gu, "[secret]")
    .slice(0, maxLength);
}
