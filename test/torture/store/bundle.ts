import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "vite";

/** Stands for the little of Electron that electron-store and platform/documents.ts touch. */
const electron = `
export const ipcMain = { on() {}, removeAllListeners() {} };
export const app = { getPath: () => process.env.STORE_FOLDER, getVersion: () => "1.0.0" };
export default { app, ipcMain, shell: {} };
`;

const standIns: Readonly<Record<string, string>> = {
  electron,
  // MSAL takes it for a server of its own that the app never starts; loading it takes long.
  http: "export default {};",
};

/**
 * The child and all it needs as one CommonJS file, which Node starts in 50 ms: thousands of starts
 * are affordable. The sources are the app's own, unchanged.
 */
async function bundleChild(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    root: import.meta.dirname,
    plugins: [
      {
        name: "stand-ins",
        enforce: "pre",
        resolveId: (id) => (id in standIns ? `\0${id}` : null),
        load: (id) => standIns[id.slice(1)] ?? null,
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, "child.ts"),
      outDir: folder,
      emptyOutDir: false,
      // Less to read, and so a quicker start.
      minify: true,
      target: "node24",
      rollupOptions: {
        output: { format: "cjs", entryFileNames: "child.cjs", codeSplitting: false },
      },
    },
  });
  return join(folder, "child.cjs");
}

/** Bundles once for all that is done with it. */
export async function withChild<Value>(work: (child: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "store-child-"));
  try {
    return await work(await bundleChild(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
