import { EventEmitter } from "node:events";
import { existsSync } from "node:fs";

import type Electron from "electron";

import { app } from "./app.ts";
import { needText } from "./arguments.ts";
import { faults } from "./faults.ts";
import { StandInMenu } from "./menu.ts";

type Used = "setToolTip" | "setImage" | "setTitle" | "getBounds" | "destroy" | "isDestroyed";

function find(image: unknown): void {
  if (typeof image === "string" && !existsSync(image))
    throw new Error(`Failed to load image from path '${image}'`);
}

/** Bookkeeping only: there is no panel it could be seen in. */
export class StandInTray extends EventEmitter implements Pick<Electron.Tray, Used> {
  image: unknown;
  toolTip = "";
  contextMenu: StandInMenu | null = null;
  #isDestroyed = false;
  constructor(image: unknown) {
    super();
    if (!app.isReady()) throw new Error("Cannot create Tray before app is ready");
    find(image);
    if (faults.noTray) throw new Error("Tray is not supported");
    this.image = image;
  }
  #live(): void {
    if (this.#isDestroyed) throw new Error("Tray is destroyed");
  }
  setImage(image: unknown): void {
    this.#live();
    find(image);
    this.image = image;
  }
  setToolTip(toolTip: string): void {
    this.#live();
    needText(toolTip);
    this.toolTip = toolTip;
  }
  setTitle(title: string): void {
    this.#live();
    needText(title);
  }
  setContextMenu(menu: StandInMenu | null): void {
    this.#live();
    this.contextMenu = menu;
  }
  popUpContextMenu(menu?: unknown): void {
    this.#live();
    if (menu !== undefined && !(menu instanceof StandInMenu))
      throw new TypeError("Error processing argument at index 0, conversion failure");
  }
  getBounds(): Electron.Rectangle {
    // Linux does not tell where it is.
    const isTold = process.platform !== "linux";
    return isTold ? { x: 1200, y: 0, width: 24, height: 24 } : { x: 0, y: 0, width: 0, height: 0 };
  }
  destroy(): void {
    this.#isDestroyed = true;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
}
