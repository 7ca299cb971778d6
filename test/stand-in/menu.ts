import { EventEmitter } from "node:events";

import type Electron from "electron";

type Options = Electron.MenuItemConstructorOptions;

export class StandInMenuItem {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly visible: boolean;
  readonly submenu: StandInMenu | undefined;
  enabled: boolean;
  checked: boolean;
  readonly #click: Options["click"];
  constructor(options: Options) {
    const { id = "", label = "", type = "normal", submenu } = options;
    this.id = id;
    this.label = label;
    this.type = submenu ? "submenu" : type;
    this.visible = options.visible ?? true;
    this.enabled = options.enabled ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : undefined;
    this.#click = options.click;
  }
  /** As a person's click: a disabled item does nothing. */
  click(): void {
    if (!this.enabled) return;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handlers of ours look at none of the three
    const [item, event] = [this, {}] as unknown[] as [Electron.MenuItem, Electron.KeyboardEvent];
    this.#click?.(item, undefined, event);
  }
}

export class StandInMenu extends EventEmitter {
  readonly items: StandInMenuItem[] = [];
  append(item: StandInMenuItem): void {
    this.items.push(item);
  }
  popup(): void {}
  closePopup(): void {}
  getMenuItemById(id: string): StandInMenuItem | null {
    return this.items.find((item) => item.id === id) ?? null;
  }
  static buildFromTemplate(template: readonly (Options | StandInMenuItem)[]): StandInMenu {
    const menu = new StandInMenu();
    for (const one of template)
      menu.append(one instanceof StandInMenuItem ? one : new StandInMenuItem(one));
    return menu;
  }
  static setApplicationMenu(): void {}
  static getApplicationMenu(): null {
    return null;
  }
}
