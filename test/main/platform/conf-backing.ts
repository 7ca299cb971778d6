import { createRequire } from "node:module";

import type { Backing, BackingOptions } from "../../../main/platform/document-file.ts";

/** What electron-store is without Electron: the same reading and writing, in a folder that is named. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a module found by path has no type
const { default: Conf } = createRequire(createRequire(import.meta.url).resolve("electron-store"))(
  "conf",
) as {
  default: new (options: object) => Backing;
};

export const confBacking =
  (folder: string) =>
  ({ name, ...options }: BackingOptions): Backing =>
    new Conf({ ...options, cwd: folder, configName: name, projectVersion: "1.0.0" });
