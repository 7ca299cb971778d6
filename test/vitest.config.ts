import { defineConfig } from "vitest/config";

/** Guards against what hangs; slowness, of the computer or of what runs beside, never reaches them. */
const hangsAfterMinutes = 15;
const hangsAfter = hangsAfterMinutes * 60_000;

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    exclude: ["test/lint/fixtures/**"],
    environment: "node",
    // Nothing here mocks modules or keeps state in them, so files share workers: half the time.
    isolate: false,
    maxWorkers: 3,
    testTimeout: hangsAfter,
    hookTimeout: hangsAfter,
    // What is waited for is looked at often, as what it costs is less than what waiting costs.
    expect: { poll: { timeout: hangsAfter, interval: 5 } },
    reporters: ["default"],
  },
});
