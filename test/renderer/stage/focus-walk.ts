import type { Page } from "@playwright/test";

/** More than any view has stops. */
const mostStops = 80;

/** Goes through the view with Tab. What takes the focus and does not show it, each by the beginning of its HTML. */
export async function unseenFocus(page: Page): Promise<{ found: string[]; stops: number }> {
  const found: string[] = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const seen = new Set<string>();
  let isRound = false;
  for (let left = mostStops; left > 0; left--) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    // The way round leads once past the end of the page.
    if (stop === null ? isRound : seen.has(stop.path)) break;
    isRound ||= stop === null;
    if (stop === null) continue;
    seen.add(stop.path);
    if (!stop.isSeen) found.push(stop.html);
  }
  return { found, stops: seen.size };
}

/** Runs in the page, so it stands alone. Null where nothing of the page has the focus. */
function lookAtFocus(): { path: string; html: string; isSeen: boolean } | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const path: number[] = [];
  for (let each: Element = element; each.parentElement; each = each.parentElement)
    path.unshift([...each.parentElement.children].indexOf(each));
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const isInside = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  const boxes = [element, element.parentElement, element.parentElement?.parentElement].filter(
    (each) => each instanceof Element,
  );
  const isMarked = boxes.some((each) =>
    [null, "::before", "::after"].some((part) => {
      const style = getComputedStyle(each, part);
      const isThere = part === null || (style.content !== "none" && style.content !== "normal");
      const hasOutline = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
      const hasRing =
        part !== null &&
        style.borderTopStyle !== "none" &&
        Number.parseFloat(style.borderBottomWidth) > 0 &&
        style.transform !== "matrix(0, 0, 0, 1, 0, 0)";
      // A word that is pressed has a second line below it.
      const isUnderlined = style.textDecorationStyle === "double";
      return isThere && (hasOutline || hasRing || isUnderlined || style.boxShadow !== "none");
    }),
  );
  return {
    path: path.join("."),
    html: element.outerHTML.slice(0, 160),
    isSeen: isInside && isMarked,
  };
}
