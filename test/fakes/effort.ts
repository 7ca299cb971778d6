type Work = () => unknown;

/** Some ticks of the clock by which Linux and Windows count it. */
const tellableMicroseconds = 20_000;
const tries = 5;

/** Processor time of this thread, in microseconds. How fast the computer is cancels out where two are compared. */
async function effortOf(work: Work): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/** Of one run: the mean of as many as it takes to tell. */
export async function usualEffort(work: Work): Promise<number> {
  let [spent, runs] = [0, 0];
  while (spent < tellableMicroseconds) {
    spent += await effortOf(work);
    runs += 1;
  }
  return spent / runs;
}

/** The least of what a few tries come to, until one is little enough: a first run takes longer. */
async function leastOf(measure: () => Promise<number>, enough: number): Promise<number> {
  let least = Infinity;
  for (let turn = 0; turn < tries && least > enough; turn += 1)
    least = Math.min(least, await measure());
  return least;
}

/** How many times its peer's effort one run of a work takes, for what takes 50 times as much or more if it is wrong. */
export const timesTheEffort = (work: Work, peer: number, enough: number): Promise<number> =>
  leastOf(async () => (await effortOf(work)) / peer, enough);

const growth = 16;
const most = growth * 4;

/** Whether `read` takes about sixteen times as much for sixteen times the text, and not the square of that. */
export async function isLinear(
  part: string,
  length: number,
  read: (text: string) => unknown,
): Promise<boolean> {
  const text = part.repeat(Math.floor(length / part.length));
  const short = text.slice(0, Math.ceil(text.length / growth));
  const times = async () =>
    (await usualEffort(() => read(text))) / (await usualEffort(() => read(short)));
  return (await leastOf(times, most)) <= most;
}
