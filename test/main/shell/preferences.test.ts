import { expect, test } from "vitest";

import { createStore } from "../../../main/base/store.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import { createSettings } from "../../../main/settings/settings.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { createPreferences } from "../../../main/shell/preferences.ts";
import { environment } from "../../fakes/environment.ts";
import { memoryFile } from "../../fakes/memory-disk.ts";

async function open(preferredLanguages: readonly string[], disk: Record<string, unknown> = {}) {
  const kept = createSettings(memoryFile(disk, "settings"));
  const store = createStore(initialState(environment, kept.settings()));
  const preferences = await createPreferences({
    kept,
    preferredLanguages,
    publish: (part) => store.update((state) => ({ ...state, ...part })),
  });
  return { preferences, disk, subject: () => store.read().settings.defaultSubject };
}

test("a meeting nobody named is called so in the person's language", async () => {
  const english = await open(["en-GB"]);
  expect([english.subject(), english.preferences.settings().defaultSubject]).toEqual([
    defaultSettings.defaultSubject,
    defaultSettings.defaultSubject,
  ]);
  const german = await open(["de-AT", "en"]);
  expect(german.subject()).toBe("Kurzbesprechung");
  expect(german.preferences.settings().defaultSubject).toBe("Kurzbesprechung");
});

test("it follows the language, and is not written down", async () => {
  const { preferences, subject, disk } = await open(["en-GB"]);
  await preferences.change({ language: "de" });
  expect(subject()).toBe("Kurzbesprechung");
  await preferences.change({ language: "en" });
  expect(subject()).toBe("Quick meeting");
  expect(JSON.stringify(disk)).not.toMatch(/Kurzbesprechung|Quick meeting/u);
});

test("what a person chose stays in every language", async () => {
  const { preferences, subject } = await open(["en-GB"]);
  await preferences.change({ defaultSubject: "Stand-up" });
  await preferences.change({ language: "de" });
  expect(subject()).toBe("Stand-up");
});
