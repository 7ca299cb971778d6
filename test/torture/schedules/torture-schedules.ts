import type { Figures } from "../../figures.ts";
import { createRandom } from "../random.ts";
import { type Habit, type Mistake, noHabit } from "./desk/world.ts";
import { createCount } from "./laws/count.ts";
import { oneSchedule } from "./schedule.ts";

export interface SchedulesOptions {
  readonly mistake?: Mistake;
  readonly habit?: Habit;
  /** Told of each broken law, with the seed of its schedule. */
  readonly onBreach?: (seed: number, what: string) => void;
}

/**
 * Somebody at the screen, who presses what is offered there, while the network, Microsoft and the power do their
 * worst: on everything between the app's doors and the network as it is, in simulated time. What is said is held
 * against what is at Microsoft at that moment; at the end the books of both sides must agree. Each schedule has a
 * seed of its own.
 */
export async function tortureSchedules(
  figures: Figures,
  seed: number,
  schedules: number,
  { mistake = {}, habit = noHabit, onBreach = () => undefined }: SchedulesOptions = {},
): Promise<void> {
  let current = 0;
  const count = createCount((what) => onBreach(current, what));
  for (let index = 0; index < schedules; index += 1) {
    current = seed * 1_000_000 + index;
    await oneSchedule({ random: createRandom(current), count, mistake, habit });
    if ((index + 1) % 10_000 === 0) console.log(`  ${index + 1} of ${schedules} schedules`);
  }
  count.report(figures, schedules, habit);
}

/** One schedule by its own seed, with everything that happens in it. */
export async function retellSchedule(
  seed: number,
  habit: Habit,
  tell: (line: string) => void,
): Promise<void> {
  const count = createCount((what) => tell(`BROKEN ${what}`));
  await oneSchedule({ random: createRandom(seed), count, mistake: {}, habit, tell });
}
