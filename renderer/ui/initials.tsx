import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

/** Fluent's Avatar brings every icon of its presence badge along: ten kilobytes for two letters. */
const useStyles = makeStyles({
  circle: {
    inlineSize: "32px",
    blockSize: "32px",
    flexShrink: 0,
    display: "inline-grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1,
    userSelect: "none",
    // Where the system chooses the colours, the edge still shows a circle.
    border: "1px solid transparent",
  },
  lavender: {
    backgroundColor: tokens.colorPaletteLavenderBackground2,
    color: tokens.colorPaletteLavenderForeground2,
  },
  teal: {
    backgroundColor: tokens.colorPaletteTealBackground2,
    color: tokens.colorPaletteTealForeground2,
  },
  pumpkin: {
    backgroundColor: tokens.colorPalettePumpkinBackground2,
    color: tokens.colorPalettePumpkinForeground2,
  },
  navy: {
    backgroundColor: tokens.colorPaletteNavyBackground2,
    color: tokens.colorPaletteNavyForeground2,
  },
});
const colours = ["lavender", "teal", "pumpkin", "navy"] as const;

/** A person at a glance. The name stands beside it, so it is nothing to read out. */
export function Initials({ name }: { readonly name: string }) {
  const styles = useStyles();
  const colour = colours[sumOf(name) % colours.length] ?? "lavender";
  return (
    <span aria-hidden className={mergeClasses(styles.circle, styles[colour])}>
      {initialsOf(name)}
    </span>
  );
}

/** Of the first and the last word; nothing where a name begins with no letter. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

/** The same person has the same colour each time. */
const sumOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
