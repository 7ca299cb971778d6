/** More that is wrong with what is drawn, each by the beginning of its HTML. */
export interface Geometry {
  /** Words of two elements lie over each other. */
  readonly overlapping: readonly string[];
  /** What is pressed is less than 24 px wide or high. */
  readonly small: readonly string[];
  /** Of words that may be cut short nothing worth reading is left, or a time that was typed does not fit its field. */
  readonly vanished: readonly string[];
  /** What there was to look at: words, and what can be pressed. */
  readonly looked: number;
}

/** Runs in the page after `measure`, so it stands alone. */
export function geometry(): Geometry {
  const leastTarget = 24;
  /** Some letters and the dots. */
  const leastWords = 36;
  const html = (element: Element) => element.outerHTML.slice(0, 160);
  const isUnseen = (element: Element) =>
    element.closest(".visually-hidden, [aria-hidden=true], [data-tabster-dummy], svg *") !== null;
  const isDrawn = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !isUnseen(element);

  /** What of a box is left after all that cuts it off. */
  function shown(element: Element, box: DOMRect): DOMRect | null {
    let { left, right, top, bottom } = box;
    for (let each: Element | null = element; each; each = each.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(each);
      const own = each.getBoundingClientRect();
      if (overflowX !== "visible")
        [left, right] = [Math.max(left, own.left), Math.min(right, own.right)];
      if (overflowY !== "visible")
        [top, bottom] = [Math.max(top, own.top), Math.min(bottom, own.bottom)];
      if (position === "fixed") break;
    }
    [left, top] = [Math.max(left, 0), Math.max(top, 0)];
    [right, bottom] = [Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
    return right - left > 1 && bottom - top > 1
      ? new DOMRect(left, top, right - left, bottom - top)
      : null;
  }

  /** A dialog or a menu may lie over all else: each is a layer of its own. */
  const layerOf = (element: Element) =>
    element.closest(
      ".fui-MenuPopover, .fui-PopoverSurface, .fui-Tooltip__content, [role*=dialog], [role=listbox]",
    );

  const drawn = [...document.body.querySelectorAll("*")].filter(isDrawn);
  const words = drawn.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "")
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((line) => ({ element, line: shown(element, line) }));
      }),
  );
  const overlapping = words.flatMap(({ element, line }, index) => {
    if (line === null) return [];
    const over = words.slice(index + 1).find((other) => {
      if (other.line === null || other.element === element) return false;
      if (layerOf(other.element) !== layerOf(element)) return false;
      const across = Math.min(line.right, other.line.right) - Math.max(line.left, other.line.left);
      const down = Math.min(line.bottom, other.line.bottom) - Math.max(line.top, other.line.top);
      // Lines of one paragraph stand closer than their boxes are high.
      return across > 2 && down > Math.min(line.height, other.line.height) / 2;
    });
    return over ? [`${html(element)} AND ${html(over.element)}`] : [];
  });

  const pressed = drawn.filter(
    (element) =>
      element.matches(
        "button, a[href], select, textarea, input, [role=button], [role=tab], [role=option], [role^=menuitem], [role=switch]",
      ) && !element.matches("[disabled], [type=hidden]"),
  );
  const small = pressed.filter((element) => {
    // A field of which one sees the box is pressed anywhere in the box, and a row of a menu in all of the row.
    const target =
      element.closest(".fui-Input, .fui-Select, .fui-Combobox, .fui-DatePicker") ?? element;
    const { width, height } = target.getBoundingClientRect();
    const isInSentence = element.matches("a") && getComputedStyle(element).display === "inline";
    return !isInSentence && width > 0 && (width < leastTarget - 0.5 || height < leastTarget - 0.5);
  });

  const vanished = [
    ...drawn.filter((element) => {
      const isCut = getComputedStyle(element).textOverflow === "ellipsis";
      const { clientWidth, scrollWidth } = element;
      return isCut && scrollWidth > clientWidth + 1 && clientWidth < leastWords;
    }),
    ...drawn.filter(
      (element) =>
        element instanceof HTMLInputElement &&
        element.matches("[role=combobox]") &&
        /^[\d:.\s٠-٩/apmAPM]{4,12}$/u.test(element.value) &&
        element.scrollWidth > element.clientWidth + 1,
    ),
  ];

  return {
    overlapping,
    small: small.map(html),
    vanished: vanished.map(html),
    looked: words.length + pressed.length,
  };
}
