import type { Fact } from "../fact.ts";

/** Windows: what is told of them, in what order, and what is left of one that is gone. */
export const windowFacts: readonly Fact[] = [
  {
    of: ["BrowserWindow.show", "BrowserWindow.isVisible", "BrowserWindow.on(show)"],
    says: "a window is in sight from the moment it is shown, and showing it again is told again",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const { facts } = globalThis;
        const window = await facts.open();
        const before = window.isVisible();
        const first = await facts.isHeard(window, "show", () => window.show());
        const again = await facts.isHeard(window, "show", () => window.show());
        const after = window.isVisible();
        window.destroy();
        return [before, first, again, after];
      }),
    is: [false, true, true, true],
  },
  {
    of: ["BrowserWindow.hide", "BrowserWindow.on(hide)", "BrowserWindow.on(blur)"],
    says: "a window that is hidden tells of it, and of the focus that it had",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const { facts } = globalThis;
        const window = await facts.open();
        await facts.isHeard(window, "focus", () => window.show());
        const told: string[] = [];
        window.on("blur", () => told.push("blur"));
        window.on("hide", () => told.push("hide"));
        await facts.isHeard(window, "hide", () => window.hide());
        const isThere = window.isVisible();
        window.destroy();
        return [told.toSorted(), isThere];
      }),
    is: [["blur", "hide"], false],
  },
  {
    of: ["BrowserWindow.isFocused", "BrowserWindow.focus"],
    says: "a window that is not in sight does not get the focus",
    source: "docs/api/browser-window.md",
    ask: ({ main }) =>
      main(async () => {
        const window = await globalThis.facts.open();
        window.focus();
        const hidden = window.isFocused();
        window.show();
        await globalThis.facts.isHeard(window, "nothing", () => undefined, 100);
        const shown = window.isFocused();
        window.destroy();
        return [hidden, shown];
      }),
    is: [false, true],
  },
  {
    of: [
      "BrowserWindow.minimize",
      "BrowserWindow.isMinimized",
      "BrowserWindow.on(minimize)",
      "BrowserWindow.on(restore)",
      "BrowserWindow.restore",
    ],
    says: "what is minimised is told of, and restored it is in sight again",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const { facts } = globalThis;
        const window = await facts.open();
        await facts.isHeard(window, "show", () => window.show());
        const minimised = await facts.isHeard(window, "minimize", () => window.minimize());
        const isIt = window.isMinimized();
        const restored = await facts.isHeard(window, "restore", () => window.restore());
        const after = [window.isMinimized(), window.isVisible()];
        window.destroy();
        return [minimised, isIt, restored, ...after];
      }),
    is: [true, true, true, false, true],
  },
  {
    of: ["BrowserWindow.setBounds", "BrowserWindow.getBounds"],
    says: "a size that is set is the size there is, and parts of it may be left as they are",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const window = await globalThis.facts.open();
        window.setBounds({ x: 30, y: 40, width: 420, height: 320 });
        window.setBounds({ width: 450 });
        const { width, height } = window.getBounds();
        window.destroy();
        return [width, height];
      }),
    is: [450, 320],
  },
  {
    of: ["BrowserWindow.on(close)", "Event.preventDefault"],
    says: "a close that is prevented leaves the window, and the next one that is not takes it",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const { facts } = globalThis;
        const window = await facts.open();
        window.once("close", (event) => event.preventDefault());
        const first = await facts.isHeard(window, "closed", () => window.close());
        const isThere = !window.isDestroyed();
        const second = await facts.isHeard(window, "closed", () => window.close(), 5_000);
        return [first, isThere, second, window.isDestroyed()];
      }),
    is: [false, true, true, true],
  },
  {
    of: ["BrowserWindow.destroy", "BrowserWindow.on(closed)", "BrowserWindow.isDestroyed"],
    says: "to destroy asks nobody; what is left tells that it is gone, and throws for all else",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const { facts } = globalThis;
        const window = await facts.open();
        let asked = 0;
        window.on("close", (event) => {
          asked += 1;
          event.preventDefault();
        });
        const closed = await facts.isHeard(window, "closed", () => window.destroy(), 5_000);
        const throwing = [() => window.show(), () => window.getBounds(), () => window.hide()];
        const said = throwing.map((work) => facts.thrown(work));
        return [asked, closed, window.isDestroyed(), ...said];
      }),
    is: [
      0,
      true,
      true,
      "Object has been destroyed",
      "Object has been destroyed",
      "Object has been destroyed",
    ],
  },
  {
    of: ["BrowserWindow.fromWebContents", "BrowserWindow.webContents"],
    says: "contents know their window, and none once it is gone",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async ({ BrowserWindow }) => {
        const window = await globalThis.facts.open();
        const { webContents } = window;
        const found = BrowserWindow.fromWebContents(webContents) === window;
        window.destroy();
        return [found, BrowserWindow.fromWebContents(webContents)];
      }),
    is: [true, null],
  },
  {
    of: ["BrowserWindow.loadURL"],
    says: "what cannot be loaded rejects with the address and Chromium's name for it",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const { facts } = globalThis;
        const window = await facts.open();
        const said = await facts.rejected(window.loadURL("http://127.0.0.1:9/nobody"));
        window.destroy();
        return /^ERR_[A-Z_]+ .*loading 'http:\/\/127\.0\.0\.1:9\/nobody'$/u.test(said ?? "");
      }),
    is: true,
  },
  {
    of: ["BrowserWindow.on(ready-to-show)"],
    says: "what was drawn while it was hidden is told of once",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async ({ BrowserWindow }) => {
        const { facts } = globalThis;
        const window = new BrowserWindow({ show: false });
        window.webContents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
        const load = () => window.loadURL("facts://here/page.html");
        const isReady = await facts.isHeard(window, "ready-to-show", load, 5_000);
        window.destroy();
        return isReady;
      }),
    is: true,
  },
  {
    of: ["BrowserWindow.setVisibleOnAllWorkspaces"],
    says: "to be on all workspaces is remembered where there are some, and asks for no more than a window",
    source: "spec/api-browser-window-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const window = await globalThis.facts.open();
        if (process.platform === "win32") return [false, true, false];
        const before = window.isVisibleOnAllWorkspaces();
        window.setVisibleOnAllWorkspaces(true, { skipTransformProcessType: true });
        const on = window.isVisibleOnAllWorkspaces();
        window.setVisibleOnAllWorkspaces(false, { skipTransformProcessType: true });
        const off = window.isVisibleOnAllWorkspaces();
        window.destroy();
        return [before, on, off];
      }),
    is: [false, true, false],
  },
  {
    of: ["BrowserWindow.removeMenu"],
    says: "a menu bar may be taken away where there is none",
    source: "docs/api/browser-window.md",
    ask: ({ main }) =>
      main(async () => {
        const window = await globalThis.facts.open();
        const said =
          process.platform === "darwin" ? null : globalThis.facts.thrown(() => window.removeMenu());
        window.destroy();
        return said;
      }),
    is: null,
  },
];
