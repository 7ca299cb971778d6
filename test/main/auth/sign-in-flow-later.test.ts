import { describe, expect, test } from "vitest";

import { type AppError, fail, ok } from "../../../main/contract/errors.ts";
import { accountOf, createSignInDesk } from "../../fakes/sign-in-desk.ts";

const somebody = { organisationId: "contoso", account: null };
const settled = () => new Promise((resolve) => setImmediate(resolve));
const refused: AppError = { kind: "sign-in-refused", reason: "blocked-by-policy", trace: null };

describe("what a sign-in is for", () => {
  const account = accountOf("megan");
  /** Refused once: whoever began it was told so. */
  async function openRefused() {
    const desk = createSignInDesk();
    const done: string[] = [];
    const first = desk.flow.begin({
      organisationId: "contoso",
      account,
      async onLater() {
        done.push(desk.state().session.kind);
        return fail({ kind: "disk-failed" });
      },
    });
    desk.contoso.browser[0]?.end(fail(refused));
    await first;
    expect(done).toEqual([]);
    return { ...desk, done };
  }

  test("is left to whoever began it, where it succeeds at once", async () => {
    const { flow, contoso } = createSignInDesk();
    const done: string[] = [];
    const onLater = async () => ok(void done.push("later"));
    const first = flow.begin({ organisationId: "contoso", account, onLater });
    contoso.browser[0]?.end(ok(account));
    expect(await first).toEqual(ok(undefined));
    expect(done).toEqual([]);
  });

  test("is done once it succeeds on another try, and says what came of it", async () => {
    const { flow, contoso, done } = await openRefused();
    const second = flow.retry({ asSomebodyElse: false });
    contoso.browser[1]?.end(fail(refused));
    await second;
    const third = flow.retry({ asSomebodyElse: true });
    contoso.browser[2]?.end(ok(accountOf("alex")));
    expect(await third).toEqual(fail({ kind: "disk-failed" }));
    expect(done).toEqual(["signed-in"]);
    const fourth = flow.retry({ asSomebodyElse: false });
    contoso.browser[3]?.end(ok(account));
    await fourth;
    expect(done).toHaveLength(1);
  });

  test("is done after a code too, also where the browser was tried first", async () => {
    const { flow, contoso, done } = await openRefused();
    void flow.retry({ asSomebodyElse: false });
    const byCode = flow.useCode();
    contoso.code[0]?.end(ok(account));
    await byCode;
    expect(done).toHaveLength(1);
  });

  test.each(["dismiss", "cancel", "begin"] as const)("is forgotten: %s", async (how) => {
    const { flow, contoso, done } = await openRefused();
    if (how === "dismiss") flow.dismiss();
    if (how === "cancel") {
      void flow.retry({ asSomebodyElse: false });
      await flow.cancel();
    }
    if (how !== "begin") void flow.retry({ asSomebodyElse: false });
    else void flow.begin(somebody);
    contoso.browser.at(-1)?.end(ok(account));
    await settled();
    expect(done).toEqual([]);
  });
});
