/** What a test can make go wrong. On `globalThis.__standin`, or from the start in STANDIN_FAULTS (JSON). */
export interface Faults {
  /** "basic_text" is a Linux desktop without a keyring. */
  keyringBackend: "gnome_libsecret" | "basic_text";
  /** "locked" is temporarily unavailable; "lost" opens nothing any more. */
  keyring: "fine" | "locked" | "lost" | "hangs" | "throws";
  clipboardFails: boolean;
  /** Another app holds the clipboard: what is written is lost, and nobody says so. */
  clipboardHeld: boolean;
  /** Without the focus what is written is lost too, and reading answers from memory. */
  wayland: boolean;
  online: boolean;
  noTray: boolean;
  dark: boolean;
  /** It passes for an installed copy. */
  packaged: boolean;
  /** One is at work, and Chromium shows it what is in the pages. */
  screenReader: boolean;
}

const fine: Faults = {
  keyringBackend: "gnome_libsecret",
  keyring: "fine",
  clipboardFails: false,
  clipboardHeld: false,
  wayland: false,
  online: true,
  noTray: false,
  dark: false,
  packaged: false,
  screenReader: false,
};

export const faults: Faults = { ...fine, ...JSON.parse(process.env["STANDIN_FAULTS"] ?? "{}") };
Object.defineProperty(globalThis, "__standin", { value: faults });
