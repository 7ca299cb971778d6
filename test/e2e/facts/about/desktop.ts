import type { Fact } from "../fact.ts";

/** What the desktop has for every app: keys, colours, screens, files and addresses, the clipboard, the keyring. */
export const desktopFacts: readonly Fact[] = [
  {
    of: ["GlobalShortcut.register", "GlobalShortcut.unregister"],
    says: "a key is this app's from the moment it is registered until it is given back, twice or never registered too",
    source: "spec/api-global-shortcut-spec.ts",
    ask: ({ main }) =>
      main(({ globalShortcut }) => {
        const { thrown } = globalThis.facts;
        const key = "Alt+Shift+F9";
        const never = globalShortcut.isRegistered(key);
        const first = globalShortcut.register(key, () => undefined);
        const second = thrown(() => globalShortcut.register(key, () => undefined));
        const there = globalShortcut.isRegistered(key);
        globalShortcut.unregister(key);
        const gone = globalShortcut.isRegistered(key);
        const twice = thrown(() => globalShortcut.unregister(key));
        return [never, first, second, there, gone, twice];
      }),
    is: [false, true, null, true, false, null],
  },
  {
    of: ["NativeTheme.themeSource", "NativeTheme.shouldUseDarkColors"],
    says: "the theme that is asked for decides, and the system's where none is",
    source: "spec/api-native-theme-spec.ts",
    ask: ({ main }) =>
      main(({ nativeTheme }) => {
        const before = nativeTheme.themeSource;
        nativeTheme.themeSource = "dark";
        const dark = nativeTheme.shouldUseDarkColors;
        nativeTheme.themeSource = "light";
        const light = nativeTheme.shouldUseDarkColors;
        nativeTheme.themeSource = "system";
        return [before, dark, light];
      }),
    is: ["system", true, false],
  },
  {
    of: ["NativeTheme.on(updated)"],
    says: "colours that change are told of, and the same ones asked for again are not",
    source: "spec/api-native-theme-spec.ts",
    ask: ({ main }) =>
      main(async ({ nativeTheme }) => {
        const { isHeard } = globalThis.facts;
        const choose = (theme: "dark" | "light" | "system") => () => {
          nativeTheme.themeSource = theme;
        };
        // What other facts changed may be told of only now.
        while (await isHeard(nativeTheme, "updated", choose("light")));
        const changed = await isHeard(nativeTheme, "updated", choose("dark"));
        const same = await isHeard(nativeTheme, "updated", choose("dark"));
        choose("system")();
        return [changed, same];
      }),
    is: [true, false],
  },
  {
    of: ["Screen.getCursorScreenPoint", "Screen.getDisplayNearestPoint"],
    says: "the pointer is somewhere, and nearest to it is one of the screens",
    source: "spec/api-screen-spec.ts",
    ask: ({ main }) =>
      main(({ screen }) => {
        const point = screen.getCursorScreenPoint();
        const { id, workArea } = screen.getDisplayNearestPoint(point);
        const isOne = screen.getAllDisplays().some((one) => one.id === id);
        return [Number.isFinite(point.x), isOne, workArea.width > 0];
      }),
    is: [true, true, true],
  },
  {
    of: ["Shell.openExternal"],
    says: "what is no address is refused, and nothing is opened",
    source: "spec/api-shell-spec.ts",
    ask: ({ main }) =>
      main(async ({ shell }) => {
        const { rejected } = globalThis.facts;
        const said = await rejected((async () => shell.openExternal(globalThis.facts.wrong(5)))());
        return said !== null;
      }),
    is: true,
  },
  {
    of: ["Shell.showItemInFolder"],
    says: "a folder is asked for by a path, and nothing is answered",
    source: "docs/api/shell.md",
    ask: ({ main }) =>
      main(
        ({ shell }) =>
          globalThis.facts.thrown(() => shell.showItemInFolder(globalThis.facts.wrong(5))) !== null,
      ),
    is: true,
  },
  {
    of: ["Clipboard.writeText", "Clipboard.readText"],
    says: "a text is written and read when its promise says so, whatever letters it has",
    source: "spec/api-clipboard-spec.ts",
    ask: ({ main }) =>
      main(async ({ clipboard }) => {
        const write = clipboard.writeText("千江有水 – 🙂");
        const isPromise = typeof write.then === "function";
        await write;
        return [isPromise, await clipboard.readText()];
      }),
    is: [true, "千江有水 – 🙂"],
  },
  {
    of: ["Clipboard.write"],
    says: "one item may have a plain and a rich form, and who wants plain text gets that",
    source: "spec/api-clipboard-spec.ts",
    ask: ({ main }) =>
      main(async ({ clipboard, ClipboardItem }) => {
        const forms = { "text/plain": "plain", "text/html": "<b>rich</b>" };
        await clipboard.write([new ClipboardItem(forms)]);
        const [item] = await clipboard.read();
        return [
          await clipboard.readText(),
          (await (await item?.getType("text/html"))?.text())?.includes("<b>rich</b>"),
          globalThis.facts.thrown(() => new ClipboardItem({})) !== null,
        ];
      }),
    is: ["plain", true, true],
  },
  {
    of: ["Clipboard.clear"],
    says: "a clipboard that was emptied has no text",
    source: "spec/api-clipboard-spec.ts",
    ask: ({ main }) =>
      main(async ({ clipboard }) => {
        await clipboard.writeText("there");
        clipboard.clear();
        while ((await clipboard.readText()) !== "")
          await new Promise((resolve) => setTimeout(resolve, 20));
        return clipboard.readText();
      }),
    is: "",
  },
  {
    of: [
      "SafeStorage.encryptStringAsync",
      "SafeStorage.decryptStringAsync",
      "DecryptStringAsyncReturnValue.result",
      "DecryptStringAsyncReturnValue.shouldReEncrypt",
    ],
    says: "what was sealed opens again, is not readable, and need not be sealed anew",
    source: "spec/api-safe-storage-spec.ts",
    ask: ({ main }) =>
      main(async ({ safeStorage }) => {
        const texts = ["secret – 🙂", "", "x".repeat(100_000)];
        const opened = [];
        for (const text of texts) {
          const sealed = await safeStorage.encryptStringAsync(text);
          const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
          const isReadable = text !== "" && sealed.includes(text);
          opened.push([result === text, shouldReEncrypt, isReadable]);
        }
        return opened;
      }),
    is: [
      [true, false, false],
      [true, false, false],
      [true, false, false],
    ],
  },
  {
    of: ["SafeStorage.decryptStringAsync"],
    says: "what was not sealed here does not open, and what are no bytes neither",
    source: "spec/api-safe-storage-spec.ts",
    ask: ({ main }) =>
      main(async ({ safeStorage }) => {
        const { rejected } = globalThis.facts;
        const open = (given: unknown) =>
          rejected((async () => safeStorage.decryptStringAsync(globalThis.facts.wrong(given)))());
        return [(await open(Buffer.from("plain text"))) !== null, (await open({})) !== null];
      }),
    is: [true, true],
  },
  {
    of: ["SafeStorage.getSelectedStorageBackend"],
    says: "Linux names where it keeps its key, and knows it once the app is ready",
    source: "docs/api/safe-storage.md",
    ask: ({ main }) =>
      main(({ safeStorage }) => {
        if (process.platform !== "linux") return true;
        const known = ["basic_text", "gnome_libsecret", "kwallet", "kwallet5", "kwallet6"];
        return known.includes(safeStorage.getSelectedStorageBackend());
      }),
    is: true,
  },
];
