/** As Electron's native side takes what it is given: a text that is none throws, with its place. */
export function needText(value: unknown, index = 0): void {
  if (typeof value !== "string")
    throw new TypeError(
      `Error processing argument at index ${index}, conversion failure from ${String(value)}`,
    );
}

export function needCount(given: readonly unknown[], count: number): void {
  if (given.length < count) throw new TypeError("Insufficient number of arguments.");
}
