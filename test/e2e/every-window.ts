import { expect } from "./desk.ts";
import type { RunningApp } from "./launch.ts";
import type { Seat } from "./seat.ts";

/** Of every window there is: the popup and the settings. */
export async function preferences({ app }: Seat): Promise<readonly Electron.WebPreferences[]> {
  await app.clickMenu("Settings…");
  await app.settings();
  return app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => ({
      ...Reflect.get(webContents, "getLastWebPreferences").call(webContents),
      session: undefined,
    })),
  );
}

export async function everyWindowHas(seat: Seat, wanted: Record<string, unknown>): Promise<void> {
  const all = await preferences(seat);
  expect(all).toHaveLength(2);
  for (const one of all) expect(one).toMatchObject(wanted);
}

/** Whether each window takes the default away from this event. */
export const prevented = (app: RunningApp, name: string) =>
  app.app.evaluate(
    ({ BrowserWindow }, event) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        let isPrevented = false;
        const given = { url: "https://evil.example/", preventDefault: () => (isPrevented = true) };
        Reflect.apply(webContents.emit, webContents, [event, given, {}, {}]);
        return isPrevented;
      }),
    name,
  );
