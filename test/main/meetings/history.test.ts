import { describe, expect, test } from "vitest";

import { ok } from "../../../main/contract/errors.ts";
import type { Account } from "../../../main/contract/state.ts";
import { createHistory, type HistoryEntry, roomIdOf } from "../../../main/meetings/history.ts";
import { maxTextBytes } from "../../../main/base/sealed-record.ts";
import type { SealedRecord } from "../../../main/base/vault.ts";
import { createFakeClock } from "../../fakes/fake-clock.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";
import { accountOf } from "../../fakes/sign-in-desk.ts";

const clock = createFakeClock();
const megan = accountOf("megan");
const alex = accountOf("alex");

function entryOf(id: string, account: Account, changes: Partial<HistoryEntry> = {}): HistoryEntry {
  const { hasOptionsPage: _hasOptionsPage, ...meeting } = aMeeting({ id, createdAt: clock.now() });
  const { id: organiserId, username: organiserUsername } = account;
  const ofMain = { graphId: `g-${id}`, eventId: null, presenters: [], timeZone: null };
  const pages = { optionsUrl: null, invitation: null };
  return { ...meeting, organiserId, organiserUsername, ...ofMain, ...pages, ...changes };
}

/** `text` is what is sealed; `known` who is here, which a test may change. */
function open(text: string | null = null) {
  const desk = { known: [megan, alex] as readonly Account[], text };
  const nothing = async () => ok(undefined);
  const record: SealedRecord = {
    load: async () => ok(desk.text),
    async save(next) {
      desk.text = next;
      return ok("sealed");
    },
    held: () => desk.text,
    protectAgain: nothing,
    forgetPrevious: nothing,
    clear: nothing,
  };
  const history = createHistory({ record, clock, known: () => desk.known });
  const ids = () => history.entries().map(({ id }) => id);
  const sealed = (id: string) => desk.text?.includes(`"${id}"`) ?? false;
  return { desk, history, ids, sealed };
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
    const second = open(first.desk.text);
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
    const { desk, history, ids } = open();
    const many = Array.from({ length: 500 }, (_none, index) => entryOf(`megan-${index}`, megan));
    desk.text = JSON.stringify({ version: 1, entries: many });
    await history.load();
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
    const { desk, history, ids } = open();
    const room = roomIdOf("megan");
    const years = 5 * 366 * 24 * 3_600_000;
    const many = Array.from({ length: 500 }, (_none, index) => entryOf(`m-${index}`, megan));
    const entries = [...many, entryOf(room, megan, { createdAt: clock.now() - years })];
    desk.text = JSON.stringify({ version: 1, entries });
    await history.load();
    await history.add(entryOf("m-new", megan));
    expect(ids()).toHaveLength(501);
    expect(ids().at(-1)).toBe(room);
  });

  test("is never more than can be sealed: everybody's part is shortened alike", async () => {
    const { desk, history } = open();
    const subject = "x".repeat(4_000);
    const many = (account: Account) =>
      Array.from({ length: 400 }, (_none, index) =>
        entryOf(`${account.name}-${index}`, account, { subject }),
      );
    desk.text = JSON.stringify({ version: 1, entries: [...many(megan), ...many(alex)] });
    expect(desk.text.length).toBeGreaterThan(maxTextBytes);
    await history.load();
    await history.add(entryOf("newest", alex));
    expect(desk.text.length).toBeLessThanOrEqual(maxTextBytes);
    const counts = [megan, alex].map((account) => {
      desk.known = [account];
      return history.entries().length;
    });
    expect(counts).toEqual([125, 125]);
    expect(history.entries()[0]?.id).toBe("newest");
  });

  test("has Microsoft's invitation of the newest 40 of each", async () => {
    const { desk, history } = open();
    const invitation = "<p>Join</p>";
    const entries = [megan, alex].flatMap((account) =>
      Array.from({ length: 41 }, (_none, index) =>
        entryOf(`${account.name}-${index}`, account, { invitation }),
      ),
    );
    desk.text = JSON.stringify({ version: 1, entries });
    await history.load();
    await history.remove("none");
    for (const account of [megan, alex]) {
      desk.known = [account];
      const kept = history.entries().filter((entry) => entry.invitation !== null);
      expect(kept.map(({ id }) => id)).toEqual(
        Array.from({ length: 40 }, (_none, index) => `${account.name}-${index}`),
      );
    }
  });
});
