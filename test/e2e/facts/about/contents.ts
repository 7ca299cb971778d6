import type { Fact } from "../fact.ts";

/** What a page may do, what is told of it, and how the two sides talk. */
export const contentsFacts: readonly Fact[] = [
  {
    of: ["WebContents.on(will-navigate)", "Event.preventDefault"],
    says: "a page that wants to go elsewhere is told of with its address, and stays where that is prevented",
    source: "spec/api-browser-window-spec.ts",
    async ask({ main, ground }) {
      await main(() => {
        const { webContents } = globalThis.facts.ground;
        webContents.once("will-navigate", (event) => {
          event.preventDefault();
          Reflect.set(globalThis, "wanted", event.url);
        });
      });
      await ground.evaluate(() => document.getElementById("away")?.click());
      return main(async () => {
        const wanted = () => Reflect.get(globalThis, "wanted");
        while (!wanted()) await new Promise((resolve) => setTimeout(resolve, 20));
        return [wanted(), globalThis.facts.ground.webContents.getURL()];
      });
    },
    is: ["http://127.0.0.1:9/nobody", "facts://here/page.html"],
  },
  {
    of: ["WebContents.on(will-navigate)", "BrowserWindow.loadURL"],
    says: "what the app itself loads is no wish of the page, and is not asked about",
    source: "docs/api/web-contents.md",
    ask: ({ main }) =>
      main(async () => {
        const window = await globalThis.facts.open();
        let asked = 0;
        window.webContents.on("will-navigate", () => {
          asked += 1;
        });
        await window.loadURL("facts://here/other.html");
        const there = window.webContents.getURL();
        window.destroy();
        return [asked, there];
      }),
    is: [0, "facts://here/other.html"],
  },
  {
    of: ["WebContents.setWindowOpenHandler"],
    says: "a new window that is denied does not come, and the handler was told of its address",
    source: "spec/guest-window-manager-spec.ts",
    async ask({ main, ground }) {
      const before = await main(({ BrowserWindow }) => {
        globalThis.facts.ground.webContents.setWindowOpenHandler(({ url }) => {
          Reflect.set(globalThis, "opened", url);
          return { action: "deny" };
        });
        return BrowserWindow.getAllWindows().length;
      });
      await ground.evaluate(() => document.getElementById("new")?.click());
      return main(async ({ BrowserWindow }, count) => {
        const opened = () => Reflect.get(globalThis, "opened");
        while (!opened()) await new Promise((resolve) => setTimeout(resolve, 20));
        return [opened(), BrowserWindow.getAllWindows().length - count];
      }, before);
    },
    is: ["facts://here/other.html", 0],
  },
  {
    of: ["WebContents.on(before-input-event)"],
    says: "a key is told of before the page hears it, down and up, by its name",
    source: "spec/api-web-contents-spec.ts",
    async ask({ main, ground }) {
      await main(() => {
        const keys: string[] = [];
        Reflect.set(globalThis, "keys", keys);
        globalThis.facts.ground.webContents.on(
          "before-input-event",
          (_event, { type, key, control }) => {
            keys.push([type, key, control].join(" "));
          },
        );
        globalThis.facts.ground.show();
      });
      await ground.locator("#field").focus();
      await ground.keyboard.press("Control+k");
      return main(async () => {
        const keys: string[] = Reflect.get(globalThis, "keys");
        while (keys.length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
        globalThis.facts.ground.webContents.removeAllListeners("before-input-event");
        globalThis.facts.ground.hide();
        return keys;
      });
    },
    is: ["keyDown Control true", "keyDown k true", "keyUp k true", "keyUp Control false"],
  },
  {
    of: ["WebContents.on(before-mouse-event)"],
    says: "a button of the mouse is told of before the page hears it",
    source: "spec/api-web-contents-spec.ts",
    async ask({ main, ground }) {
      await main(() => {
        const acts: string[] = [];
        Reflect.set(globalThis, "acts", acts);
        globalThis.facts.ground.webContents.on("before-mouse-event", (_event, { type }) => {
          if (type === "mouseDown" || type === "mouseUp") acts.push(type);
        });
        globalThis.facts.ground.show();
      });
      await ground.locator("#field").click();
      return main(async () => {
        const acts: string[] = Reflect.get(globalThis, "acts");
        while (acts.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
        globalThis.facts.ground.webContents.removeAllListeners("before-mouse-event");
        globalThis.facts.ground.hide();
        return acts;
      });
    },
    is: ["mouseDown", "mouseUp"],
  },
  {
    of: ["IpcMain.handle", "IpcRenderer.invoke", "ContextBridge.exposeInMainWorld"],
    says: "what the page asks through the bridge is answered by main, a refusal as an error that names the channel",
    source: "spec/api-ipc-spec.ts",
    async ask({ main, ground }) {
      await main(({ ipcMain }) => {
        ipcMain.handle("echo", (_event, value: unknown) => value);
        ipcMain.handle("refuse", () => {
          throw new Error("no");
        });
      });
      const bridge = "globalThis.facts";
      const answer = await ground.evaluate(`${bridge}.ask("echo", { a: [1, null, "x"] })`);
      const refused = await ground.evaluate(
        `${bridge}.ask("refuse").catch((error) => error.message)`,
      );
      return [answer, refused];
    },
    is: [{ a: [1, null, "x"] }, "Error invoking remote method 'refuse': Error: no"],
  },
  {
    of: ["IpcMain.handle", "IpcMain.removeHandler", "IpcMain.removeAllListeners"],
    says: "a channel has one handler, and once that is removed none; listeners are something else",
    source: "spec/api-ipc-spec.ts",
    ask: ({ main }) =>
      main(({ ipcMain }) => {
        const { thrown } = globalThis.facts;
        const handle = () => ipcMain.handle("one", () => 1);
        handle();
        const second = thrown(handle);
        ipcMain.removeAllListeners("one");
        const still = thrown(handle);
        ipcMain.removeHandler("one");
        const after = thrown(handle);
        ipcMain.removeHandler("one");
        const none = thrown(() => ipcMain.handle("one", globalThis.facts.wrong(5)));
        return [second, still, after, none];
      }),
    is: [
      "Attempted to register a second handler for 'one'",
      "Attempted to register a second handler for 'one'",
      null,
      "Expected handler to be a function, but found type 'number'",
    ],
  },
  {
    of: ["IpcMainInvokeEvent.sender", "WebFrameMain.url", "WebFrameMain.parent"],
    says: "who asks is told: the contents, and a frame with its address and no parent",
    source: "spec/api-web-frame-main-spec.ts",
    async ask({ main, ground }) {
      await main(({ ipcMain }) => {
        ipcMain.handle("who", ({ sender, senderFrame }) => [
          sender === globalThis.facts.ground.webContents,
          senderFrame?.url,
          senderFrame?.parent,
        ]);
      });
      return ground.evaluate(`globalThis.facts.ask("who")`);
    },
    is: [true, "facts://here/page.html", null],
  },
  {
    of: ["WebContents.send", "IpcRenderer.on"],
    says: "news of main arrives in order, and not after the preload stopped listening",
    source: "spec/api-ipc-renderer-spec.ts",
    async ask({ main, ground }) {
      const send = (value: number) =>
        main((_electron, sent) => globalThis.facts.ground.webContents.send("news", sent), value);
      const heard = () => ground.evaluate<number[]>("globalThis.facts.heard()");
      await send(1);
      await send(2);
      while ((await heard()).length < 2) await send(2);
      await ground.evaluate("globalThis.facts.hearNoMore()");
      const before = await heard();
      await send(3);
      await ground.evaluate("globalThis.facts.ask('who')");
      return [before.slice(0, 2), (await heard()).includes(3)];
    },
    is: [[1, 2], false],
  },
  {
    of: ["WebContents.send"],
    says: "what cannot be cloned is not sent, and a message without a channel is none",
    source: "spec/api-web-contents-spec.ts",
    ask: ({ main }) =>
      main(() => {
        const { webContents } = globalThis.facts.ground;
        const unclonable = globalThis.facts.thrown(() => webContents.send("news", () => 1));
        const none = globalThis.facts.thrown(() =>
          webContents.send(globalThis.facts.wrong(undefined)),
        );
        return [unclonable !== null, none];
      }),
    is: [true, "Missing required channel argument"],
  },
  {
    of: ["WebContents.setWebRTCIPHandlingPolicy"],
    says: "the policy that is set for a window's calls is the one it has",
    source: "spec/api-web-contents-spec.ts",
    ask: ({ main }) =>
      main(async () => {
        const window = await globalThis.facts.open();
        const policy = window.webContents.getWebRTCIPHandlingPolicy();
        window.destroy();
        return policy;
      }),
    is: "disable_non_proxied_udp",
  },
  {
    of: ["WebContents.isDevToolsFocused"],
    says: "developer tools that are not open do not have the focus",
    source: "spec/api-web-contents-spec.ts",
    ask: ({ main }) => main(() => globalThis.facts.ground.webContents.isDevToolsFocused()),
    is: false,
  },
];
