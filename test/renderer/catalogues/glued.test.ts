import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { gluedIn } from "./glued.ts";

const root = join(import.meta.dirname, "../../..");

test.each([
  '`${t("code.enter")}: ${code}`',
  '`• ${words("ask.forget.logs")}`',
  't("home.today") + time',
  't("home.today", { time: format(at) }) + ", " + day',
  'label + t("home.today")',
  "`${title}. ${sentence}`",
  "`${text.title}: ${text.sentence}`",
  "`${subject}, ${when}`",
  'sentences.join(" ")',
  'claims.join(". ")',
  '[subject, when].join(", ")',
])("a glued sentence is found: %s", (code) => {
  expect(gluedIn(`const said = ${code};`)).toHaveLength(1);
});

test.each([
  't("joined.titled", { title, sentence })',
  "t(`claim.${claim}`)",
  "`${styles.line} ${styles.name}`",
  'lines.join("\\n")',
  "// `${title}. ${sentence}`",
  "index + 1",
])("what is none is none: %s", (code) => {
  expect(gluedIn(`const said = ${code};`)).toEqual([]);
});

/** What is no sentence: bullets, headers, scopes, and lines for a terminal and for an IT team. */
const fine = new Map([
  ["main/auth/sign-in/device-code.ts", 1],
  ["main/platform/start/refused-start.ts", 1],
  ["main/platform/windows/renderer-files.ts", 1],
  ["main/shell/error-details.ts", 1],
  ["main/shell/guard/question-words.ts", 1],
]);

test("no sentence is glued in what people see", () => {
  const files = [
    "renderer",
    "main/shell",
    "main/doors",
    "main/platform",
    "main/handover",
    "main/auth/sign-in",
  ].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/u.test(file))
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`),
  );
  const glued = files.flatMap((file) => {
    const found = gluedIn(readFileSync(join(root, file), "utf8"));
    return found.length > (fine.get(file) ?? 0) ? [`${file}: ${found.join(" | ")}`] : [];
  });
  expect(glued).toEqual([]);
});
