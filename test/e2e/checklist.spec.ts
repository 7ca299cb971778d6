import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { FuseV1Options } from "@electron/fuses";

import { contentSecurityPolicy } from "../../main/platform/windows/renderer-files.ts";
import { namesAt } from "../../main/contract/requests/vocabulary.ts";
import { expect, test } from "./desk.ts";
import { everyWindowHas, preferences, prevented } from "./every-window.ts";

/**
 * Electron's own list, point by point, in its order. What only Electron itself can show has a test of its own below
 * its point, for whoever runs these on Electron.
 * @see https://www.electronjs.org/docs/latest/tutorial/security
 */
const root = join(import.meta.dirname, "../..");

test("1. only secure content: every window is a page of our own scheme", async ({ seat }) => {
  await preferences(seat);
  const urls = await seat.app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  );
  for (const url of urls) expect(url).toMatch(/^app:\/\/main\//u);
});

test("2. no Node in any page", async ({ seat }) => {
  await everyWindowHas(seat, {
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  });
  const found = await seat.page.evaluate(() =>
    ["require", "process", "module", "Buffer", "global"].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});

test("3. context isolation", ({ seat }) => everyWindowHas(seat, { contextIsolation: true }));

test("4. sandboxed", ({ seat }) => everyWindowHas(seat, { sandbox: true }));
test("4. sandboxed, as the system sees it @electron", async ({ seat }) => {
  const renderers = await seat.app.app.evaluate(({ app }) =>
    app.getAppMetrics().filter(({ type }) => type === "Tab"),
  );
  for (const { sandboxed } of renderers) expect(sandboxed ?? true).toBe(true);
});

test("5. no permission is given, asked for or looked up, in either session @stand-in", async ({
  seat,
}) => {
  const given = await seat.app.app.evaluate(({ session }) =>
    [session.defaultSession, session.fromPartition("windows")].flatMap((one) => {
      const answers: unknown[] = [];
      Reflect.get(one, "permissionRequest")(null, "media", (answer: boolean) =>
        answers.push(answer),
      );
      answers.push(Reflect.get(one, "permissionCheck")(null, "clipboard-read"));
      return answers;
    }),
  );
  expect(given).toEqual([false, false, false, false]);
});
test("5. no permission is given to a page that asks @electron", async ({ seat }) => {
  const states = await seat.page.evaluate(async () => {
    const names = ["geolocation", "notifications", "clipboard-read", "camera", "midi"];
    const asked = names.map((name) =>
      // Chromium knows more names than the types.
      navigator.permissions.query(JSON.parse(JSON.stringify({ name }))),
    );
    return (await Promise.all(asked)).map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(["denied"]));
});

test("6. web security is on", ({ seat }) => everyWindowHas(seat, { webSecurity: true }));

test("7. a strict content security policy, in force", async ({ seat }) => {
  const policy = contentSecurityPolicy("n");
  for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'none'"])
    expect(policy.split("; ")).toContain(part);
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/u);
  const ran = await seat.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        // What a test evaluates itself is not held to the policy.
        setTimeout(() => {
          try {
            resolve(String(Reflect.construct(Function, ["return 1"])()));
          } catch (error) {
            resolve(error instanceof Error ? error.name : "thrown");
          }
        }, 0);
      }),
  );
  expect(ran).toBe("EvalError");
});

test("8. no insecure content on a page of ours", ({ seat }) =>
  everyWindowHas(seat, { allowRunningInsecureContent: false }));

test("9. no experimental features", ({ seat }) =>
  everyWindowHas(seat, { experimentalFeatures: false }));

test("10. no features of Blink's switched on", async ({ seat }) => {
  for (const one of await preferences(seat)) expect(one.enableBlinkFeatures ?? "").toBe("");
});

test("11. no webview, so none that opens windows", ({ seat }) =>
  everyWindowHas(seat, { webviewTag: false }));

test("12. a webview that came all the same is not attached", async ({ seat }) => {
  expect(await prevented(seat.app, "will-attach-webview")).not.toContain(false);
});

test("13. no window goes anywhere", async ({ seat }) => {
  for (const name of ["will-navigate", "will-frame-navigate", "will-redirect"])
    expect(await prevented(seat.app, name), name).not.toContain(false);
});

