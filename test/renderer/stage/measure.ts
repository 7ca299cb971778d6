/** What is wrong with what is drawn, each by the beginning of its HTML; and how much there was to look at. */
export interface Measured {
  readonly elements: number;
  readonly words: number;
  /** They stick out of the window, or lie below it where nothing scrolls. */
  readonly outside: readonly string[];
  /** Words that are cut off, or wider than what they stand in. */
  readonly clipped: readonly string[];
  /** A column made them too low for what is in them, so that they lie over the next one. */
  readonly squeezed: readonly string[];
  /** Something else lies over their words. */
  readonly covered: readonly string[];
  /** The buttons that stand out; a screen has one at most. */
  readonly filled: number;
}

/** Runs in the page, so it stands alone. */
export async function measure(): Promise<Measured> {
  /** One that is really drawn: what waits for the animation frames of the page's clock is not told of these. */
  const frame = () =>
    new Promise<void>((resolve) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document.documentElement);
    });
  // What finds out only when it is drawn that it has no room is drawn anew, and may find out more.
  for (let left = 3; left > 0; left--) await frame();
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await frame();

  const html = (element: Element) => element.outerHTML.slice(0, 160);
  const isUnseen = (element: Element) =>
    element.closest(".visually-hidden, [aria-hidden=true], [data-tabster-dummy], svg *") !== null;
  const parents = (element: Element): Element[] => {
    const all: Element[] = [];
    for (
      let each = element.parentElement;
      each && each !== document.body;
      each = each.parentElement
    )
      all.push(each);
    return all;
  };
  const scrolls = (value: string) => value === "auto" || value === "scroll";
  const clips = (value: string) => value === "hidden" || value === "clip";
  const isCutOnPurpose = (element: Element) =>
    getComputedStyle(element).textOverflow === "ellipsis" ||
    getComputedStyle(element).webkitLineClamp !== "none";

  const drawn = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !isUnseen(element) &&
      element.getBoundingClientRect().width > 0,
  );

  const outside = drawn.filter((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const above = parents(element);
    if (above.some(isCutOnPurpose)) return false;
    const isReached = above.some((each) => scrolls(getComputedStyle(each).overflowY));
    const isBeside = left < -1 || right > innerWidth + 1;
    return isBeside || (!isReached && (top < -1 || bottom > innerHeight + 1));
  });

  const words = drawn.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "")
      .map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return { element, lines: [...range.getClientRects()] };
      }),
  );

  /** Whether a parent hides part of the line for good: what scrolls brings it back. */
  // oxlint-disable-next-line eslint/complexity -- it runs in the page and can use nothing from outside
  function isCut(element: Element, { left, right, top, bottom }: DOMRect): boolean {
    let [isAcross, isDown] = [true, true];
    for (const each of [element, ...parents(element)]) {
      const { overflowX, overflowY } = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      if (isCutOnPurpose(each)) return false;
      if (isAcross && clips(overflowX) && (left < box.left - 1 || right > box.right + 1))
        return true;
      if (isDown && clips(overflowY) && (top < box.top - 2 || bottom > box.bottom + 2)) return true;
      isAcross &&= !scrolls(overflowX);
      isDown &&= !scrolls(overflowY);
    }
    return false;
  }
  const clipped = [
    ...drawn.filter(
      (element) =>
        element.matches("h1, h2, label, p, button") &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0 &&
        !isCutOnPurpose(element),
    ),
    ...words
      .filter(({ element, lines }) => lines.some((line) => isCut(element, line)))
      .map(({ element }) => element),
  ];

  const squeezed = drawn.filter((element) => {
    const { display, flexDirection } = getComputedStyle(element.parentElement ?? element);
    const { overflowY } = getComputedStyle(element);
    const isOpen = overflowY === "visible" || element.matches("button");
    const { clientHeight, scrollHeight } = element;
    const isInColumn = display === "flex" && flexDirection === "column";
    // Fluent lets the margin round a checkbox stick out by 4 px, with Arabic's lines.
    return isInColumn && isOpen && clientHeight > 0 && scrollHeight > clientHeight + 4;
  });

  /** A dialog or a menu may lie over all else: each is a layer of its own. */
  const layerOf = (element: Element) =>
    element.closest(".fui-MenuPopover, .fui-PopoverSurface, [role*=dialog], [role=listbox]") ??
    [element, ...parents(element)].at(-1);
  const covered = words.filter(({ element, lines: [line] }) => {
    if (!line) return false;
    const [x, y] = [line.left + line.width / 2, line.top + line.height / 2];
    const isShown = [element, ...parents(element)].every((each) => {
      const box = each.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(each);
      const isIn = x > box.left && x < box.right && y > box.top && y < box.bottom;
      return isIn || (overflowX === "visible" && overflowY === "visible");
    });
    const hit = isShown ? document.elementFromPoint(x, y) : null;
    if (!hit || layerOf(hit) !== layerOf(element)) return false;
    return !hit.contains(element) && !element.contains(hit);
  });

  return {
    elements: drawn.length,
    words: words.length,
    outside: outside.map(html),
    clipped: clipped.map(html),
    squeezed: squeezed.map(html),
    covered: covered.map(({ element }) => html(element)),
    filled: document.querySelectorAll("[data-primary]").length,
  };
}
