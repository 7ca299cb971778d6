import { plain } from "./line-text.ts";

interface Joining {
  /** Before whoever comes: "with anna". */
  readonly with: string;
  /** Between two of them. */
  readonly and: string;
  /** Around a name where no blank is written; the name is the only group. */
  readonly attached?: RegExp;
}

const joinings: Readonly<Record<string, Joining>> = {
  en: { with: "with w/", and: "and &", attached: /^w\/(\p{L}.{1,40})$/iu },
  de: { with: "mit", and: "und &" },
  fr: { with: "avec", and: "et &" },
  es: { with: "con", and: "y e &" },
  pt: { with: "com", and: "e &" },
  it: { with: "con", and: "e ed &" },
  nl: { with: "met", and: "en &" },
  pl: { with: "z ze", and: "i oraz &" },
  ar: { with: "مع", and: "و" },
  ja: { with: "", and: "&", attached: /^(.{1,20}?)(?:(?:さん|様|氏|くん|君|ちゃん)と|と$)/u },
  zh: { with: "和 跟 与", and: "&", attached: /^[和跟与與](.{1,20})$/u },
};

export interface Joiners {
  readonly isWith: (word: string) => boolean;
  readonly isAnd: (word: string) => boolean;
  /** The name in a word that says "with" by itself, and how much of it does; null where it does not. */
  readonly attachedName: (
    word: string,
  ) => { readonly name: string; readonly length: number } | null;
}

/** In the languages a person reads, and in English. */
export function joinersOf(languages: readonly string[]): Joiners {
  const tags = languages.map((tag) => tag.split("-")[0]?.toLowerCase() ?? "");
  const spoken = [...new Set([...tags, "en"])].flatMap((tag) => joinings[tag] ?? []);
  const words = (kind: "with" | "and") =>
    new Set(spoken.flatMap((each) => each[kind].split(" ")).filter((word) => word !== ""));
  const [withs, ands] = [words("with"), words("and")];
  return {
    isWith: (word) => withs.has(plain(word)),
    isAnd: (word) => ands.has(plain(word)),
    attachedName(word) {
      for (const { attached } of spoken) {
        const { 0: all = "", 1: name } = attached?.exec(word) ?? [];
        if (name !== undefined) return { name, length: all.length };
      }
      return null;
    },
  };
}
