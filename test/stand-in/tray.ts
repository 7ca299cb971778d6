import { EventEmitter } from "node:events";

import type Electron from "electron";

import { faults } from "./faults.ts";
import type { StandInMenu } from "./menu.ts";

type Used = "setToolTip" | "setImage" | "setTitle" | "getBounds" | "destroy" | "isDestroyed";

/** Bookkeeping only: there is no panel it could be seen in. */
export class StandInTray extends EventEmitter implements Pick<Electron.Tray, Used> {
  image: unknown;
  toolTip = "";
  contextMenu: StandInMenu | null = null;
  #isDestroyed = false;
  constructor(image: unknown) {
    super();
    if (faults.noTray) throw new Error("Tray is not supported");
    this.image = image;
  }
  setImage(image: unknown): void {
    this.image = image;
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }
  setTitle(): void {}
  setContextMenu(menu: StandInMenu | null): void {
    this.contextMenu = menu;
  }
  popUpContextMenu(): void {}
  getBounds(): Electron.Rectangle {
    return { x: 1200, y: 0, width: 24, height: 24 };
  }
  destroy(): void {
    this.#isDestroyed = true;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
}
