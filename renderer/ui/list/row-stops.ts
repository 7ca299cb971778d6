/** Where the keys lead in a list whose rows are one tab stop: Up and Down, Home and End. */
export function rowFor(
  key: string,
  row: HTMLElement,
  rows: readonly HTMLElement[],
): HTMLElement | null {
  const index = rows.indexOf(row);
  switch (key) {
    case "ArrowDown":
      return rows[index + 1] ?? row;
    case "ArrowUp":
      return rows[index - 1] ?? row;
    case "Home":
      return rows[0] ?? row;
    case "End":
      return rows.at(-1) ?? row;
    default:
      return null;
  }
}

/** Left and Right reach a row's buttons; mirrored where the text is. */
export function buttonFor(key: string, row: HTMLElement): HTMLElement | null {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const isForward = (key === "ArrowRight") !== row.matches(":dir(rtl)");
  const stops = [row, ...row.querySelectorAll("button")];
  const index = stops.findIndex((stop) => stop === document.activeElement);
  return stops[index + (isForward ? 1 : -1)] ?? null;
}

/** A letter goes to the next row whose subject begins with it. */
export function typedAhead(
  key: string,
  row: HTMLElement,
  rows: readonly HTMLElement[],
  subjectOf: (row: HTMLElement) => string,
): HTMLElement | null {
  if (!/^[\p{L}\p{N}]$/u.test(key)) return null;
  const letter = key.toLocaleLowerCase();
  const start = rows.indexOf(row) + 1;
  const order = [...rows.slice(start), ...rows.slice(0, start)];
  return order.find((one) => subjectOf(one).toLocaleLowerCase().startsWith(letter)) ?? null;
}
