import { EventEmitter } from "node:events";

import type Electron from "electron";

type Options = Electron.MenuItemConstructorOptions;

const types = new Set(["normal", "separator", "submenu", "checkbox", "radio", "header", "palette"]);

function check({ label, role, type }: Options): void {
  if (type !== undefined && !types.has(type)) throw new Error(`Unknown menu item type: ${type}`);
  if (label === undefined && role === undefined && type === undefined)
    throw new TypeError(
      "Invalid template for MenuItem: must have at least one of label, role or type",
    );
}

export class StandInMenuItem {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly visible: boolean;
  readonly submenu: StandInMenu | undefined;
  enabled: boolean;
  checked: boolean;
  menu: StandInMenu | null = null;
  readonly #click: Options["click"];
  constructor(options: Options) {
    const { id = "", label = "", type = "normal", submenu } = options;
    check(options);
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
    if (this.type === "checkbox") this.checked = !this.checked;
    if (this.type === "radio") this.menu?.choose(this);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handlers of ours look at none of the three
    const [item, event] = [this, {}] as unknown[] as [Electron.MenuItem, Electron.KeyboardEvent];
    this.#click?.(item, undefined, event);
  }
}

export class StandInMenu extends EventEmitter {
  readonly items: StandInMenuItem[] = [];
  append(item: StandInMenuItem): void {
    this.items.push(item);
    item.menu = this;
  }
  /** One of the radio items that stand beside each other. */
  choose(item: StandInMenuItem): void {
    const group = (step: 1 | -1) => {
      let at = this.items.indexOf(item) + step;
      for (; this.items[at]?.type === "radio"; at += step) this.items[at]!.checked = false;
    };
    group(1);
    group(-1);
    item.checked = true;
  }
  popup(): void {}
  closePopup(): void {}
  getMenuItemById(id: string): StandInMenuItem | null {
    return this.items.find((item) => item.id === id) ?? null;
  }
  static buildFromTemplate(template: readonly (Options | StandInMenuItem)[]): StandInMenu {
    if (!Array.isArray(template))
      throw new TypeError("Invalid template for Menu: Menu template must be an array");
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
