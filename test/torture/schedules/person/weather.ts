import type { Desk } from "../desk/desk.ts";
import type { World } from "../desk/world.ts";

/** What happens around somebody while they do nothing: minutes, a network that comes and goes, a sign-in that ends. */
export async function passTime({ world, desk }: { world: World; desk: Desk }): Promise<void> {
  const { clock, random, graph } = world;
  clock.pass(random.below(random.chance(0.8) ? 60_000 : 600_000));
  if (random.chance(0.06)) graph.isSignInOver = true;
  if (graph.isOffline ? random.chance(0.6) : random.chance(0.06)) {
    const isBack = graph.isOffline;
    world.tell(() => (isBack ? "online again" : "offline"));
    desk.setOnline(isBack);
  }
  if (!random.chance(0.4)) return;
  world.tell(() => "a minute later");
  void desk.meetings.tend();
  await desk.meetings.recheck();
}
