import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  // Node reads these itself: Playwright would compile each anew after a fresh install, which takes twice as long.
  build: { external: ["**/*.ts"] },
  testMatch: "**/*.spec.ts",
  outputDir: "../../out/renderer-tests",
  // One a core of the smallest machine: a third makes every browser start once more, and none faster.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Against what hangs, and nothing else: the longest test takes some seconds.
  timeout: 600_000,
  // The same, of one wait; less than the test has, so that it is the wait that says what did not come.
  expect: { timeout: 180_000 },
  reporter: [["list"], ["json", { outputFile: "../../out/renderer.json" }]],
});
