/** Where an error that nobody foresaw came from: the frames alone, because a message may quote what a person typed. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return [error.name, ...frames.slice(0, 4).map((frame) => frame.trim())].join(" ");
}
