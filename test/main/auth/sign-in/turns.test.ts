import { describe, expect, test } from "vitest";

import { createTurns } from "../../../../main/auth/sign-in/turns.ts";

const gate = () => Promise.withResolvers<string>();
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("in turn", () => {
  test("one call after the other, in the order they came", async () => {
    const { inTurn } = createTurns();
    const first = gate();
    const seen: string[] = [];
    const calls = [
      inTurn(async () => {
        seen.push("first begins");
        await first.promise;
        seen.push("first ends");
      }),
      inTurn(async () => void seen.push("second")),
      inTurn(async () => void seen.push("third")),
    ];
    await settled();
    expect(seen).toEqual(["first begins"]);
    first.resolve("");
    await Promise.all(calls);
    expect(seen).toEqual(["first begins", "first ends", "second", "third"]);
  });

  test("a call that fails fails alone, at once or later", async () => {
    const { inTurn } = createTurns();
    const failing = inTurn(async () => Promise.reject(new Error("no")));
    const throwing = inTurn(() => {
      throw new Error("at once");
    });
    const next = inTurn(async () => "fine");
    await expect(failing).rejects.toThrow("no");
    await expect(throwing).rejects.toThrow("at once");
    expect(await next).toBe("fine");
  });
});

describe("a cancellable call", () => {
  test("says whose requests are on their way, while it runs and no longer", async () => {
    const turns = createTurns();
    const { signal } = new AbortController();
    const other = new AbortController();
    const hold = gate();
    const seen: (AbortSignal | null)[] = [turns.signal()];
    const look = async () => void seen.push(turns.signal());
    const mine = turns.cancellable(signal, look);
    const between = turns.inTurn(look);
    const theirs = turns.cancellable(other.signal, async () => {
      await look();
      return hold.promise;
    });
    await Promise.all([mine, between]);
    await settled();
    hold.resolve("done");
    expect(await theirs).toBe("done");
    expect([...seen, turns.signal()]).toEqual([null, signal, null, other.signal, null]);
  });

  test("that fails takes its signal with it", async () => {
    const turns = createTurns();
    const failing = turns.cancellable(new AbortController().signal, async () =>
      Promise.reject(new Error("no")),
    );
    await expect(failing).rejects.toThrow("no");
    expect(await turns.inTurn(async () => turns.signal())).toBeNull();
  });

  test("cancelled while it runs ends at once, and its turn still ends by itself", async () => {
    const turns = createTurns();
    const controller = new AbortController();
    const hold = gate();
    const call = turns.cancellable(controller.signal, () => hold.promise);
    const next = turns.inTurn(async () => "next");
    await settled();
    controller.abort();
    await expect(call).rejects.toMatchObject({ subError: "aborted" });
    hold.resolve("tokens");
    expect(await next).toBe("next");
  });

  test("cancelled when it is over was not cancelled", async () => {
    const turns = createTurns();
    const controller = new AbortController();
    const call = turns.cancellable(controller.signal, async () => "tokens");
    await turns.inTurn(async () => undefined);
    controller.abort();
    expect(await call).toBe("tokens");
  });

  test("cancelled before its turn never runs, and waits for nobody", async () => {
    const turns = createTurns();
    const controller = new AbortController();
    const hold = gate();
    const before = turns.inTurn(() => hold.promise);
    let ran = false;
    const call = turns.cancellable(controller.signal, async () => {
      ran = true;
      return "tokens";
    });
    controller.abort();
    await expect(call).rejects.toMatchObject({ subError: "aborted" });
    hold.resolve("before");
    expect(await before).toBe("before");
    expect(await turns.inTurn(async () => "after")).toBe("after");
    expect(ran).toBe(false);
  });

  test("cancelled does not stop the queue, nor cancel who comes next", async () => {
    const turns = createTurns();
    const controller = new AbortController();
    const hold = gate();
    const cancelled = turns.cancellable(controller.signal, () => hold.promise);
    const next = turns.inTurn(async () => turns.signal());
    await settled();
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ subError: "aborted" });
    hold.reject(new Error("the request was cut"));
    expect(await next).toBeNull();
  });
});
