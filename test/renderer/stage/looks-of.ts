import { languages } from "../../../main/contract/languages.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { type Pseudo, pseudoNames } from "./pseudo.ts";
import { places } from "./sights.ts";
import { inTurn, looksWord } from "./turns.ts";
import { colourRules } from "./violations.ts";

/** One way a view can look: whose words, how large, in which colours. */
export interface Look {
  readonly name: string;
  readonly media: {
    readonly colorScheme: "light" | "dark";
    readonly forcedColors: "active" | "none";
  };
  readonly words: Pick<AppState, "language" | "locale">;
  /** The words made longer or stranger than any language's. */
  readonly pseudo: Pseudo | null;
  /** With text of 200 % half of the window is left for it. */
  readonly isLarge: boolean;
  /** Axe's: none, or all where null. Other words change neither roles nor colours, and another theme only colours. */
  readonly rules?: readonly string[] | null;
}

const light = { colorScheme: "light", forcedColors: "none" } as const;
const dark = { colorScheme: "dark", forcedColors: "none" } as const;
const forced = { colorScheme: "light", forcedColors: "active" } as const;

const placeOf = new Map<string, string>(Object.entries(places));
const english = { language: "en", locale: "en-GB" };

export const plain: Look = {
  name: "light",
  media: light,
  words: english,
  pseudo: null,
  isLarge: false,
  rules: null,
};

/** Two that are about colours, with what axe says of them. */
const coloured: readonly Look[] = [
  { ...plain, name: "dark", media: dark, rules: colourRules },
  { ...plain, name: "forced", media: forced, rules: colourRules },
];

const spoken: readonly Pick<Look, "name" | "words" | "pseudo">[] = [
  ...languages.map(({ tag }) => ({
    name: tag,
    words: { language: tag, locale: placeOf.get(tag) ?? tag },
    pseudo: null,
  })),
  ...pseudoNames.map((pseudo) => ({ name: pseudo, words: english, pseudo })),
];

/** Every language and size; colours change no place, but the borders of forced ones might. */
const placed: readonly Look[] = spoken.flatMap((each) =>
  [false, true].flatMap((isLarge) =>
    Object.entries({ light, dark, forced }).map(([theme, media]) => ({
      ...each,
      name: [each.name, ...(isLarge ? ["large"] : []), theme].join("-"),
      media,
      isLarge,
    })),
  ),
);

/** All of them, beside the plain one. */
export const everyLook: readonly Look[] = [
  ...coloured,
  ...placed.filter(({ name }) => name !== "en-light"),
];

/** What a single run draws of: two for colours, the other direction, the longest words, and those in large text. */
const telling = new Set(["dark", "forced", "ar-light", "de-light", "de-large-light"]);
export const rotating = everyLook.filter(({ name }) => telling.has(name));

/**
 * Beside the plain one: one by a single run, because all of them are most of what the checks cost. LOOKS names
 * others: a look ("ar-large-dark"), a part of names ("ar", "forced"), several with commas, or "all".
 */
export function looksFor(view: string, word = looksWord): readonly Look[] {
  if (word === "all") return everyLook;
  const wanted = word.split(",");
  const named = everyLook.filter(({ name }) =>
    wanted.some((each) => name === each || name.split("-").includes(each)),
  );
  return named.length > 0 || wanted.includes("focus") ? named : [inTurn(rotating, view, word)];
}

/** To walk through a view with the keyboard costs more than to draw it: only where every look is wanted. */
export const isFocusWalked = /\b(?:all|focus)\b/u.test(looksWord);
