import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { Page } from "@playwright/test";

import type { AppState } from "../../main/contract/state.ts";
import { appState, expect, meeting, mockNow, type StageOptions, test } from "./stage.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const trace = {
  status: 403,
  code: "Forbidden",
  requestId: "r",
  clientRequestId: "c",
  attempts: 1,
  at: "2026-11-23T12:52:00Z",
};
const account = { id: "megan", name: "Megan Bowen", username: "megan@contoso.com" };
const recent = [
  meeting(),
  meeting({ id: "m-2", subject: "Fabrikam contract call", createdAt: mockNow - 7_200_000 }),
  meeting({ id: "m-3", subject: "Interview: UX writer", createdAt: mockNow - 3 * 86_400_000 }),
];
const failed = (error: Extract<AppState["creation"], { kind: "failed" }>["error"]) =>
  ({ kind: "failed", error, wishId: "w-1", outcome: "not-created" }) as const;

/** Every screen a person can see. */
const views: Readonly<Record<string, Partial<AppState> & { window?: StageOptions["window"] }>> = {
  home: { recent },
  "home-empty": {},
  creating: {
    creation: {
      kind: "creating",
      wishId: "w",
      startedAt: mockNow - 5_000,
      retryAt: null,
      reason: "first-try",
    },
  },
  throttled: {
    creation: {
      kind: "creating",
      wishId: "w",
      startedAt: mockNow,
      retryAt: mockNow + 12_000,
      reason: "throttled",
    },
  },
  created: {
    recent,
    creation: { kind: "created", meeting: meeting(), copied: true, createdAt: mockNow },
  },
  "created-not-copied": {
    recent,
    creation: { kind: "created", meeting: meeting(), copied: false, createdAt: mockNow },
  },
  undone: { creation: { kind: "ended", clipboardCleared: true } },
  "failed-not-allowed": { recent, creation: failed({ kind: "not-allowed", trace }) },
  "failed-offline": { creation: failed({ kind: "offline", trace: null }) },
  "failed-unsure": {
    creation: {
      kind: "failed",
      error: { kind: "no-answer", trace },
      wishId: "w-1",
      outcome: "unsure",
    },
  },
  offline: { recent, online: false },
  "memory-only": { recent, protection: "memory-only" },
  expired: {
    recent,
    session: { kind: "expired", account, error: { kind: "sign-in-again", trace } },
  },
  schedule: { view: "schedule" },
  "signed-out": { session: { kind: "signed-out", error: null } },
  "sign-in-refused": {
    session: {
      kind: "signed-out",
      error: { kind: "sign-in-refused", reason: "admin-approval-needed", trace },
    },
  },
  waiting: {
    session: {
      kind: "signing-in",
      deadlineAt: mockNow + 272_000,
      browser: "open",
      redeeming: false,
    },
  },
  "browser-not-opened": {
    session: {
      kind: "signing-in",
      deadlineAt: mockNow + 272_000,
      browser: "not-opened",
      redeeming: false,
    },
  },
  "first-run": { organisation: { kind: "none" }, session: { kind: "signed-out", error: null } },
  "settings-general": { window: "settings" },
  "settings-organisation": { window: "settings", organisation: { kind: "sample" } },
};

async function violations(page: Page): Promise<string[]> {
  // The page's own policy would refuse a script tag.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // Fluent marks the ends of its focus groups with these; they pass the focus on at once.
    const axe: {
      run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    } = Reflect.get(globalThis, "axe");
    const { violations: found } = await axe.run({ exclude: [["[data-tabster-dummy]"]] });
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
    );
  });
}

const languageOf: Readonly<Record<string, Partial<AppState>>> = {
  de: { language: "de", locale: "de-DE" },
  rtl: { language: "ar", locale: "ar-EG" },
};

const overflow = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#root *")]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const { parentElement } = element;
        const isCut = parentElement && getComputedStyle(parentElement).textOverflow === "ellipsis";
        const isHidden = element.closest(".visually-hidden") !== null || width === 0 || isCut;
        return !isHidden && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

for (const [name, { window, ...changes }] of Object.entries(views))
  // Nobody has translated Arabic yet: the words are English, the direction is right to left.
  for (const look of ["light", "dark", "de", "rtl"] as const)
    test(`${name}, ${look}: accessible, nothing cut off`, async ({ open }) => {
      const language = languageOf[look] ?? {};
      const { page } = await open({
        state: appState({ ...changes, ...language }),
        dark: look === "dark",
        ...(window ? { window } : {}),
      });
      if (look === "de") await expect(page.locator("html")).toHaveAttribute("lang", "de");
      if (look === "rtl") await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await page.waitForTimeout(100);
      await page.screenshot({ path: `out/screens/${name}-${look}.png` });
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    });

test("one filled button at most on every screen", async ({ open }) => {
  for (const { window, ...changes } of Object.values(views)) {
    const { page } = await open({ state: appState(changes), ...(window ? { window } : {}) });
    expect(await page.locator("[data-primary]").count()).toBeLessThanOrEqual(1);
  }
});

test("hostile text of Graph's is text", async ({ open }) => {
  const subject = `<img src=x onerror="document.title='owned'">\u202Emoc.live ${"x".repeat(5_000)}`;
  const hostile = meeting({ subject, passcode: "<script>1</script>" });
  const { page } = await open({
    state: appState({
      recent: [hostile],
      creation: { kind: "created", meeting: hostile, copied: true, createdAt: mockNow },
    }),
  });
  await expect(page.getByText("<script>1</script>")).toBeVisible();
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.title()).not.toBe("owned");
  expect(await overflow(page)).toEqual([]);
});
