import type { RequestListener } from "node:http";

import type { ElectronApplication, Page } from "@playwright/test";
import type Electron from "electron";

/** What stands in the facts' own main process, beside Electron. */
interface FactsInMain {
  readonly here: string;
  /** Something of another kind than is asked for. */
  wrong(value: unknown): never;
  thrown(work: () => unknown): string | null;
  rejected(promise: Promise<unknown>): Promise<string | null>;
  isHeard(
    emitter: NodeJS.EventEmitter | Electron.App,
    name: string,
    work: () => unknown,
    milliseconds?: number,
  ): Promise<boolean>;
  serve(answer: RequestListener): Promise<{ readonly url: string; close(): void }>;
  open(
    options?: Electron.BrowserWindowConstructorOptions,
    page?: string,
  ): Promise<Electron.BrowserWindow>;
  readonly atStart: {
    readonly isReady: boolean;
    readonly session: string | null;
    readonly window: string | null;
    readonly locks: readonly boolean[];
    readonly sandbox: string | null;
  };
  readonly seconds: readonly { readonly words: readonly string[]; readonly folder: string }[];
  readonly ground: Electron.BrowserWindow;
  /** Settles when the ground is there. */
  readonly standing: Promise<void>;
}
declare global {
  var facts: FactsInMain;
}

/** Its last window goes, and it stays until it is told to exit. */
export type End = "quit" | "exit" | "last window";

/** A running app with nothing of ours in it. */
export interface FactsApp {
  readonly main: ElectronApplication["evaluate"];
  /** Of the window that is always there. */
  readonly ground: Page;
  /** Starts it once more beside itself, and waits for its end. */
  second(words: readonly string[]): Promise<void>;
  /** What a run of its own writes down between its start and the end this brings about. */
  endOf(end: End): Promise<{ readonly noted: readonly string[]; readonly code: number }>;
}

/** One thing that Electron does, and whoever stands in for it must do. */
export interface Fact {
  /** The members of Electron's it is about, as `electronMembers` names them. */
  readonly of: readonly string[];
  /** A sentence that says what is so. */
  readonly says: string;
  /** Where Electron says or tests it: a file of its repository. */
  readonly source: string;
  readonly ask: (app: FactsApp) => Promise<unknown>;
  readonly is: unknown;
}
