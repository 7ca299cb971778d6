import { expect, test } from "vitest";

import { keyText } from "../../../renderer/keys/key-text.ts";
import { windowWords } from "../../fakes/window-words.ts";

test.each([
  ["en", "linux", "CommandOrControl+Shift+C", "Ctrl+Shift+C"],
  ["de", "win32", "CommandOrControl+Enter", "Strg+Enter"],
  ["fr", "linux", "Alt+Shift+M", "Alt+Maj+M"],
  ["it", "linux", "Delete", "Canc"],
  ["en", "linux", "Alt+Up", "Alt+↑"],
  ["en", "darwin", "CommandOrControl+,", "Cmd+,"],
  ["en", "darwin", "Control+Command+M", "Ctrl+Cmd+M"],
] as const)("%s on %s: %s is %s", async (language, platform, keys, text) => {
  expect(keyText(keys, platform, await windowWords(language))).toBe(text);
});
