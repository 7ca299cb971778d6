/** What runs in the main process of the app under test, beside probe.cjs: each uses nothing from outside itself. */

/** A tray menu as data. */
export interface MenuEntry {
  readonly label: string;
  readonly enabled: boolean;
  readonly submenu: readonly MenuEntry[] | null;
}

export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

interface Item {
  label: string;
  type: string;
  enabled: boolean;
  submenu?: { items: Item[] } | null;
  click(): void;
}
interface Probe {
  opened: string[];
  openFails: boolean;
  questions: Question[];
  says: string | null;
  picks: string | null;
  loadingAt: number;
  loadedAt: number;
  readyAt: number;
  notifications: {
    title: string;
    body: string;
    actions: { text: string }[];
    emit(name: string, ...rest: unknown[]): void;
  }[];
  trays: {
    tray: { emit(name: string, ...rest: unknown[]): void; getBounds(): unknown };
    menu: { items: Item[] } | null;
    toolTip: string;
    image: string;
    readyAt?: number;
  }[];
}
declare global {
  var __probe: Probe;
  var __clock: { stop(): void; move(milliseconds: number): void; run(): void };
}

export function readTray() {
  const known = globalThis.__probe.trays.at(-1);
  if (!known) return null;
  const read = (item: Item): MenuEntry => ({
    label: item.type === "separator" ? "-" : item.label,
    enabled: item.enabled,
    submenu: item.submenu ? item.submenu.items.map(read) : null,
  });
  const { toolTip, image, menu } = known;
  return { toolTip, image, menu: (menu?.items ?? []).map(read) };
}

export function chooseItem(_module: unknown, labels: string[]): void {
  let items = globalThis.__probe.trays.at(-1)?.menu?.items ?? [];
  for (const label of labels.slice(0, -1))
    items = items.find((item) => item.label === label)?.submenu?.items ?? [];
  const item = items.find((one) => one.label === labels.at(-1));
  if (!item) throw new Error(`The tray menu has no "${labels.join(" > ")}"`);
  item.click();
}

export function pressNotification(_module: unknown, button: string | undefined): void {
  const notification = globalThis.__probe.notifications.at(-1);
  const actionIndex = notification?.actions.findIndex(({ text }) => text === button) ?? -1;
  if (button === undefined) notification?.emit("click", {});
  else if (actionIndex >= 0) notification?.emit("action", { actionIndex });
  else throw new Error(`The notification has no "${button}"`);
}
