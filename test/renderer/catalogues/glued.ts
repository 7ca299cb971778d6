/** Code that puts a sentence together out of parts, which only some languages can bear, each as it is written. */
export function gluedIn(source: string): string[] {
  const code = source.replaceAll(/\/\/.*$|\/\*[\s\S]*?\*\//gmu, "");
  return shapes.flatMap((shape) => [...code.matchAll(shape)].map(([found]) => found.trim()));
}

const shapes: readonly RegExp[] = [
  // `${t("a")}: ${name}`
  /`[^`]*\$\{(?:t|words)\([^`]*`/gu,
  // t("a") + name, name + t("a")
  /\b(?:t|words)\((?:[^()]|\([^()]*\))*\)\s*\+[^+=]/gu,
  /[^+]\+\s*(?:t|words)\(/gu,
  // `${title}. ${sentence}`, `${one}, ${other}`
  /`\$\{[\w.]*(?:title|sentence|text|line|words|name|subject)\}[.,:;!?] ?\$\{[^`]*`/giu,
  // [one, other].join(", "), sentences.join(" ")
  /\b\w*(?:sentences|claims|facts|lines|parts|hints|notes|named|names)\.join\("[ .,;:]+"\)/giu,
  /\]\.join\("(?:[.,;:] ?| )"\)/gu,
];
