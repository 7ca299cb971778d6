import { EventEmitter } from "node:events";

import type Electron from "electron";

import { app, preventable } from "./app.ts";
import { browser, createPage, strictWebRtc, takeFirstPage } from "./browser.ts";
import type { CdpSession, Params } from "./cdp.ts";
import { createCodec } from "./codec.ts";
import { ipcMain } from "./ipc-main.ts";
import { isolatedWorld, preparePage } from "./page-scripts.ts";
import type { FromPreload, ToPreload } from "./preload-host.ts";
import { answerRequest, isOwnRequest } from "./requests.ts";
import { toInside, toOutside } from "./schemes.ts";
import { resizePage, setPageState } from "./page-window.ts";
import { session as sessions, StandInSession } from "./session.ts";

type Used =
  | "id"
  | "send"
  | "getURL"
  | "loadURL"
  | "isDestroyed"
  | "isDevToolsFocused"
  | "isLoading"
  | "close"
  | "reload";
type OpenHandler = Parameters<Electron.WebContents["setWindowOpenHandler"]>[0];

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly preferences: Electron.WebPreferences;
  readonly onGone: () => void;
}

const codec = createCodec();
let lastId = 0;

/** One page in Chromium, with the preload in a real isolated world. */
export class StandInWebContents extends EventEmitter implements Pick<Electron.WebContents, Used> {
  readonly id: number;
  readonly page: Page;
  readonly session: StandInSession;
  /** Settles when the page exists. */
  readonly up: Promise<void>;
  targetId = "";
  #session: CdpSession | null = null;
  #url = "";
  #preloadContext: number | null = null;
  #isDead = false;
  #webRtcPolicy = "default";
  #openHandler: OpenHandler | null = null;
  #wanted = "";
  readonly #allowed = new Set<string>();
  readonly #contexts = new Map<number, string>();

  constructor(page: Page) {
    super();
    lastId += 1;
    this.id = lastId;
    this.page = page;
    const { session: given, partition = "" } = page.preferences;
    this.session = given instanceof StandInSession ? given : sessions.fromPartition(partition);
    this.up = this.#create();
    app.emit("web-contents-created", {}, this);
  }

