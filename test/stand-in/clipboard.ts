import { StandInBrowserWindow } from "./browser-window.ts";
import {
  type Forms,
  hasDesktopClipboard,
  readFromDesktop,
  writeToDesktop,
} from "./desktop-clipboard.ts";
import { faults } from "./faults.ts";

/** What other apps paste. */
let desktop: Forms = new Map();
/** What was written without the focus under Wayland: only Chromium itself believes in it. */
let remembered: Forms | null = null;

async function put(forms: Forms): Promise<void> {
  if (faults.clipboardHeld) return;
  if (hasDesktopClipboard) return writeToDesktop(forms);
  const isDropped = faults.wayland && StandInBrowserWindow.getFocusedWindow() === null;
  remembered = isDropped ? forms : null;
  if (!isDropped) desktop = forms;
}

/** What another app would paste, which this process could not know of itself. */
Object.defineProperty(globalThis, "__standinPaste", {
  value: () => desktop.get("text/plain") ?? "",
});

const read = async (): Promise<Forms> =>
  hasDesktopClipboard ? readFromDesktop() : (remembered ?? desktop);

function refuse(): void {
  if (faults.clipboardFails) throw new Error("Failed to write to the clipboard");
}

/** Those that were read may not be written. */
const fromDesktop = new WeakSet<ClipboardItem>();

export class ClipboardItem {
  readonly #items: Readonly<Record<string, string | Blob>>;
  constructor(items: Readonly<Record<string, string | Blob>>) {
    if (Object.keys(items).length === 0)
      throw new TypeError("ClipboardItem requires at least one MIME type");
    this.#items = items;
  }
  get types(): string[] {
    return Object.keys(this.#items);
  }
  async getType(type: string): Promise<Blob> {
    const data = this.#items[type];
    if (data === undefined) throw new Error("The type was not found");
    if (typeof data !== "string" && !(data instanceof Blob))
      throw new TypeError("ClipboardItem data must be a string or a Blob");
    return new Blob([data], { type });
  }
}

export const clipboard = {
  readText: async () => (await read()).get("text/plain") ?? "",
  async writeText(text: string) {
    refuse();
    await put(new Map([["text/plain", text]]));
  },
  async write(items: readonly ClipboardItem[]) {
    refuse();
    const next = new Map<string, string>();
    for (const item of items) {
      if (!(item instanceof ClipboardItem))
        throw new TypeError("clipboard.write expects an array of ClipboardItem");
      if (fromDesktop.has(item))
        throw new TypeError("clipboard.write cannot accept a ClipboardItem returned by read");
      for (const type of item.types) next.set(type, await (await item.getType(type)).text());
    }
    await put(next);
  },
  async read() {
    const forms = await read();
    if (forms.size === 0) return [];
    const item = new ClipboardItem(Object.fromEntries(forms));
    fromDesktop.add(item);
    return [item];
  },
  clear() {
    void put(new Map()).catch(() => undefined);
  },
};
