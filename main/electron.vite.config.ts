import { cpSync } from "node:fs";

import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

import { namesAt } from "./contract/requests/vocabulary.ts";

/** `dist` builds go to people: the sample organisation is compiled out of them. */
const isForPackaging = process.env["QUICK_MEETING_BUILD"] === "packaged";

/** A test builds the package's bundles beside the usual ones. */
const out = process.env["QUICK_MEETING_OUT"] ?? "out";

const define = { WITH_SAMPLE_ORGANISATION: JSON.stringify(!isForPackaging) };
const target = "node24";

/** Icons are read from disk by path, so they travel beside the bundle. */
const copyIcons = {
  name: "copy-icons",
  closeBundle() {
    cpSync("main/assets/tray", `${out}/assets`, { recursive: true });
  },
};

/** electron-store can check what it keeps against a schema. Ours has none, so what would check it stays out. */
const schemaValidators = new Set(["ajv/dist/2020.js", "ajv-formats"]);
const withoutSchemaValidators = {
  name: "without-schema-validators",
  enforce: "pre" as const,
  resolveId: (id: string) => (schemaValidators.has(id) ? `\0none:${id}` : null),
  load: (id: string) =>
    id.startsWith("\0none:") ? "export const Ajv2020 = null; export default null;" : null,
};

export default defineConfig({
  main: {
    define,
    plugins: [copyIcons, withoutSchemaValidators],
    build: {
      target,
      minify: isForPackaging,
      outDir: `${out}/main`,
      // Everything is bundled but Electron, so that a package carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: "main/main.ts",
        external: ["electron"],
        output: { format: "es", entryFileNames: "main.js" },
      },
    },
  },
  preload: {
    define: { WINDOW_REQUESTS: JSON.stringify(namesAt("window")) },
    build: {
      outDir: `${out}/preload`,
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file.
      rollupOptions: {
        input: "main/preload.ts",
        output: { format: "cjs", entryFileNames: "preload.cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    base: "./",
    plugins: [react()],
    build: {
      target: "chrome152",
      minify: true,
      outDir: `${out}/renderer`,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: "renderer/index.html",
        // Left to itself the bundler puts parts of the menus, which open later, into the first paint.
        output: { codeSplitting: { groups: [{ name: "menu", test: /@fluentui\/react-menu/u }] } },
      },
    },
  },
});
