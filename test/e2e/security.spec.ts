import { namesAt } from "../../main/contract/requests/vocabulary.ts";
import { expect, test } from "./desk.ts";

test("the page sees what windows may ask for and nothing else of ours", async ({ seat }) => {
  const { page } = seat;
  const seen = await page.evaluate(() => ({
    names: Object.keys(window.app).toSorted(),
    isFrozen: Object.isFrozen(window.app),
    strays: ["require", "process", "electron", "ipcRenderer", "module"].filter(
      (name) => name in window,
    ),
  }));
  expect(seen.names).toEqual([...namesAt("window"), "onState"].toSorted());
  expect(seen.isFrozen).toBe(true);
  expect(seen.strays).toEqual([]);
});

test("no inline script or handler, no markup out of text, no network, no frame, no foreign image", async ({
  seat,
}) => {
  const { page } = seat;
  const blocked = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      violated.push(event.effectiveDirective);
    });
    const untrusted: string[] = [];
    const add = (tag: string, attributes: Record<string, string>, text = "") => {
      const element = document.createElement(tag);
      try {
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.textContent = text;
      } catch (error) {
        untrusted.push(error instanceof TypeError ? tag : String(error));
      }
      document.body.append(element);
    };
    const addText = (tag: string, text: string) => {
      const element = document.createElement(tag);
      element.append(text);
      document.body.append(element);
    };
    add("script", {}, "window.wasRun = true");
    add("script", { src: "https://evil.example/x.js" });
    addText("script", "window.wasRun = true");
    try {
      document.body.innerHTML = "<img src=x onerror='window.wasRun = true'>";
    } catch (error) {
      untrusted.push(error instanceof TypeError ? "innerHTML" : String(error));
    }
    try {
      window.trustedTypes?.createPolicy("mine", { createHTML: String });
    } catch (error) {
      untrusted.push(error instanceof TypeError ? "policy" : String(error));
    }
    add("img", { src: "https://evil.example/x.png" });
    add("iframe", { src: "https://evil.example/" });
    const fetched = await fetch("https://evil.example/").then(
      () => "answered",
      () => "refused",
    );
    add("button", { id: "inline", onclick: "window.wasRun = true" });
    document.querySelector<HTMLElement>("#inline")?.click();
    Object.assign(window, { violated });
    return { fetched, untrusted };
  });
  expect(blocked).toEqual({
    fetched: "refused",
    untrusted: ["script", "script", "innerHTML", "policy", "button"],
  });
  // The reports come when the page has time.
  await expect
    .poll(() => page.evaluate((): string[] => Reflect.get(window, "violated")))
    .toEqual(
      expect.arrayContaining([
        "require-trusted-types-for",
        "trusted-types",
        "img-src",
        "frame-src",
        "connect-src",
      ]),
    );
  expect(await page.evaluate(() => "wasRun" in window)).toBe(false);
});

test("a page cannot go elsewhere or open a window", async ({ seat }) => {
  const { app, page } = seat;
  const before = page.url();
  await app.app.evaluate(({ BrowserWindow }) => {
    const heard = Promise.withResolvers<string>();
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.once("will-navigate", ({ url }) => setImmediate(() => heard.resolve(url)));
    Reflect.set(globalThis, "__heard", heard.promise);
  });
  // Not awaited: a navigation that is refused leaves the call that asked for it without an end.
  void page
    .evaluate(() => {
      window.open("https://evil.example/");
      setTimeout(() => {
        location.href = "https://evil.example/";
      }, 0);
    })
    .catch(() => undefined);
  // The request that came last is answered: so is the other.
  const heard = await app.app.evaluate(() => Reflect.get(globalThis, "__heard"));
  expect(heard).toBe("https://evil.example/");
  // The page still is the one it was: it answers, from where it was.
  expect(await page.evaluate(() => location.href)).toBe(before);
  expect(await page.evaluate(() => Object.isFrozen(window.app))).toBe(true);
  const count = await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(count).toBe(1);
  // No window for it in Chromium either.
  await expect.poll(() => app.app.windows().length).toBe(1);
  expect(await app.opened()).toEqual([]);
});

test("every permission is denied @stand-in", async ({ seat }) => {
  const { app } = seat;
  const answers = await app.app.evaluate(({ session }) => {
    const kept: {
      permissionRequest?: (contents: null, name: string, done: (granted: boolean) => void) => void;
      permissionCheck?: (contents: null, name: string) => boolean;
    } = Object.fromEntries(Object.entries(session.fromPartition("windows")));
    return [
      "media",
      "geolocation",
      "notifications",
      "clipboard-read",
      "local-network-access",
      "openExternal",
    ].map((name) => {
      let granted: boolean | null = null;
      kept.permissionRequest?.(null, name, (answer) => {
        granted = answer;
      });
      return [name, granted, kept.permissionCheck?.(null, name)];
    });
  });
  for (const [name, granted, checked] of answers)
    expect([name, granted, checked]).toEqual([name, false, false]);
});

test("electron-store's own channel, which asks nobody who sends, is gone", async ({ seat }) => {
  const { app } = seat;
  const listeners = await app.app.evaluate(({ ipcMain }) =>
    ipcMain.listenerCount("electron-store-get-data"),
  );
  expect(listeners).toBe(0);
});

test("an organisation whose file cannot be used is not used", async ({ desk }) => {
  const env = { QUICK_MEETING_ORGANISATION: "/nowhere/organisation.json" };
  const { page } = await desk.start({ offered: true, env });
  await expect(page.getByRole("heading", { name: "Welcome to Quick Meeting" })).toBeVisible();
});
