import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { createLastWords } from "../../../../main/platform/start/last-words.ts";
import { memoryLog } from "../../../fakes/memory-log.ts";

const folder = mkdtempSync(join(tmpdir(), "last-words-"));
afterEach(() => rmSync(join(folder, "uncaught"), { force: true }));

function setUp(language: string) {
  const { log, lines } = memoryLog();
  const happened: unknown[] = [];
  const process = new EventEmitter();
  const lastWords = createLastWords({
    app: {
      exit: (code) => void happened.push(["exit", code]),
      getPath: (name) => (name === "logs" ? "/logs" : folder),
      getPreferredSystemLanguages: () => [language],
    },
    dialog: { showErrorBox: (title) => void happened.push(["box", title]) },
    process,
    log,
  });
  return { lastWords, happened, lines, process };
}

test.each([
  ["en-GB", "Quick Meeting couldn't start"],
  ["de-AT", "Quick Meeting konnte nicht starten"],
])("a start that fails is said in %s, written down, and over", async (language, title) => {
  const { lastWords, happened, lines } = setUp(language);
  await lastWords.startFailed(new TypeError("https://secret"));
  expect(happened).toEqual([
    ["box", title],
    ["exit", 1],
  ]);
  expect(lines.join()).toContain("TypeError");
  expect(lines.join()).not.toContain("secret");
});

test("an error that nobody caught is told at the next start, once", () => {
  const { process, lines } = setUp("en");
  process.emit("uncaughtException", new RangeError("x"));
  expect(lines.join()).toContain("RangeError");
  const { lastWords } = setUp("en");
  expect([lastWords.readTrace(), lastWords.readTrace()]).toEqual([true, false]);
});

test("an error of this run is for the next: it is not told before, and not forgotten with the last one", () => {
  const first = setUp("en");
  first.process.emit("unhandledRejection", new RangeError("x"));
  expect(first.lastWords.readTrace()).toBe(false);
  const second = setUp("en");
  second.process.emit("uncaughtException", new RangeError("y"));
  expect(second.lastWords.readTrace()).toBe(true);
  expect(setUp("en").lastWords.readTrace()).toBe(true);
  expect(setUp("en").lastWords.readTrace()).toBe(false);
});
