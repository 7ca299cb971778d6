import { describe, expect, test } from "vitest";

import type { UpcomingMeeting } from "../../../../main/contract/upcoming.ts";
import { openHandlers, ownOrganisation } from "../../../fakes/open-handlers.ts";
import type { Disk } from "../../../fakes/memory-platform.ts";
import { createGraphCaller } from "../../../sandbox/graph-caller.ts";
import { obtainTokens } from "../../../sandbox/obtain-tokens.ts";
import { runningSandbox } from "../../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();

/** Megan's sample calendar is shown; on the disk of an earlier run she is still signed in. */
async function openShown(disk?: Disk) {
  const desk = await openHandlers(sandbox(), {
    organisations: [ownOrganisation("contoso", "organizations")],
    ...(disk ? { disk } : {}),
  });
  desk.person.choice = { persona: "megan" };
  // By itself it is read within the first minute.
  if (disk) await desk.handlers.refreshUpcoming();
  else {
    await desk.handlers.addAccount({ organisationId: "contoso" });
    await desk.handlers.showUpcoming();
  }
  const shown = () => {
    const { upcoming } = desk.state();
    return upcoming.kind === "shown" ? upcoming : null;
  };
  await expect.poll(shown).not.toBeNull();
  const rows = (): readonly UpcomingMeeting[] => shown()?.days.flatMap((day) => day.rows) ?? [];
  const find = (subject: string) => rows().find((row) => row.subject === subject);
  const idOf = (subject: string) => find(subject)?.id ?? "";
  return { ...desk, shown, rows, find, idOf };
}

