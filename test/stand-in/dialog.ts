import type Electron from "electron";

import { escapeHtml } from "../../main/base/escape-html.ts";
import { needCount, needText } from "./arguments.ts";
import { browser } from "./browser.ts";
import { openOtherPage } from "./other-pages.ts";

type Options = Electron.MessageBoxOptions;
type Answer = Electron.MessageBoxReturnValue;

/** Only somebody who looks on can answer; nobody is there to say yes otherwise. Tests put their own in its place. */
export const dialog = {
  showErrorBox(...texts: readonly unknown[]): void {
    needCount(texts, 2);
    for (const [index, text] of texts.entries()) needText(text, index);
  },
  async showMessageBox(first: unknown, second?: Options): Promise<Answer> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is called with a window before them, or without
    const options = second ?? (first as Options);
    checkBox(options);
    const { cancelId = 0 } = options;
    const response = process.env["STANDIN_HEADLESS"] === "0" ? await askOnScreen(options) : null;
    return { response: response ?? cancelId, checkboxChecked: false };
  },
  /** Nobody chooses a file here. */
  async showOpenDialog(...given: readonly object[]): Promise<Electron.OpenDialogReturnValue> {
    // They come last, with a window before them or not.
    checkFileBox(given.at(-1) ?? {});
    return { canceled: true, filePaths: [] };
  },
} satisfies Pick<Electron.Dialog, "showErrorBox"> &
  Record<"showMessageBox" | "showOpenDialog", unknown>;

const boxTypes = new Set(["none", "info", "warning", "error", "question"]);

function checkBox({ type = "none", buttons = [], ...options }: Options): void {
  if (!boxTypes.has(type)) throw new TypeError("Invalid message box type");
  if (!Array.isArray(buttons)) throw new TypeError("Buttons must be an array");
  checkTexts(options, { title: "Title", message: "Message", detail: "Detail" });
}

function checkFileBox({ properties = [], ...options }: Electron.OpenDialogOptions): void {
  if (!Array.isArray(properties)) throw new TypeError("Properties must be an array");
  checkTexts(options, { title: "Title", buttonLabel: "Button label", defaultPath: "Default path" });
}

function checkTexts(options: object, names: Readonly<Record<string, string>>): void {
  const texts: Readonly<Record<string, unknown>> = { ...options };
  for (const [name, called] of Object.entries(names))
    if (texts[name] !== undefined && typeof texts[name] !== "string")
      throw new TypeError(`${called} must be a string`);
}

/** In a window of its own. Null where that is closed. */
async function askOnScreen({ message, detail = "", buttons = ["OK"] }: Options) {
  const place = { width: 460, height: 360, left: 120, top: 120 };
  const { targetId, session } = await openOtherPage(place);
  const { root } = browser();
  const answered = Promise.withResolvers<number | null>();
  const gone = (event: { targetId?: unknown }) => {
    if (event.targetId === targetId) answered.resolve(null);
  };
  root.on("Target.targetDestroyed", gone);
  session.on("Runtime.bindingCalled", ({ payload }) => answered.resolve(Number(payload)));
  await session.send("Runtime.enable");
  await session.send("Runtime.addBinding", { name: "answer" });
  const choices = buttons.map(
    (label, at) => `<button data-at="${at}">${escapeHtml(label)}</button>`,
  );
  const html = `<!doctype html><title>${escapeHtml(message)}</title>
<style>body { font: 15px system-ui; margin: 24px } p { white-space: pre-line } button { font: inherit; margin-right: 8px }</style>
<h1 style="font-size: 18px">${escapeHtml(message)}</h1><p>${escapeHtml(detail)}</p>${choices.join("")}`;
  await session.send("Runtime.evaluate", {
    expression: `document.write(${JSON.stringify(html)});
      for (const one of document.querySelectorAll("button")) one.onclick = () => answer(one.dataset.at);`,
  });
  const response = await answered.promise;
  root.off("Target.targetDestroyed", gone);
  await root.send("Target.closeTarget", { targetId }).catch(() => undefined);
  return response;
}
