import { describe, expect, test } from "vitest";

import type { AppError, Trace } from "../../../main/contract/errors.ts";
import { errorDetails } from "../../../main/shell/error-details.ts";

const context = {
  title: "Microsoft didn't answer",
  appVersion: "1.2.3",
  platform: "linux",
  now: Date.parse("2026-11-24T12:00:00Z"),
};
const trace: Trace = {
  status: 503,
  code: "serviceNotAvailable",
  requestId: "req-1",
  clientRequestId: "client-1",
  attempts: 4,
  at: "2026-11-24T11:59:00.000Z",
};
const lines = (error: AppError) => errorDetails(error, context).split("\n");

describe("the details", () => {
  test("name everything the trace knows, one per line", () => {
    expect(lines({ kind: "no-answer", trace })).toEqual([
      "Problem: Microsoft didn't answer",
      "Kind: no-answer",
      "Code: serviceNotAvailable",
      "HTTP status: 503",
      "Request id: req-1",
      "Client request id: client-1",
      "Attempts: 4",
      "Time: 2026-11-24T11:59:00.000Z",
      "App: Quick Meeting 1.2.3",
      "System: linux",
    ]);
  });

  test("name the reason of a refused sign-in", () => {
    const error: AppError = { kind: "sign-in-refused", reason: "blocked-by-policy", trace };
    expect(lines(error)).toContain("Kind: sign-in-refused: blocked-by-policy");
  });

  test("name the reference of what nobody foresaw", () => {
    expect(lines({ kind: "unexpected", reference: "ref-7", trace: null })).toContain(
      "Reference: ref-7",
    );
  });

  test.each<AppError>([
    { kind: "no-answer", trace: null },
    { kind: "sign-in-timed-out" },
    { kind: "keyring-locked" },
    {
      kind: "invalid-organisation",
      problems: { clientId: "not-a-guid", tenant: null },
    },
  ])("leave out what is not known, and take the time of now: $kind", (error) => {
    expect(lines(error)).toEqual([
      "Problem: Microsoft didn't answer",
      `Kind: ${error.kind}`,
      "Attempts: 1",
      "Time: 2026-11-24T12:00:00.000Z",
      "App: Quick Meeting 1.2.3",
      "System: linux",
    ]);
  });

  test("leave out single unknown fields of a trace", () => {
    const some = { ...trace, status: null, requestId: null };
    const text = errorDetails({ kind: "no-answer", trace: some }, context);
    expect(text).not.toMatch(/HTTP status|Request id: req|null/u);
    expect(text).toContain("Client request id: client-1");
  });
});
