import * as v from "valibot";
import { describe, expect, test } from "vitest";

import {
  type Call,
  mayUse,
  namesAt,
  requestNames,
  requests,
} from "../../../main/contract/requests/vocabulary.ts";
import { type Door, doors } from "../../../main/contract/requests/request.ts";
import {
  lastTrayRows,
  noticeButtons,
  noticeClicks,
  shortcuts,
  trayItems,
  trayMiddleClick,
  trayRows,
  verbs,
} from "../../../main/doors/tables.ts";

const rows = [...trayRows, ...lastTrayRows].map((row) => row?.asks ?? null);

/** Every call there is in a table, by the door it stands at. */
const tables: Readonly<Record<Exclude<Door, "window">, readonly Call[]>> = {
  tray: [
    ...rows.filter((asks) => asks !== null),
    ...Object.values(trayItems).map((make) => make("x", "markdown")),
    trayMiddleClick,
  ],
  shortcut: shortcuts.map(({ asks }) => asks),
  notification: [
    ...Object.values(noticeButtons).map((make) => make("x")),
    ...Object.values(noticeClicks),
  ],
  commandLine: [...Object.values(verbs), { name: "openPopup" }],
};

describe.each(Object.entries(tables))("the table of the door %s", (door, calls) => {
  const isDoor = (name: string): name is keyof typeof tables => name in tables;

  test("names nothing but its own requests, and all of those", () => {
    const named = new Set(calls.map(({ name }) => name));
    expect([...named].toSorted()).toEqual(isDoor(door) ? [...namesAt(door)].toSorted() : []);
  });

  test.each(calls.map((call) => [call.name, call] as const))(
    "%s is given what it takes",
    (_, call) => {
      const input = "input" in call ? call.input : undefined;
      expect(v.safeParse(requests[call.name].input, input).issues).toBeUndefined();
    },
  );
});

test("a request that no door may use does not exist", () => {
  const lost = requestNames.filter((name) => !doors.some((door) => mayUse(door, name)));
  expect(lost).toEqual([]);
});

test("what another door alone may use does not compile in a table", () => {
  // @ts-expect-error -- only a notification snoozes
  const call: Call<"tray"> = { name: "snoozeReminder", input: { id: "e" } };
  expect(mayUse("tray", call.name)).toBe(false);
  // @ts-expect-error -- and it names whose
  const nameless: Call<"notification"> = { name: "snoozeReminder" };
  expect(nameless.name).toBe("snoozeReminder");
});
