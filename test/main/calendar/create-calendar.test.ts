import { beforeEach, describe, expect, test } from "vitest";

import { joinHosts } from "../../../main/base/clouds.ts";
import type { AppState } from "../../../main/contract/state.ts";
import type { UpcomingMeeting } from "../../../main/contract/upcoming.ts";
import { createCalendarEvents } from "../../../main/graph/calendar-events.ts";
import type { Graph } from "../../../main/graph/client.ts";
import { openHandlers, ownOrganisation } from "../../fakes/open-handlers.ts";
import { openUpcoming } from "../../fakes/upcoming-desk.ts";
import { completeDeviceCode } from "../../sandbox/browser.ts";
import type { PersonaId } from "../../sandbox/personas.ts";
import { runningSandbox } from "../../fakes/running-sandbox.ts";

const sandbox = runningSandbox();
beforeEach(() => {
  for (const persona of ["megan", "extra-consent"] as const) sandbox().withdrawApproval(persona);
});

const trace = { status: 200, code: null, requestId: null, clientRequestId: null };
const answering =
  (body: unknown): Graph =>
  async () => ({
    ok: true,
    value: { status: 200, body, trace: { ...trace, attempts: 1, at: "" } },
  });
const organisations = [ownOrganisation("contoso", "organizations")];
const operations = () =>
  sandbox()
    .requests()
    .map(({ operation }) => operation);
const count = (wanted: string) => operations().filter((each) => each === wanted).length;

const codeOf = ({ signIn }: AppState) =>
  signIn.kind === "code"
    ? { page: signIn.page ?? "", userCode: signIn.userCode ?? "" }
    : { page: "", userCode: "" };

async function openAs(persona: PersonaId) {
  const desk = await openHandlers(sandbox(), { organisations });
  desk.person.choice = { persona };
  await desk.handlers.addAccount({ organisationId: "contoso" });
  sandbox().forgetRequests();
  const shown = () => desk.state().upcoming;
  const rows = (): readonly UpcomingMeeting[] => {
    const upcoming = shown();
    return upcoming.kind === "shown" ? upcoming.days.flatMap((day) => day.rows) : [];
  };
  return { ...desk, shown, rows, settled: () => expect.poll(() => shown().kind) };
}

