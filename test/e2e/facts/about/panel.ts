import type { Fact } from "../fact.ts";

/** What stands in the panel and in front of everything: tray, menus, notifications, boxes. */
export const panelFacts: readonly Fact[] = [
  {
    of: ["Tray.setImage"],
    says: "a picture that is not there throws, in the beginning and later",
    source: "spec/api-tray-spec.ts",
    ask: ({ main }) =>
      main(({ Tray, nativeImage }) => {
        const { thrown } = globalThis.facts;
        const missing = "/nowhere/icon.png";
        const first = thrown(() => new Tray(missing));
        const tray = new Tray(nativeImage.createEmpty());
        const later = thrown(() => tray.setImage(missing));
        const empty = thrown(() => tray.setImage(nativeImage.createEmpty()));
        tray.destroy();
        return [first, later, empty];
      }),
    is: [
      "Failed to load image from path '/nowhere/icon.png'",
      "Failed to load image from path '/nowhere/icon.png'",
      null,
    ],
  },
  {
    of: ["Tray.destroy"],
    says: "an icon that was taken away says so, and takes nothing any more",
    source: "spec/api-tray-spec.ts",
    ask: ({ main }) =>
      main(({ Tray, nativeImage }) => {
        const tray = new Tray(nativeImage.createEmpty());
        const before = tray.isDestroyed();
        tray.destroy();
        tray.destroy();
        const said = globalThis.facts.thrown(() => tray.setToolTip("x"));
        return [before, tray.isDestroyed(), said];
      }),
    is: [false, true, "Tray is destroyed"],
  },
  {
    of: ["Tray.setContextMenu", "Tray.setToolTip", "Tray.setTitle"],
    says: "an icon has a menu or none, and words; it has words beside it on macOS, and takes them everywhere",
    source: "spec/api-tray-spec.ts",
    ask: ({ main }) =>
      main(({ Tray, Menu, nativeImage }) => {
        const tray = new Tray(nativeImage.createEmpty());
        const { thrown } = globalThis.facts;
        const said = [
          thrown(() => tray.setContextMenu(Menu.buildFromTemplate([{ label: "x" }]))),
          thrown(() => tray.setContextMenu(null)),
          thrown(() => tray.setToolTip("words")),
          process.platform === "darwin" ? null : thrown(() => tray.setTitle("words")),
        ];
        tray.destroy();
        return said;
      }),
    is: [null, null, null, null],
  },
  {
    of: ["Tray.popUpContextMenu"],
    says: "a menu may be opened from the icon, and something else than a menu may not",
    source: "spec/api-tray-spec.ts",
    ask: ({ main }) =>
      main(({ Tray, Menu, nativeImage }) => {
        const tray = new Tray(nativeImage.createEmpty());
        const menu = Menu.buildFromTemplate([{ label: "x" }]);
        const { thrown } = globalThis.facts;
        const said = [
          thrown(() => tray.popUpContextMenu(menu)),
          thrown(() => tray.popUpContextMenu(globalThis.facts.wrong({}))) !== null,
        ];
        tray.destroy();
        return said;
      }),
    is: [null, true],
  },
  {
    of: ["Tray.getBounds"],
    says: "Linux does not tell where an icon is",
    source: "docs/api/tray.md",
    ask: ({ main }) =>
      main(({ Tray, nativeImage }) => {
        if (process.platform !== "linux") return [0, 0];
        const tray = new Tray(nativeImage.createEmpty());
        const { width, height } = tray.getBounds();
        tray.destroy();
        return [width, height];
      }),
    is: [0, 0],
  },
  {
    of: ["Menu.buildFromTemplate"],
    says: "a menu is built of a list whose entries say what they are, and the list stays as it was",
    source: "spec/api-menu-spec.ts",
    ask: ({ main }) =>
      main(({ Menu }) => {
        const template = [
          { label: "first" },
          { type: "separator" as const },
          { label: "last", enabled: false },
        ];
        const before = JSON.stringify(template);
        const menu = Menu.buildFromTemplate(template);
        const { thrown } = globalThis.facts;
        return [
          menu.items.map(({ label, type, enabled }) => `${type} ${label} ${enabled}`),
          JSON.stringify(template) === before,
          thrown(() => Menu.buildFromTemplate(globalThis.facts.wrong("list"))),
          thrown(() => Menu.buildFromTemplate([{ enabled: true }])),
        ];
      }),
    is: [
      ["normal first true", "separator  true", "normal last false"],
      true,
      "Invalid template for Menu: Menu template must be an array",
      "Invalid template for MenuItem: must have at least one of label, role or type",
    ],
  },
  {
    of: ["Notification.isSupported", "Notification.show", "Notification.close"],
    says: "a notification is shown and closed without a word where nobody shows any",
    source: "spec/api-notification-spec.ts",
    ask: ({ main }) =>
      main(({ Notification }) => {
        const note = new Notification({ title: "a", body: "b" });
        const { thrown } = globalThis.facts;
        return [
          typeof Notification.isSupported(),
          thrown(() => note.show()),
          thrown(() => note.close()),
        ];
      }),
    is: ["boolean", null, null],
  },
  {
    of: ["Dialog.showMessageBox"],
    says: "a box is asked for with words of the right kinds, or it throws",
    source: "spec/api-dialog-spec.ts",
    ask: ({ main }) =>
      main(async ({ dialog }) => {
        const { rejected } = globalThis.facts;
        // Where Electron throws at once, and where a promise does, is not for the caller to know.
        const said = (options: object) =>
          rejected((async () => dialog.showMessageBox(globalThis.facts.wrong(options)))());
        return [
          await said({ type: "no such type", message: "" }),
          await said({ buttons: false, message: "" }),
          await said({ title: 300, message: "" }),
          await said({ message: [] }),
          await said({ message: "", detail: 3 }),
        ];
      }),
    is: [
      "Invalid message box type",
      "Buttons must be an array",
      "Title must be a string",
      "Message must be a string",
      "Detail must be a string",
    ],
  },
  {
    of: ["Dialog.showOpenDialog"],
    says: "a file is asked for with words of the right kinds, or it throws",
    source: "spec/api-dialog-spec.ts",
    ask: ({ main }) =>
      main(async ({ dialog }) => {
        const { rejected } = globalThis.facts;
        const said = (options: object) =>
          rejected((async () => dialog.showOpenDialog(globalThis.facts.wrong(options)))());
        return [
          await said({ properties: false }),
          await said({ title: 300 }),
          await said({ buttonLabel: [] }),
          await said({ defaultPath: {} }),
        ];
      }),
    is: [
      "Properties must be an array",
      "Title must be a string",
      "Button label must be a string",
      "Default path must be a string",
    ],
  },
  {
    of: ["Dialog.showErrorBox"],
    says: "an error is two texts, and throws for anything else",
    source: "spec/api-dialog-spec.ts",
    ask: ({ main }) =>
      main(({ dialog }) => {
        const { thrown } = globalThis.facts;
        return [
          thrown(() => Reflect.apply(dialog.showErrorBox, dialog, [])),
          /argument at index 0/u.test(
            thrown(() => dialog.showErrorBox(globalThis.facts.wrong(3), "four")) ?? "",
          ),
          /argument at index 1/u.test(
            thrown(() => dialog.showErrorBox("three", globalThis.facts.wrong(4))) ?? "",
          ),
        ];
      }),
    is: ["Insufficient number of arguments.", true, true],
  },
];
