/** The pages of the settings window that have settings on them; what belongs to Home stands on none. */
export type Section = "general" | "presets" | "copyFormat" | "accounts" | "home";

/** What stands together on the page of what is general, in this order. */
export const groups = ["meetings", "notifications", "start", "look"] as const;
export type Group = (typeof groups)[number];

/** Rows stand there in the order of the catalogue. */
type Place =
  | { readonly section: Exclude<Section, "general"> }
  | { readonly section: "general"; readonly group: Group };

type Described = Place & {
  /** A policy of the organisation may set it for the person. */
  readonly policy?: true;
  /** By the name it had in earlier versions: what it is now, by what it was then. */
  readonly formerly?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** `settings.<name>` of the catalogues of words names it, `settings.choices.<name>` what can be chosen. */
type Row = Described & {
  /** Drawn by a component of its own, and not as others of its kind are. */
  readonly row?: "own";
  /** `settings.<name>Hint` stands below it. */
  readonly hint?: true;
  /** The switch without which it has no effect: while that is off, the hint says so. */
  readonly needs?: string;
  readonly only?: "darwin" | "linux";
};

type OwnRow = Described & { readonly row: "own" };

export type Choice = string | number | null;

export const onOff = <const About extends Row>(byDefault: boolean, about: About) => ({
  kind: "switch" as const,
  byDefault,
  ...about,
});

export const choice = <const Choices extends readonly Choice[], const About extends Row>(
  choices: Choices,
  byDefault: Choices[number],
  about: About,
) => ({ kind: "choice" as const, choices, byDefault, ...about });

interface Bounds {
  readonly least: number;
  readonly most: number;
  /** By the row; any whole number within the bounds may be set. */
  readonly offered: readonly number[];
}

export const minutes = <const About extends Row>(
  bounds: Bounds,
  byDefault: number,
  about: About,
) => ({ kind: "minutes" as const, ...bounds, byDefault, ...about });

/** One line that is not empty. */
export const line = <const About extends Row>(
  longest: number,
  byDefault: string,
  about: About,
) => ({
  kind: "line" as const,
  longest,
  byDefault,
  ...about,
});

export const text = <const About extends OwnRow>(
  longest: number,
  byDefault: string,
  about: About,
) => ({ kind: "text" as const, longest, byDefault, ...about });

/** What one of them is stands in schemas.ts. */
export const list = <Item, const About extends OwnRow>(
  most: number,
  byDefault: readonly Item[],
  about: About,
) => ({ kind: "list" as const, most, byDefault, ...about });

/** By the account's key, and changed by a request of its own, one account at a time. */
export const byAccount = <Item, const About extends OwnRow>(
  byDefault: Readonly<Record<string, Item>>,
  about: About,
) => ({ kind: "by-account" as const, byDefault, ...about });

/** What may stand in it. */
export type ValueOf<Setting> = Setting extends { kind: "switch" }
  ? boolean
  : Setting extends { kind: "choice"; choices: readonly (infer Value)[] }
    ? Value
    : Setting extends { kind: "minutes" }
      ? number
      : Setting extends { kind: "line" | "text" }
        ? string
        : Setting extends { byDefault: infer Value }
          ? Value
          : never;
