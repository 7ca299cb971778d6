import { cpSync } from "node:fs";

import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

import { listLicences } from "../.build/licences.ts";
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

/** Loaded when it is called: MSAL and electron-log import these for servers and for logs that this app does not have. */
const whenCalled = (id: string) => `
  const of = (name) => (...given) => process.getBuiltinModule("${id}")[name](...given);
  export const createServer = of("createServer");
  export const request = of("request");
  export default { createServer, request };`;

/** What packages import and the app never uses: each start would read and run it. */
const unused: Readonly<Record<string, string>> = {
  // electron-store can check what it keeps against a schema. Ours has none.
  "ajv/dist/2020.js": "export const Ajv2020 = null;",
  "ajv-formats": "export default null;",
  // MSAL signs with it for clients that have a secret. A desktop app is none.
  jsonwebtoken: "export default null;",
  // As an import it makes Node load its whole fetch, which takes longer than all of ours.
  "unused:http": whenCalled("node:http"),
  "unused:https": whenCalled("node:https"),
};
/** Node's own modules are no plugin's to resolve, so the names are changed where they are imported. */
const importsHttp = /LoopbackClient\.mjs|transports\/remote\.js$/u;
const withoutUnused = {
  name: "without-unused",
  enforce: "pre" as const,
  resolveId: (id: string) => (Object.hasOwn(unused, id) ? `\0unused:${id}` : null),
  load: (id: string) => unused[id.replace("\0unused:", "")] ?? null,
  transform: (code: string, id: string) =>
    importsHttp.test(id) ? code.replaceAll(/(?<=')https?(?=')/gu, "unused:$&") : null,
};

export default defineConfig({
  main: {
    define,
    // Electron is no part of a bundle, and of every package.
    plugins: [copyIcons, withoutUnused, listLicences(["electron"])],
    build: {
      target,
      outDir: `${out}/main`,
      // Everything is bundled but Electron, so that a package carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: "main/main.ts",
        external: ["electron"],
        output: {
          format: "es",
          entryFileNames: "main.js",
          // Less to read at each start; with the names as they are, so that a log says where an error came from.
          minify: { compress: true, codegen: true, mangle: false },
        },
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
    plugins: [react(), listLicences()],
    build: {
      target: "chrome152",
      minify: true,
      outDir: `${out}/renderer`,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: "renderer/index.html",
        // Left to itself the bundler makes two dozen files of what a window begins with, and each is asked for.
        output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
      },
    },
  },
});
