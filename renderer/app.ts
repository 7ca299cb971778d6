import type { Bridge } from "../main/contract/ipc.ts";

declare global {
  interface Window {
    readonly app: Bridge;
  }
}

/** The whole of what this window may ask of main. */
export const app = window.app;
