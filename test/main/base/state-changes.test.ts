import { expect, test } from "vitest";

import { changeBetween, whenItChanged } from "../../../main/base/state-changes.ts";
import { createStore } from "../../../main/base/store.ts";
import { changed } from "../../../main/contract/ipc.ts";
import { defaultSettings } from "../../../main/contract/settings.ts";
import type { AppState } from "../../../main/contract/state.ts";
import { initialState } from "../../../main/shell/initial-state.ts";
import { aMeeting } from "../../fakes/a-meeting.ts";
import { environment } from "../../fakes/environment.ts";

const open = () => createStore(initialState(environment, defaultSettings));
const change = (part: Partial<AppState>) => (state: AppState) => ({ ...state, ...part });

/** All that main sends, as desktop.ts sends it. */
function sending(store: ReturnType<typeof open>) {
  let sent = store.read();
  const changes: NonNullable<ReturnType<typeof changeBetween>>[] = [];
  store.subscribe((state) => {
    const one = changeBetween(sent, state);
    if (!one) return;
    sent = state;
    changes.push(one);
  });
  return changes;
}

test("what is sent is what has changed, and nothing where something was only put together anew", () => {
  const store = open();
  const changes = sending(store);
  store.update(change({ recent: [aMeeting()] }));
  store.update(change({ recent: [aMeeting()] }));
  store.update(change({ online: false, view: "schedule" }));
  expect(changes.map(({ parts }) => parts)).toEqual([
    { recent: [aMeeting()] },
    { online: false, view: "schedule" },
  ]);
});

test("a window that came at any time has the same state as main after the last change", () => {
  const store = open();
  const changes = sending(store);
  const states = [store.read()];
  const next = (part: Partial<AppState>) => {
    store.update(change(part));
    states.push(store.read());
  };
  next({ online: false });
  next({ online: false });
  next({ recent: [aMeeting()] });
  next({ online: true });
  next({ recent: [aMeeting()] });
  next({ view: "join" });
  const { revision: _last, ...expected } = store.read();
  for (const [at, first] of states.entries()) {
    let mine: AppState | null = first;
    // Of those on their way when it asked for the whole, some are older than what it was answered.
    for (const one of changes) mine = mine && changed(mine, one);
    expect(mine, `came at ${at}`).toMatchObject(expected);
  }
});

test("a window that missed a change notices, and one that did not goes on", () => {
  const store = open();
  const changes = sending(store);
  const first = store.read();
  for (const online of [false, true, false]) store.update(change({ online }));
  const [one, , three] = changes;
  if (!one || !three) throw new Error("nothing was sent");
  const second = changed(first, one);
  expect(second).toMatchObject({ online: false });
  expect(second && changed(second, three)).toBeNull();
});

test("what is drawn is drawn again only when something of it has changed", () => {
  const store = open();
  const drawn: string[] = [];
  const draw = whenItChanged(["language"], (state) =>
    drawn.push(state.online ? `online, ${state.recent.length}` : "offline"),
  );
  store.subscribe(draw);
  draw(store.read());
  store.update(change({ view: "join" }));
  store.update(change({ recent: [] }));
  store.update(change({ recent: [aMeeting()] }));
  store.update(change({ online: false }));
  store.update(change({ recent: [] }));
  store.update(change({ language: "de" }));
  expect(drawn).toEqual(["online, 0", "online, 1", "offline", "offline"]);
});
