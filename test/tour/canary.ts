import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Leak {
  readonly kind: string;
  readonly file: string;
}

/** A killed app's Chromium still moves its last temporary files about. */
function textOf(file: string): string {
  try {
    return readFileSync(file).toString("latin1");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/**
 * Looks for the very strings that were issued, in every file under `folder` and in `output`. Also in
 * base64, and with the escapes of JSON and URLs. Chromium's own profile is looked at too.
 */
export function findLeaks(
  folder: string,
  output: string,
  secrets: readonly { readonly kind: string; readonly value: string }[],
): Leak[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = [
    { file: "the output", text: output },
    ...files.map((file) => ({ file, text: textOf(file) })),
  ];
  return secrets.flatMap(({ kind, value }) => {
    const shapes = [
      value,
      encodeURIComponent(value),
      Buffer.from(value).toString("base64").slice(0, -4),
    ];
    return texts
      .filter(({ text }) => shapes.some((shape) => text.includes(shape)))
      .map(({ file }) => ({ kind, file }));
  });
}
