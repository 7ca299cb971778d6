import { type ESTree, parseSync, Visitor } from "vite";

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly body: ESTree.Span & { readonly type: string };
}

/** A file's functions in the order they begin, each once. */
function functionsOf(file: string, text: string): Stretch[] {
  const found: Stretch[] = [];
  const add = ({ start, end, body }: ESTree.Span & { body: Stretch["body"] | null }) => {
    if (body) found.push({ start, end, body });
  };
  const visitor = new Visitor({
    ArrowFunctionExpression: add,
    FunctionDeclaration: add,
    FunctionExpression: add,
  });
  visitor.visit(parseSync(file, text).program);
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The name of the innermost function around an offset; what stands in none is the file's own. */
export function placeOf(file: string, text: string, offset: number): string {
  const around = functionsOf(file, text).findLastIndex(
    ({ start, end }) => start <= offset && offset < end,
  );
  return around === -1 ? file : `${file}#${around}`;
}

/** The same code, but each function notes when it is entered, and the file when it is loaded. */
export function withMarkers(file: string, text: string): string {
  const mark = (place: string) => `globalThis.reachedPlaces?.add(${JSON.stringify(place)})`;
  const inserts: { at: number; what: string }[] = [];
  for (const [index, { body }] of functionsOf(file, text).entries()) {
    const place = mark(`${file}#${index}`);
    if (body.type === "BlockStatement") inserts.push({ at: body.start + 1, what: `${place};` });
    else inserts.push({ at: body.start, what: `(${place}, ` }, { at: body.end, what: ")" });
  }
  let marked = text;
  // From the end, so that what is inserted moves nothing that is still to come.
  for (const { at, what } of inserts.toSorted((a, b) => b.at - a.at))
    marked = marked.slice(0, at) + what + marked.slice(at);
  return `${mark(file)};${marked}`;
}