test("14. no window opens another", async ({ seat }) => {
  const { app, page } = seat;
  const opened = await page.evaluate(() => window.open("https://evil.example/") === null);
  expect(opened).toBe(true);
  await expect.poll(() => app.app.windows().length).toBe(1);
});

test("15. nothing that a page names is opened", async ({ seat }) => {
  const { app, page } = seat;
  for (const text of [
    "https://evil.example/",
    "file:///etc/passwd",
    "https://teams.microsoft.com@evil.example/l/meetup-join/x",
    "javascript:alert(1)",
  ]) {
    await page.keyboard.press("Control+F9");
    const answer = await page.evaluate(
      (typed) => window.app.join({ text: typed, passcode: "", how: "browser" }),
      text,
    );
    expect(answer).toEqual({ ok: false, error: { kind: "unknown-meeting" } });
  }
  expect(await app.opened()).toEqual([]);
});

test("16. one version of Electron, named exactly, and that is the one there is", () => {
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const { version }: { version: string } = createRequire(import.meta.url)("electron/package.json");
  expect(devDependencies["electron"]).toBe(version);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
});

test("17. whoever asks is checked: a strange window gets nothing", async ({ seat }) => {
  const { app, page } = seat;
  const before = await app.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  const arrived = app.app.waitForEvent("window");
  await app.app.evaluate(async ({ BrowserWindow }) => {
    const [known] = BrowserWindow.getAllWindows();
    const webPreferences = Reflect.get(known?.webContents ?? {}, "getLastWebPreferences").call(
      known?.webContents,
    );
    await new BrowserWindow({ show: true, webPreferences }).loadURL("app://main/index.html");
  });
  const stranger = await arrived;
  await stranger.waitForFunction(() => "app" in window);
  const kinds = await stranger.evaluate(async (names) => {
    const answers = names.map((name) => Reflect.get(window.app, name)());
    return (await Promise.all(answers)).map((answer) => (answer.ok ? "ok" : answer.error.kind));
  }, namesAt("window"));
  expect(new Set(kinds)).toEqual(new Set(["unexpected"]));
  await app.app.evaluate(({ BrowserWindow }, count) => {
    for (const extra of BrowserWindow.getAllWindows().slice(count)) extra.destroy();
  }, before);
  expect(await page.evaluate(async () => (await window.app.getState()).ok)).toBe(true);
});

test("18. no file: page; the scheme serves what the build made and nothing else", async ({
  seat,
}) => {
  const statuses = await seat.page.evaluate(async () => {
    const paths = ["/../../../package.json", "/%2e%2e/main/main.js", "/assets/..%2f..%2fmain.js"];
    const images = paths.map(
      (path) =>
        new Promise<string>((resolve) => {
          const image = new Image();
          image.addEventListener("load", () => resolve("served"));
          image.addEventListener("error", () => resolve("refused"));
          image.src = path;
        }),
    );
    return Promise.all(images);
  });
  expect(new Set(statuses)).toEqual(new Set(["refused"]));
});

test("19. each fuse is decided, and files get no privileges", async () => {
  const { fuseOptions } = createRequire(import.meta.url)("../../.build/fuses.cjs");
  const options = await fuseOptions("win32");
  const decided = Object.values(FuseV1Options).filter((one) => typeof one === "number");
  expect(options.strictlyRequireAllFuses).toBe(true);
  for (const fuse of decided) expect(typeof options[fuse], `fuse ${fuse}`).toBe("boolean");
  expect(options[FuseV1Options.RunAsNode]).toBe(false);
  expect(options[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(false);
});

test("20. a page has functions of ours and nothing of Electron's", async ({ seat }) => {
  const kinds = await seat.page.evaluate(() => ({
    types: [...new Set(Object.values(window.app).map((one) => typeof one))],
    isFrozen: Object.isFrozen(window.app),
    names: Object.keys(window.app).length,
    strays: ["electron", "ipcRenderer", "contextBridge"].filter((name) => name in window),
  }));
  const names = namesAt("window").length + 1;
  expect(kinds).toEqual({ types: ["function"], isFrozen: true, names, strays: [] });
});
