import { type Profiler, Session } from "node:inspector/promises";

/** The longest time in which nothing else had its turn. */
export interface Step {
  readonly milliseconds: number;
  /** Of the main thread's own: what else this computer does is not in it. */
  readonly cpuMilliseconds: number;
}

interface Window extends Step {
  /** Microseconds of the clock that profiles go by. */
  readonly from: number;
  readonly to: number;
}

const cpuNow = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
const profileNow = (): number => Number(process.hrtime.bigint() / 1_000n);

/** Until it is asked. */
export function watchSteps(): () => Promise<Window> {
  let longest: Window = { milliseconds: 0, cpuMilliseconds: 0, from: 0, to: 0 };
  let longestWall = 0;
  let isOver = false;
  let last = { at: performance.now(), cpu: cpuNow(), from: profileNow() };
  const step = () => {
    const next = { at: performance.now(), cpu: cpuNow(), from: profileNow() };
    const cpuMilliseconds = next.cpu - last.cpu;
    longestWall = Math.max(longestWall, next.at - last.at);
    if (cpuMilliseconds > longest.cpuMilliseconds)
      longest = { cpuMilliseconds, milliseconds: 0, from: last.from, to: next.from };
    last = next;
    if (!isOver) setImmediate(step);
  };
  setImmediate(step);
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    isOver = true;
    return { ...longest, milliseconds: longestWall };
  };
}

/** Does it once more under a profile: the longest step, and the function of the app's that most of it went to. */
export async function nameLongestStep(work: () => Promise<unknown>): Promise<string> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  const steps = watchSteps();
  await work();
  const longest = await steps();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return mostOf(profile, longest);
}

function mostOf(profile: Profiler.Profile, { from, to }: Window): string {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const spent = new Map<string, number>();
  let at = profile.startTime;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const microseconds = profile.timeDeltas?.[index] ?? 0;
    at += microseconds;
    if (at < from || at > to) continue;
    const name = appFunction(id, nodes, parents);
    spent.set(name, (spent.get(name) ?? 0) + microseconds);
  }
  const [most] = [...spent].toSorted(([, one], [, other]) => other - one);
  return most ? most[0] : "nothing that was seen";
}

/** Whatever of Node's runs, it runs for one of ours. */
function appFunction(
  id: number,
  nodes: ReadonlyMap<number, Profiler.ProfileNode>,
  parents: ReadonlyMap<number, number>,
): string {
  for (let node = nodes.get(id); node; node = nodes.get(parents.get(node.id) ?? -1)) {
    const { url, functionName } = node.callFrame;
    const file = /\/main\/(.+)$/u.exec(url)?.[1];
    if (file !== undefined) return `${functionName || "the module"} of ${file}`;
  }
  return nodes.get(id)?.callFrame.functionName || "Node";
}
