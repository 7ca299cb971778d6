import { defineConfig } from "@playwright/test";

import { findElectron } from "./e2e/find-electron.ts";
import { hangMilliseconds } from "./e2e/hang-guard.ts";

export default defineConfig({
  testDir: "e2e",
  // Node reads these itself: Playwright would compile each anew after a fresh install, which takes twice as long.
  build: { external: ["**/*.ts"] },
  testMatch: "**/*.spec.ts",
  outputDir: "../out/e2e",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Some need what only the stand-in can do (a desktop without a keyring, a pressed shortcut), some a real keyring.
  grepInvert: findElectron() === null ? /@electron/u : /@stand-in/u,
  timeout: 5 * hangMilliseconds,
  expect: { timeout: hangMilliseconds },
  reporter: [["list"], ["json", { outputFile: "../out/e2e.json" }]],
});
