/** What a test can make go wrong. On `globalThis.__standin`, or from the start in STANDIN_FAULTS (JSON). */
export interface Faults {
  /** "basic_text" is a Linux desktop without a keyring. */
  keyringBackend: "gnome_libsecret" | "basic_text";
  /** "locked" is temporarily unavailable; "lost" opens nothing any more. */
  keyring: "fine" | "locked" | "lost" | "hangs" | "throws";
  clipboardFails: boolean;
  online: boolean;
  noTray: boolean;
  dark: boolean;
}

const fine: Faults = {
  keyringBackend: "gnome_libsecret",
  keyring: "fine",
  clipboardFails: false,
  online: true,
  noTray: false,
  dark: false,
};

export const faults: Faults = { ...fine, ...JSON.parse(process.env["STANDIN_FAULTS"] ?? "{}") };
Object.defineProperty(globalThis, "__standin", { value: faults });
