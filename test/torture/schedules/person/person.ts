import type { Desk } from "../desk/desk.ts";
import type { Line, World } from "../desk/world.ts";
import type { Count } from "../laws/count.ts";
import type { Witness } from "../laws/witness.ts";
import { turns } from "../moving-clock.ts";
import type { Act, Hand } from "./act.ts";
import { formActs } from "./form.ts";
import { homeActs } from "./home.ts";
import { listActs } from "./list.ts";
import { type Notifier, trayActs } from "./tray.ts";
import { passTime } from "./weather.ts";

export interface Scene {
  readonly world: World;
  readonly desk: Desk;
  readonly line: Line;
  readonly count: Count;
  readonly witness: Witness;
  readonly notifier: Notifier;
  readonly hand: Hand;
}

/** Some things somebody does one after another, or before the last one is done. Answers when all are. */
export async function live(scene: Scene): Promise<void> {
  const { world, line } = scene;
  const { random } = world;
  const open: Promise<unknown>[] = [];
  for (let acts = 3 + random.below(4); acts > 0 && !line.isCut(); acts -= 1) {
    const act = choose(scene);
    if (act) open.push(perform(scene, act));
    // Nobody is faster than what the app does without the network.
    if (random.chance(0.3)) await turns(30 + random.below(60));
    else await Promise.all(open);
    if (random.chance(0.6) && !line.isCut()) await passTime(scene);
  }
  await Promise.all(open);
}

export function perform({ world, count, witness }: Scene, { place, name, doing, run }: Act) {
  world.tell(() => `${place}: ${name}`);
  count.acts.set(place, (count.acts.get(place) ?? 0) + 1);
  return witness.during(doing, run);
}

const choose = (scene: Scene): Act | null => habitual(scene) ?? anything(scene);

/** What somebody does by habit; null where they have none, or it is not offered. */
function habitual(scene: Scene): Act | null {
  const { habit, random } = scene.world;
  if (habit.takesBack === 0 || !random.chance(habit.takesBack)) return null;
  const ends = endsOf(scene);
  return ends[random.below(Math.max(1, ends.length))] ?? null;
}

/** Something that can be seen and pressed at this moment, wherever it is. */
function anything(scene: Scene): Act | null {
  const { world, desk, hand, notifier } = scene;
  const { random } = world;
  const places: readonly (readonly [number, boolean, () => readonly Act[]])[] = [
    [0.36, true, () => homeActs(hand)],
    [0.72, true, () => formActs(hand)],
    [0.8, false, () => trayActs(hand)],
    [0.87, false, () => notifier.acts(hand)],
    [1, true, () => listActs(hand)],
  ];
  // Whoever sees their form fail mostly goes on there.
  const { creation } = desk.state();
  const isFailed = creation.kind === "failed" && creation.draftId === hand.draft?.id;
  const dice = isFailed && random.chance(0.5) ? 0.5 : random.next();
  const [, isInWindow = true, acts = () => []] = places.find(([limit]) => dice < limit) ?? [];
  if (desk.state().popupShown !== isInWindow) desk.showPopup(isInWindow);
  const found = acts();
  const offered = found.length > 0 ? found : homeActs(hand);
  return offered[random.below(offered.length)] ?? null;
}

/** Whatever takes something back, in whichever window it is offered. */
function endsOf({ desk, hand, notifier }: Scene): readonly Act[] {
  const isShown = desk.state().popupShown;
  const inSight = isShown
    ? [...homeActs(hand), ...formActs(hand), ...listActs(hand)]
    : [...trayActs(hand), ...notifier.acts(hand)];
  return inSight.filter(({ doing, name }) => doing === "end" || name.startsWith("keep"));
}