describe("a copy", () => {
  test("in each form says what the calendar knows, and a link where it knows no more", async () => {
    const { handlers, platform, idOf, close } = await openShown();
    const id = idOf("Design review");
    const copied = async (format: Parameters<typeof handlers.copyUpcoming>[0]["format"]) => {
      expect(await handlers.copyUpcoming({ id, format })).toMatchObject({ ok: true });
      return platform.clipboard.text;
    };
    const link = await copied("link");
    expect(link).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
    expect(await copied("link-and-invitation")).toBe(link);
    const invitation = await copied("invitation");
    expect(invitation).toMatch(/^Design review\n.+ – .+\n\nJoin the Teams meeting: https:/u);
    expect(invitation).toContain(link);
    expect(invitation).not.toMatch(/null|undefined|Meeting ID/u);
    expect(await copied("markdown")).toMatch(/^\*\*\[Design review\]\(https:/u);
    expect(await copied("template")).toContain("Design review");
    for (const format of ["id-and-passcode", "dial-in"] as const)
      expect(await copied(format)).toBe(link);
    await close();
  });

  test("of what has no link, or is not there, is none", async () => {
    const { handlers, platform, idOf, close } = await openShown();
    platform.clipboard.text = "before";
    for (const id of [idOf("Dentist"), "somebody's"])
      expect(await handlers.copyUpcoming({ id, format: "invitation" })).toMatchObject({
        error: { kind: "unknown-meeting" },
      });
    expect(platform.clipboard.text).toBe("before");
    await close();
  });
});

describe("a meeting of another product", () => {
  test("is joined by its name in the list, where its product is known, and copied as a link", async () => {
    const url = "https://us02web.zoom.us/j/83443460156?pwd=abc";
    const { access_token: token } = await obtainTokens(sandbox(), {
      persona: "megan",
      scopes: ["User.Read", "Calendars.ReadWrite"],
    });
    const graph = createGraphCaller(sandbox().descriptor.graphBaseUrl, token);
    const inTwoHours = (minutes: number) => ({
      dateTime: new Date(Date.now() + (120 + minutes) * 60_000).toISOString().slice(0, 19),
      timeZone: "UTC",
    });
    const times = { start: inTwoHours(0), end: inTwoHours(30) };
    await graph("POST", "/me/events", {
      ...times,
      subject: "Retro elsewhere",
      location: { displayName: url },
    });
    const { handlers, platform, opened, find, idOf, state, close } = await openShown();
    expect(find("Retro elsewhere")).toMatchObject({ hasLink: true, product: "Zoom" });
    expect(JSON.stringify(state().upcoming)).not.toContain("zoom.us");
    const id = idOf("Retro elsewhere");
    expect(await handlers.joinUpcoming({ id })).toMatchObject({ ok: true });
    expect(opened.at(-1)).toBe(url);
    for (const format of ["link", "invitation", "markdown"] as const) {
      await handlers.copyUpcoming({ id, format });
      expect(platform.clipboard.text).toBe(url);
    }
    await close();
  });
});

describe("mail", () => {
  test("goes to everybody else, whose addresses no window knows", async () => {
    const { handlers, opened, idOf, find, state, close } = await openShown();
    expect(find("Weekly sales sync")?.mail).toBe("ready");
    expect(JSON.stringify(state().upcoming)).not.toContain("@");
    expect(await handlers.mailUpcoming({ id: idOf("Weekly sales sync") })).toMatchObject({
      ok: true,
    });
    expect(opened.at(-1)).toBe(
      "mailto:diego@contoso.com,zoe@fabrikam.example,adele@contoso.com?subject=Re%3A%20Weekly%20sales%20sync",
    );
    await handlers.mailUpcoming({ id: idOf("Design review") });
    expect(opened.at(-1)).toContain("mailto:adele@contoso.com,diego@contoso.com?");
    await close();
  });

  test("to nobody is not begun", async () => {
    const { handlers, opened, idOf, find, close } = await openShown();
    const { length } = opened;
    expect(find("Dentist")?.mail).toBe("nobody");
    for (const id of [idOf("Dentist"), "somebody's"])
      expect((await handlers.mailUpcoming({ id })).ok).toBe(false);
    expect(opened).toHaveLength(length);
    await close();
  });
});

describe("a meeting that is dismissed", () => {
  test("is in nothing but the list of those, until it is taken back", async () => {
    const { handlers, idOf, find, shown, close } = await openShown();
    const id = idOf("Weekly sales sync");
    const before = shown();
    expect(before?.next?.id).toBe(id);
    expect(await handlers.dismissUpcoming({ id })).toMatchObject({ ok: true });
    expect(find("Weekly sales sync")).toBeUndefined();
    expect(shown()?.dismissed.map(({ subject }) => subject)).toEqual(["Weekly sales sync"]);
    expect(shown()?.next?.subject).toBe("Design review");
    expect(shown()?.joinableCount).toBe((before?.joinableCount ?? 0) - 1);
    // It can still be worked with from there.
    expect(await handlers.joinUpcoming({ id })).toMatchObject({ ok: true });
    expect(await handlers.restoreUpcoming({ id })).toMatchObject({ ok: true });
    expect(shown()).toEqual(before);
    expect(await handlers.dismissUpcoming({ id: "somebody's" })).toMatchObject({
      error: { kind: "unknown-meeting" },
    });
    await close();
  });

  test("is one time of a series, and is in nobody's way", async () => {
    const { handlers, idOf, find, rows, close } = await openShown();
    const { length } = rows();
    await handlers.dismissUpcoming({ id: idOf("Northwind weekly") });
    expect(rows()).toHaveLength(length - 1);
    await handlers.dismissUpcoming({ id: idOf("Design review") });
    expect(find("Weekly sales sync")?.overlapsWith ?? null).toBeNull();
    await close();
  });

  test("stays so over a restart, and the disk tells nobody which it was", async () => {
    const first = await openShown();
    await first.handlers.dismissUpcoming({ id: first.idOf("Design review") });
    const { disk } = first.platform;
    await first.close();
    expect(disk.get("dismissed")).toMatch(/^\{"version":1,"until":\{"[\da-f]{16}":\d+\}\}$/u);
    const second = await openShown(disk);
    expect(second.find("Design review")).toBeUndefined();
    expect(second.shown()?.dismissed.map(({ subject }) => subject)).toEqual(["Design review"]);
    await second.close();
  });
});
