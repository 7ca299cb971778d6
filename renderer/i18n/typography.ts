import type { Theme } from "@fluentui/react-components";

/** The computer's own font first: it has the letters of the languages people set it to. */
const fontFamilyBase =
  "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif";

/** Arabic letters reach higher and lower than Latin ones: a line of theirs is a fifth higher. */
const tallLines = {
  lineHeightBase100: "17px",
  lineHeightBase200: "20px",
  lineHeightBase300: "24px",
  lineHeightBase400: "26px",
  lineHeightBase500: "33px",
  lineHeightBase600: "38px",
};

const tallScripts = new Set(["Arab"]);

/** The theme in the letters of this language (BCP 47). */
export const inLettersOf = (language: string, theme: Theme): Theme => ({
  ...theme,
  fontFamilyBase,
  ...(tallScripts.has(new Intl.Locale(language).maximize().script ?? "") ? tallLines : {}),
});
