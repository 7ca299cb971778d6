import { describe, expect, test } from "vitest";

import type { Account } from "../../../main/contract/state.ts";
import { type HistoryEntry, roomIdOf } from "../../../main/meetings/history.ts";
import { aKeptEntry } from "../../fakes/a-kept-entry.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import {
  createMemoryDocument,
  createMemoryLines,
  createMemoryVault,
  type Disk,
} from "../../fakes/memory-platform.ts";
import { openHistory } from "../../fakes/open-history.ts";
import { accountOf } from "../../fakes/sign-in-desk.ts";

const clock = createFakeClock();
const megan = accountOf("megan");
const alex = accountOf("alex");

const entryOf = (
  id: string,
  { id: organiserId, username: organiserUsername }: Account,
  changes: Partial<HistoryEntry> = {},
): HistoryEntry =>
  aKeptEntry(id, { createdAt: clock.now(), organiserId, organiserUsername, ...changes });

/** `known` is who is here, which a test may change; the same disk again is a restart. */
function open(disk: Disk = new Map()) {
  const desk = { known: [megan, alex] as readonly Account[], disk };
  const history = openHistory({
    lines: createMemoryLines(disk, "lines"),
    earlier: createMemoryDocument(disk, "history"),
    vault: createMemoryVault(),
    clock,
    known: () => desk.known,
  });
  const ids = () => history.entries().map(({ id }) => id);
  const sealed = (id: string) => disk.get("lines")?.includes(`"${id}"`) ?? false;
  return { desk, history, ids, sealed };
}

/** All of these were made, the first of them last. */
async function fill(
  { history }: Pick<ReturnType<typeof open>, "history">,
  entries: readonly HistoryEntry[],
): Promise<void> {
  await Promise.all(entries.toReversed().map((entry) => history.add(entry)));
}

describe("whose meetings can be seen", () => {
  test("are those of everybody who is here, and of nobody else", async () => {
    const { desk, history, ids, sealed } = open();
    await history.add(entryOf("of-megan", megan));
    await history.add(entryOf("of-alex", alex));
    expect(ids()).toEqual(["of-alex", "of-megan"]);
    desk.known = [alex];
    expect(ids()).toEqual(["of-alex"]);
    expect(history.find("of-megan")).toBeUndefined();
    desk.known = [];
    expect(ids()).toEqual([]);
    expect(sealed("of-megan") && sealed("of-alex")).toBe(true);
  });

  test("are seen again when their maker is back, also after a restart and what others did meanwhile", async () => {
    const first = open();
    await first.history.add(entryOf("of-megan", megan));
    first.desk.known = [alex];
    await first.history.add(entryOf("of-alex", alex));
    await first.history.add(entryOf("gone", alex));
    await first.history.remove("gone");
    await first.history.replace(entryOf("of-alex", alex, { subject: "Renamed" }));
    const second = open(first.desk.disk);
    second.desk.known = [];
    await second.history.load();
    expect(second.ids()).toEqual([]);
    second.desk.known = [megan];
    expect(second.ids()).toEqual(["of-megan"]);
    expect(second.history.find("of-alex")).toBeUndefined();
  });

  test("follow the person to the same organisation under another id, and are theirs there", async () => {
    const { desk, history } = open();
    await history.add(entryOf("of-megan", megan));
    const again = accountOf("megan", "contoso-again");
    desk.known = [again];
    expect(history.find("of-megan")).toMatchObject({ organiserId: again.id });
    // Both are here: each meeting is of the one who made it.
    desk.known = [again, megan];
    expect(history.find("of-megan")).toMatchObject({ organiserId: megan.id });
  });

  test("are a member's, where the same person is a guest here too", async () => {
    const { desk, history } = open();
    await history.add(entryOf("of-megan", megan));
    const member = accountOf("megan", "contoso-again");
    const guest: Account = { ...accountOf("megan", "fabrikam"), kind: "guest" };
    for (const known of [
      [member, guest],
      [guest, member],
    ]) {
      desk.known = known;
      expect(history.find("of-megan")).toMatchObject({ organiserId: member.id });
    }
    desk.known = [guest];
    expect(history.find("of-megan")).toMatchObject({ organiserId: guest.id });
  });
});

describe("how much is kept", () => {
  test("is 500 of each account: nobody's presses push out another's", async () => {
    const opened = open();
    const { desk, history, ids } = opened;
    await fill(
      opened,
      Array.from({ length: 500 }, (_none, index) => entryOf(`megan-${index}`, megan)),
    );
    desk.known = [alex];
    await history.add(entryOf("alex-1", alex));
    await history.add(entryOf("alex-2", alex));
    desk.known = [megan];
    expect(ids()).toHaveLength(500);
    await history.add(entryOf("megan-new", megan));
    expect(ids()).toHaveLength(500);
    expect(ids().at(-1)).toBe("megan-498");
    desk.known = [alex];
    expect(ids()).toEqual(["alex-2", "alex-1"]);
  });

  test("leaves a link of one's own, however old and far down it is", async () => {
    const opened = open();
    const room = roomIdOf("megan");
    const years = 5 * 366 * 24 * 3_600_000;
    const many = Array.from({ length: 500 }, (_none, index) => entryOf(`m-${index}`, megan));
    await fill(opened, [...many, entryOf(room, megan, { createdAt: clock.now() - years })]);
    await opened.history.add(entryOf("m-new", megan));
    expect(opened.ids()).toHaveLength(501);
    expect(opened.ids().at(-1)).toBe(room);
  });

  test("is nothing of more than a year ago", async () => {
    const { history, ids } = open();
    const longAgo = clock.now() - 367 * 24 * 3_600_000;
    await history.add(entryOf("old", megan, { createdAt: longAgo }));
    await history.add(entryOf("new", megan));
    expect(ids()).toEqual(["new"]);
  });

  test("is never without end: everybody's part is shortened alike", async () => {
    const opened = open();
    const subject = "x".repeat(40_000);
    const many = (account: Account) =>
      Array.from({ length: 400 }, (_none, index) =>
        entryOf(`${account.name}-${index}`, account, { subject }),
      );
    await fill(opened, [...many(megan), ...many(alex)]);
    const counts = [megan, alex].map((account) => {
      opened.desk.known = [account];
      return opened.history.entries().length;
    });
    expect(counts).toEqual([125, 125]);
  });
});

describe("of Microsoft's invitations", () => {
  const isKept = ({ invitation }: HistoryEntry) => invitation !== null;
  const long = (bytes: number) => "x".repeat(bytes);

  test("one that is too long is not kept, and what is half of one is none", async () => {
    const { history } = open();
    await history.add(entryOf("long", megan, { invitation: long(32 * 1024 + 1) }));
    await history.add(entryOf("short", megan, { invitation: long(32 * 1024) }));
    expect(
      history
        .entries()
        .filter(isKept)
        .map(({ id }) => id),
    ).toEqual(["short"]);
  });

  test("the newest are kept, as many as there is room for, also after a restart", async () => {
    const opened = open();
    await fill(
      opened,
      Array.from({ length: 100 }, (_none, index) =>
        entryOf(`m-${index}`, megan, { invitation: long(32 * 1024) }),
      ),
    );
    const kept = opened.history.entries().filter(isKept);
    expect(kept.map(({ id }) => id)).toEqual(
      Array.from({ length: 32 }, (_none, index) => `m-${index}`),
    );
    const again = open(opened.desk.disk);
    await again.history.load();
    expect(again.history.entries()).toEqual(opened.history.entries());
  });
});