  async #create(): Promise<void> {
    const { width, height, preferences } = this.page;
    const context = await this.session.browserContext();
    this.targetId = takeFirstPage() ?? (await createPage({ width, height }, context));
    const session = await browser().attach(this.targetId);
    this.#session = session;
    this.#listen(session);
    await Promise.all([preparePage(session, preferences.preload), this.resize(width, height)]);
  }

  #listen(session: CdpSession): void {
    session.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.auxData.frameId !== this.targetId) return;
      this.#contexts.set(context.id, context.name);
      if (context.name === isolatedWorld) this.#preloadContext = context.id;
    });
    session.on("Runtime.executionContextsCleared", () => {
      this.#contexts.clear();
      this.#preloadContext = null;
    });
    session.on("Runtime.bindingCalled", (call) => void this.#receive(call));
    session.on("Fetch.requestPaused", (request) => void this.#intercept(session, request));
    session.on("Page.frameNavigated", ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#url = toOutside(String(frame.url) + (frame.urlFragment ?? ""));
      this.emit("did-navigate", {}, this.#url, 200, "");
    });
    session.on("Page.domContentEventFired", () => this.emit("dom-ready", {}));
    session.on("Page.loadEventFired", () => this.emit("did-finish-load"));
    session.on("Page.frameRequestedNavigation", ({ frameId, disposition, url }) => {
      if (frameId === this.targetId && disposition === "currentTab")
        this.#wanted = String(url).split("#")[0] ?? "";
    });
    session.on("Page.windowOpen", ({ url }) => {
      this.#openHandler?.({
        url: toOutside(String(url)),
        frameName: "",
        features: "",
        disposition: "foreground-tab",
        referrer: { url: "", policy: "default" },
      });
    });
    session.on("Inspector.targetCrashed", () => {
      this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 });
    });
  }

  async #intercept(session: CdpSession, paused: Params): Promise<void> {
    const { requestId, request, resourceType, frameId } = paused;
    const url = String(request.url);
    const isMainDocument = resourceType === "Document" && frameId === this.targetId;
    const isOurs = this.#allowed.delete(url);
    // Chromium tells where it wants to go before or after the request. To foreign places only the page itself wants to
    // go; a page of ours may also be loaded anew from outside, which Electron does not ask about.
    const isWanted = this.#wanted === url || !isOwnRequest(url);
    if (isMainDocument && !isOurs && isWanted) {
      this.#wanted = "";
      const event = { ...preventable(), url: toOutside(url) };
      this.emit("will-navigate", event, event.url);
      if (event.defaultPrevented) {
        await session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
        return;
      }
    }
    const answer = isOwnRequest(url) ? await answerRequest(paused, this.session.handlers) : null;
    const [method, params] = answer ?? ["Fetch.continueRequest", {}];
    await session.send(method, { requestId, ...params }).catch(() => undefined);
  }

  async #receive({ payload, executionContextId }: Params): Promise<void> {
    const message: FromPreload = JSON.parse(String(payload));
    if (message.kind === "preload-error") {
      process.stderr.write(`preload error: ${message.message}\n`);
      this.emit("preload-error", {}, this.page.preferences.preload, new Error(message.message));
      return;
    }
    if (message.kind === "input") {
      this.emit(message.name, preventable(), message.input);
      return;
    }
    const isMainFrame = this.#contexts.has(executionContextId);
    const event = {
      ...preventable(),
      type: "frame",
      frameId: 1,
      processId: 1,
      sender: this,
      senderFrame: isMainFrame ? this.mainFrame : null,
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- encode was given an array
    const args = codec.decode(message.args) as unknown[];
    if (message.kind === "send") {
      ipcMain.emit(message.channel, event, ...args);
      return;
    }
    const { id } = message;
    try {
      const value = await ipcMain.answer(message.channel, event, args);
      this.#deliver({ kind: "reply", id, value: codec.encode(value) }, executionContextId);
    } catch (error) {
      this.#deliver({ kind: "reply", id, error: String(error) }, executionContextId);
    }
  }

  #deliver(message: ToPreload, contextId = this.#preloadContext): void {
    if (contextId === null || this.#isDead) return;
    const expression = `globalThis.__standin_deliver(${JSON.stringify(JSON.stringify(message))})`;
    void this.#session?.send("Runtime.evaluate", { contextId, expression }).catch(() => undefined);
  }

  get mainFrame() {
    const { host, protocol } = new URL(this.#url || "about:blank");
    const frame = { url: this.#url, origin: `${protocol}//${host}`, parent: null };
    return Object.defineProperty(frame, "top", { get: () => frame });
  }

  async loadURL(url: string): Promise<void> {
    await this.up;
    if (this.#webRtcPolicy !== strictWebRtc)
      throw new Error("stand-in: no window here has another policy for WebRTC than the strictest");
    const inside = toInside(url);
    this.#allowed.add(inside.split("#")[0] ?? "");
    const loaded = new Promise<void>((resolve) => this.once("did-finish-load", () => resolve()));
    const { errorText } = (await this.#session?.send("Page.navigate", { url: inside })) ?? {};
    if (errorText !== undefined)
      throw new Error(`${String(errorText).replace("net::", "")} loading '${url}'`);
    await loaded;
  }
  async resize(width: number, height: number): Promise<void> {
    await resizePage(this.#session, width, height);
  }
  async setWindowState(windowState: "normal" | "minimized"): Promise<void> {
    await this.up;
    await setPageState(this.#session, windowState);
  }
  reload(): void {
    void this.#session?.send("Page.reload");
  }
  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== "string") throw new TypeError("Missing required channel argument");
    this.#deliver({ kind: "event", channel, args: codec.encode(args) });
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  /** Chromium takes it from the command line alone, so it was started with the strictest one for all. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.#webRtcPolicy = policy;
  }
  getWebRTCIPHandlingPolicy(): string {
    return this.#webRtcPolicy;
  }
  getLastWebPreferences(): Electron.WebPreferences {
    return this.page.preferences;
  }
  getURL(): string {
    return this.#url;
  }
  isDestroyed(): boolean {
    return this.#isDead;
  }
  isDevToolsFocused(): boolean {
    return false;
  }
  isLoading(): boolean {
    return false;
  }
  close(): void {
    this.die();
    void this.up.then(() => browser().root.send("Target.closeTarget", { targetId: this.targetId }));
  }
  die(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    this.emit("destroyed");
    this.page.onGone();
  }
}