describe("the permission", () => {
  test("is asked for in the browser, once, and only then anything is read", async () => {
    const desk = await openAs("extra-consent");
    expect(desk.shown()).toEqual({ kind: "off" });
    expect(operations()).not.toContain("listCalendarView");
    // It may be over sooner than anybody looks, so every state is noted.
    const seen = new Set<string>();
    desk.store.subscribe(({ upcoming }) => void seen.add(upcoming.kind));
    expect(await desk.handlers.showUpcoming()).toEqual({ ok: true, value: undefined });
    expect(seen).toContain("asking");
    await desk.settled().toBe("shown");
    expect(desk.settings.settings().showUpcoming).toBe(true);
    const scope = new URL(desk.opened.at(-1) ?? "").searchParams.get("scope");
    expect(scope?.split(" ")).toContain("Calendars.Read");
    expect(scope).not.toContain("Calendars.ReadWrite");
    await desk.handlers.hideUpcoming();
    expect(desk.shown()).toEqual({ kind: "off" });
    const { length } = desk.opened;
    await desk.handlers.showUpcoming();
    await desk.settled().toBe("shown");
    expect(desk.opened).toHaveLength(length);
    await desk.close();
  });

  test.each([
    ["the person", "extra-consent", { consent: false }, "declined"],
    ["the organisation", "extra-approval", {}, "admin-approval-needed"],
  ] as const)("refused by %s: it stays off, and that is said", async (...row) => {
    const [_name, persona, choice, reason] = row;
    const desk = await openAs(persona);
    desk.person.choice = { persona, ...choice };
    const error = { kind: "sign-in-refused", reason };
    expect(await desk.handlers.showUpcoming()).toMatchObject({ ok: false, error });
    expect(desk.shown()).toEqual({ kind: "off" });
    expect(desk.state().signIn).toMatchObject({ kind: "failed", error });
    expect(desk.settings.settings().showUpcoming).toBe(false);
    expect(desk.state().session.kind).toBe("signed-in");
    expect(operations()).not.toContain("listCalendarView");
    expect((await desk.handlers.meetNow({ again: false })).ok).toBe(true);
    await desk.close();
  });

  test("cannot be asked for without a network: no browser, and it stays off", async () => {
    const desk = await openAs("extra-consent");
    const { length } = desk.opened;
    sandbox().faults.add({ kind: "reset", on: "token", times: "always" });
    expect((await desk.handlers.showUpcoming()).ok).toBe(false);
    expect(desk.opened).toHaveLength(length);
    expect(desk.shown()).toEqual({ kind: "off" });
    await desk.close();
  });

  test("given on another device, by a code", async () => {
    sandbox().setDeviceCodeTimes({ intervalSeconds: 1 });
    const desk = await openAs("extra-consent");
    desk.person.opens = false;
    const asked = desk.handlers.showUpcoming();
    await expect.poll(() => desk.state().signIn.kind).toBe("browser");
    const byCode = desk.handlers.signInWithCode();
    await expect.poll(() => desk.state().signIn.kind).toBe("code");
    expect(desk.shown()).toEqual({ kind: "asking" });
    await expect.poll(() => codeOf(desk.state()).userCode).not.toBe("");
    const { page, userCode } = codeOf(desk.state());
    await completeDeviceCode(page, userCode, { persona: "extra-consent" });
    expect(await byCode).toMatchObject({ ok: true });
    expect(await asked).toMatchObject({ ok: true });
    await desk.settled().toBe("shown");
    await desk.close();
  });

  test("of one account is not that of another, and meetings never ask for it", async () => {
    const desk = await openAs("megan");
    await desk.handlers.showUpcoming();
    await desk.settled().toBe("shown");
    desk.person.choice = { persona: "extra-consent" };
    await desk.handlers.addAccount({ organisationId: "contoso" });
    expect(new URL(desk.opened.at(-1) ?? "").searchParams.get("scope")).not.toContain("Calendars");
    await desk.settled().toBe("off");
    expect(desk.state().session.kind).toBe("signed-in");
    await desk.handlers.chooseAccount({ accountId: desk.idOf("Megan") });
    await desk.settled().toBe("shown");
    await desk.handlers.signOut({ accountId: desk.idOf("Megan"), atMicrosoft: false });
    await desk.settled().toBe("off");
    await desk.close();
  });

  test("taken back at Microsoft: nothing of the calendar stays", async () => {
    const desk = await openAs("megan");
    await desk.handlers.showUpcoming();
    await desk.settled().toBe("shown");
    sandbox().faults.add({ kind: "status", on: "listCalendarView", status: 401, times: 1 });
    sandbox().faults.add({ kind: "entra-error", on: "refreshTokens", aadsts: 65001, times: 1 });
    await desk.handlers.refreshUpcoming();
    expect(desk.shown()).toEqual({ kind: "off" });
    expect(desk.state().session.kind).toBe("signed-in");
    await desk.close();
  });
});

