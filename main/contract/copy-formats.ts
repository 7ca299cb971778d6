/** The forms a meeting is handed over in. */
export const copyFormats = [
  "link",
  "link-and-invitation",
  "invitation",
  "markdown",
  "id-and-passcode",
  "dial-in",
  "template",
] as const;
export type CopyFormat = (typeof copyFormats)[number];
