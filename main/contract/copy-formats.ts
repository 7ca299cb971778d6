import { asApp } from "./languages.ts";

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

/** How a new installation copies. What a person wrote as a template is not among it: resetting keeps it. */
export const factoryCopy = {
  copyFormat: "link",
  includeTime: true,
  includeMeetingId: true,
  includeDialIn: true,
  invitationLanguage: asApp,
} as const;
