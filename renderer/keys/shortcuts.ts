import type { AppState } from "../../main/contract/state.ts";

type Platform = AppState["platform"];

interface Shortcut {
  /** As Electron writes accelerators. All are listed; the first is the one that menus name. */
  readonly keys: readonly [string, ...string[]];
  /** Keys that everybody knows, and that no list names. */
  readonly also?: readonly string[];
  /** Its words in the list of keys. */
  readonly says: string;
  /** Who takes it: the popup wherever the focus is, the row that has the focus, or the list around it. */
  readonly at: "popup" | "row" | "list";
}

const shortcuts = {
  save: { keys: ["CommandOrControl+Enter"], says: "keys.save", at: "popup" },
  schedule: { keys: ["CommandOrControl+N"], says: "home.schedule", at: "popup" },
  join: { keys: ["CommandOrControl+J"], says: "home.join", at: "popup" },
  search: { keys: ["CommandOrControl+F"], says: "home.search", at: "popup" },
  recent: { keys: ["CommandOrControl+1"], says: "home.recent", at: "popup" },
  upcoming: { keys: ["CommandOrControl+2"], says: "upcoming.title", at: "popup" },
  organiser: { keys: ["CommandOrControl+O"], says: "switcher.title", at: "popup" },
  settings: { keys: ["CommandOrControl+,"], says: "home.settings", at: "popup" },
  copy: { keys: ["CommandOrControl+C"], says: "home.copyLink", at: "popup" },
  copyAs: { keys: ["CommandOrControl+Shift+C"], says: "copyAs.title", at: "popup" },
  undo: { keys: ["CommandOrControl+Z"], says: "created.undo", at: "popup" },
  duplicate: { keys: ["CommandOrControl+D"], says: "menu.duplicate", at: "popup" },
  refresh: { keys: ["F5", "CommandOrControl+R"], says: "upcoming.refresh", at: "popup" },
  move: { keys: ["Up", "Down", "Left", "Right"], says: "keys.rows", at: "list" },
  details: { keys: ["Enter"], also: ["Space"], says: "menu.details", at: "row" },
  rowMenu: { keys: ["Shift+F10"], also: ["ContextMenu"], says: "keys.rowMenu", at: "row" },
  edit: { keys: ["F2"], says: "menu.edit", at: "row" },
  cancel: { keys: ["Delete"], says: "menu.cancel", at: "row" },
  back: { keys: ["Esc"], says: "keys.back", at: "popup" },
  list: { keys: ["F1", "?"], says: "keys.list", at: "popup" },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutName = keyof typeof shortcuts;

/** Those that are taken there. */
export type ShortcutAt<Place extends Shortcut["at"]> = {
  [Name in ShortcutName]: (typeof shortcuts)[Name]["at"] extends Place ? Name : never;
}[ShortcutName];

/**
 * Every key of the popup, in the order in which they are listed. Whoever takes one asks `shortcutOf` for it, and
 * whoever names one asks `shortcutText`: no letter stands anywhere else.
 */
export const allShortcuts: ReadonlyMap<ShortcutName, Shortcut> = new Map(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets the names
  Object.entries(shortcuts) as [ShortcutName, Shortcut][],
);

const byKeys: ReadonlyMap<string, ShortcutName> = new Map(
  [...allShortcuts].flatMap(([name, { keys, also = [] }]) =>
    [...keys, ...also].map((each) => [each, name] as const),
  ),
);

export const isAt = <Place extends Shortcut["at"]>(
  name: ShortcutName,
  place: Place,
): name is ShortcutAt<Place> => shortcuts[name].at === place;

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What a press asks for; null where it is none of these. Ctrl, or Cmd on macOS. */
export const shortcutOf = (event: Pressed, platform: Platform): ShortcutName | null =>
  byKeys.get(acceleratorOf(event, platform)) ?? null;

function acceleratorOf(event: Pressed, platform: Platform): string {
  const isMac = platform === "darwin";
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const isCommand = isMac ? metaKey : ctrlKey;
  const key = isCommand ? letterOf(event) : nameOf(event.key, isMac);
  // What it takes to type a sign is the keyboard's business: "?" needs Shift on most.
  const isShifted = shiftKey && (isCommand || key.length > 1);
  const held = {
    CommandOrControl: isCommand,
    Other: isMac ? ctrlKey : metaKey,
    Alt: altKey,
    Shift: isShifted,
  };
  const names = Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : []));
  return [...names, key].join("+");
}

/** Digits by their place, because French keyboards type others there; letters too, where the keyboard types no Latin ones. */
function letterOf({ key, code }: Pressed): string {
  const digit = /^Digit(\d)$/u.exec(code)?.[1];
  const letter = /^[^\p{ASCII}]$/u.test(key) ? /^Key([A-Z])$/u.exec(code)?.[1] : undefined;
  return digit ?? letter ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** What Electron calls the keys that DOM calls otherwise. */
const electronNames: Readonly<Record<string, string>> = {
  Escape: "Esc",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  " ": "Space",
};

function nameOf(key: string, isMac: boolean): string {
  // The delete key of a Mac.
  if (isMac && key === "Backspace") return "Delete";
  return electronNames[key] ?? key;
}