describe("the next days", () => {
  test("are those of the calendar, and lead to Teams and Outlook by their ids alone", async () => {
    const desk = await openAs("megan");
    await desk.handlers.showUpcoming();
    await desk.settled().toBe("shown");
    expect(JSON.stringify(desk.shown())).not.toContain("http");
    const review = desk.rows().find(({ subject }) => subject === "Design review");
    const dentist = desk.rows().find(({ subject }) => subject === "Dentist");
    if (!review || !dentist) throw new Error("The sample calendar is not there");
    expect(review).toMatchObject({ hasLink: true, organiserName: "Adele Vance" });
    expect(await desk.handlers.joinUpcoming({ id: review.id })).toMatchObject({ ok: true });
    expect(desk.opened.at(-1)).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
    expect(await desk.handlers.copyUpcoming({ id: review.id, format: "link" })).toMatchObject({
      ok: true,
    });
    expect(desk.platform.clipboard.text).toBe(desk.opened.at(-1));
    expect(review.isInOutlook).toBe(true);
    expect(await desk.handlers.openInOutlook({ id: review.id })).toMatchObject({ ok: true });
    expect(desk.opened.at(-1)).toMatch(/^https:\/\/outlook\.office365\.com\//u);
    const { length } = desk.opened;
    for (const id of [dentist.id, "somebody's"])
      expect(await desk.handlers.joinUpcoming({ id })).toMatchObject({
        error: { kind: "unknown-meeting" },
      });
    expect(desk.opened).toHaveLength(length);
    await desk.close();
  });

  test("stay, marked as old, while Microsoft says 403 or nothing, and come back", async () => {
    const desk = await openAs("megan");
    await desk.handlers.showUpcoming();
    await desk.settled().toBe("shown");
    const before = desk.shown();
    sandbox().faults.add({ kind: "status", on: "listCalendarView", status: 403, times: 1 });
    expect(await desk.handlers.refreshUpcoming()).toMatchObject({ error: { kind: "not-allowed" } });
    expect(desk.shown()).toMatchObject({ ...before, isStale: true });
    expect(await desk.handlers.refreshUpcoming()).toMatchObject({ ok: true });
    expect(desk.shown()).toMatchObject({ kind: "shown", isStale: false });
    await desk.close();
  });

  test("a calendar that is busy keeps nobody from making meetings", async () => {
    const desk = await openAs("megan");
    await desk.handlers.showUpcoming();
    await desk.settled().toBe("shown");
    const busy = { kind: "status", status: 429, retryAfter: "600", times: "always" } as const;
    sandbox().faults.add({ ...busy, on: "listCalendarView" });
    const throttled = { ok: false, error: { kind: "throttled", retryAfterSeconds: 600 } };
    expect(await desk.handlers.refreshUpcoming()).toMatchObject(throttled);
    expect(desk.shown()).toMatchObject({ kind: "shown", isStale: true });
    // The gate is shut: Microsoft is not asked again.
    expect((await desk.handlers.refreshUpcoming()).ok).toBe(false);
    expect(count("listCalendarView")).toBe(2);
    expect((await desk.handlers.meetNow({ again: false })).ok).toBe(true);
    await desk.close();
  });

  test("hostile events are text, and lead nowhere", async () => {
    const start = { dateTime: "2026-11-24T12:10:00", timeZone: "UTC" };
    const end = { dateTime: "2026-11-24T13:00:00", timeZone: "UTC" };
    const subject = "<script>alert(1)</script>";
    const joinUrls = [
      "https://teams.microsoft.com.evil.example/l/meetup-join/1",
      "https://teams.microsoft.com@evil.example/",
      "http://teams.microsoft.com/l/meetup-join/1",
      "javascript:alert(1)",
      "msteams:/l/meetup-join/1",
    ];
    const value = joinUrls.map((joinUrl, id) => ({
      id: `${id}`,
      subject,
      start,
      end,
      webLink: joinUrl,
      onlineMeeting: { joinUrl },
    }));
    const graph = answering({ value });
    const { view } = createCalendarEvents({ graph, joinHosts });
    const desk = openUpcoming({
      isOn: false,
      read: (_account, { from, to, timeZone }) => view(from, to, timeZone),
    });
    desk.turn(true);
    await desk.refresh();
    const shown = desk.shown();
    const rows = shown.kind === "shown" ? shown.days.flatMap((day) => day.rows) : [];
    expect(rows).toHaveLength(joinUrls.length);
    for (const row of rows)
      expect(row).toMatchObject({ subject, hasLink: false, isInOutlook: false });
    expect(shown).toMatchObject({ next: null, joinableCount: 0 });
    expect(JSON.stringify(desk.state())).not.toContain("evil");
    desk.close();
  });
});
