import type { Fact } from "../fact.ts";

/** The app itself: its start, its names and places, its end. */
export const appFacts: readonly Fact[] = [
  {
    of: ["App.whenReady"],
    says: "the main module runs before the app is ready, and whoever asks later is answered at once",
    source: "docs/api/app.md",
    ask: ({ main }) =>
      main(async ({ app }) => {
        await app.whenReady();
        return [globalThis.facts.atStart.isReady, app.isReady()];
      }),
    is: [false, true],
  },
  {
    of: ["App.enableSandbox"],
    says: "the sandbox is for the time before the app is ready",
    source: "shell/browser/api/electron_api_app.cc",
    ask: ({ main }) =>
      main(({ app }) => [
        globalThis.facts.atStart.sandbox,
        globalThis.facts.thrown(() => app.enableSandbox()),
      ]),
    is: [null, "app.enableSandbox() can only be called before app is ready"],
  },
  {
    of: ["App.getVersion", "App.isPackaged"],
    says: "the version is the one of the package, and a folder that is started is no packaged app",
    source: "spec/api-app-spec.ts",
    ask: ({ main }) => main(({ app }) => [app.getVersion(), app.isPackaged]),
    is: ["9.8.7", false],
  },
  {
    of: ["App.getPath"],
    says: "a place without a name of Electron's throws, and the profile is where the switch says",
    source: "spec/api-app-spec.ts",
    ask: ({ main }) =>
      main(({ app }) => [
        globalThis.facts.thrown(() => app.getPath(globalThis.facts.wrong("nowhere"))),
        /facts-.*data$/u.test(app.getPath("userData")),
        app.getPath("downloads").length > 1,
        app.getPath("logs").length > 1,
      ]),
    is: ["Failed to get 'nowhere' path", true, true, true],
  },
  {
    of: ["App.getPreferredSystemLanguages"],
    says: "the person's languages are tags, the first one first, and never none",
    source: "spec/api-app-spec.ts",
    ask: ({ main }) =>
      main(({ app }) => {
        const tags = app.getPreferredSystemLanguages();
        return [tags.length > 0, tags.every((tag) => Intl.getCanonicalLocales(tag).length === 1)];
      }),
    is: [true, true],
  },
  {
    of: ["App.commandLine", "CommandLine.appendSwitch", "CommandLine.removeSwitch"],
    says: "a switch that is appended is there with its value, and gone once it is removed",
    source: "spec/api-app-spec.ts",
    ask: ({ main }) =>
      main(({ app: { commandLine } }) => {
        commandLine.appendSwitch("of-facts", "a value");
        const there = [commandLine.hasSwitch("of-facts"), commandLine.getSwitchValue("of-facts")];
        commandLine.removeSwitch("of-facts");
        return [
          ...there,
          commandLine.hasSwitch("of-facts"),
          commandLine.getSwitchValue("of-facts"),
        ];
      }),
    is: [true, "a value", false, ""],
  },
  {
    of: ["App.requestSingleInstanceLock", "App.hasSingleInstanceLock"],
    says: "whoever has the lock gets it again",
    source: "docs/api/app.md",
    ask: ({ main }) =>
      main(({ app }) => [...globalThis.facts.atStart.locks, app.hasSingleInstanceLock()]),
    is: [true, true, true],
  },
  {
    of: ["App.on(second-instance)"],
    says: "the first one is told of a second start, with its words, and the second one ends",
    source: "spec/api-app-spec.ts",
    async ask({ main, second }) {
      await second(["--word-of-the-second"]);
      return main(async () => {
        const { seconds } = globalThis.facts;
        while (seconds.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        return seconds.map(({ words, folder }) => [
          words.includes("--word-of-the-second"),
          folder.length > 0,
        ]);
      });
    },
    is: [[true, true]],
  },
  {
    of: ["App.setAppUserModelId"],
    says: "the name for Windows' taskbar may be given on every system",
    source: "lib/browser/api/app.ts",
    ask: ({ main }) =>
      main(({ app }) => globalThis.facts.thrown(() => app.setAppUserModelId("of.facts"))),
    is: null,
  },
  {
    of: ["App.getAccessibilitySupportFeatures"],
    says: "what assistive programs ask for is a list, empty where there is none",
    source: "spec/api-app-spec.ts",
    ask: ({ main }) => main(({ app }) => app.getAccessibilitySupportFeatures()),
    is: [],
  },
  {
    of: [
      "App.getLoginItemSettings",
      "App.setLoginItemSettings",
      "LoginItemSettings.wasOpenedAtLogin",
    ],
    says: "Linux knows no login items: setting one does nothing, and nothing is told of any",
    source: "shell/browser/browser_linux.cc",
    ask: ({ main }) =>
      main(({ app }) => {
        if (process.platform !== "linux") return [false, false];
        app.setLoginItemSettings({ openAtLogin: true });
        const { openAtLogin, wasOpenedAtLogin } = app.getLoginItemSettings();
        return [openAtLogin, wasOpenedAtLogin];
      }),
    is: [false, false],
  },
  {
    of: ["App.on(web-contents-created)", "App.on(browser-window-created)"],
    says: "the contents are told of before the window, both before it loads anything",
    source: "spec/api-app-spec.ts",
    ask: ({ main }) =>
      main(({ app, BrowserWindow }) => {
        const order: string[] = [];
        app.once("web-contents-created", (_event, { getURL }) =>
          order.push(`contents ${typeof getURL}`),
        );
        app.once("browser-window-created", (_event, { id }) => order.push(`window ${typeof id}`));
        const window = new BrowserWindow({ show: false });
        order.push("made");
        window.destroy();
        return order;
      }),
    is: ["contents function", "window number", "made"],
  },
  {
    of: ["App.on(browser-window-focus)", "BrowserWindow.focus", "BrowserWindow.getFocusedWindow"],
    says: "the app is told which of its windows got the focus",
    source: "spec/api-app-spec.ts",
    ask: ({ main }) =>
      main(async ({ app, BrowserWindow }) => {
        const window = await globalThis.facts.open();
        const heard = await globalThis.facts.isHeard(app, "browser-window-focus", () =>
          window.show(),
        );
        const isIt = BrowserWindow.getFocusedWindow() === window;
        window.hide();
        const other = BrowserWindow.getFocusedWindow() === window;
        window.destroy();
        return [heard, isIt, other];
      }),
    is: [true, true, false],
  },
  {
    of: ["App.on(before-quit)", "App.quit", "Event.preventDefault"],
    says: "a start of the end that is prevented ends nothing",
    source: "docs/api/app.md",
    ask: ({ main }) =>
      main(async ({ app }) => {
        app.once("before-quit", (event) => event.preventDefault());
        const isEnding = await globalThis.facts.isHeard(app, "will-quit", () => app.quit());
        return [isEnding, globalThis.facts.ground.isDestroyed()];
      }),
    is: [false, false],
  },
  {
    of: ["App.on(will-quit)", "App.quit"],
    says: "to quit is told before the windows close, after they closed, and at the end",
    source: "docs/api/app.md",
    ask: ({ endOf }) => endOf("quit"),
    is: { noted: ["before-quit", "will-quit", "quit"], code: 0 },
  },
  {
    of: ["App.exit"],
    says: "to exit asks nobody, and takes the code with it",
    source: "docs/api/app.md",
    ask: ({ endOf }) => endOf("exit"),
    is: { noted: ["quit"], code: 7 },
  },
  {
    of: ["App.on(window-all-closed)"],
    says: "the last window that goes is told of, and whoever listens keeps the app",
    source: "docs/api/app.md",
    ask: ({ endOf }) => endOf("last window"),
    is: { noted: ["window-all-closed", "quit"], code: 7 },
  },
];
