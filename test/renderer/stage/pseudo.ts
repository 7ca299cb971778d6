import type { Page } from "@playwright/test";

/** Every text of the page longer than any language's, or with marks above and below each letter, between brackets. */
export const pseudoNames = ["longer", "accented"] as const;
export type Pseudo = (typeof pseudoNames)[number];

/** Until `restore`, which React must find as it left it. */
export const disguise = (page: Page, pseudo: Pseudo): Promise<void> =>
  page.evaluate((how) => {
    const originals = new Map<Text, string>();
    const longer = (text: string) =>
      text.replaceAll(/\p{L}{4,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
    const accented = (text: string) =>
      `[${text.replaceAll(/[aeiounyAEIOUY]/gu, "$&\u0302\u0323")}]`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? "";
      const isWords = /\p{L}/u.test(text) && node.parentElement?.closest("script, style") === null;
      if (!isWords || !(node instanceof Text)) continue;
      originals.set(node, text);
      node.nodeValue = how === "longer" ? longer(text) : accented(text);
    }
    Reflect.set(globalThis, "undisguise", () => {
      for (const [node, text] of originals) node.nodeValue = text;
    });
  }, pseudo);

export const restore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const undo: () => void = Reflect.get(globalThis, "undisguise");
    undo();
  });
