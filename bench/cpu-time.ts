/**
 * The least processor time in seconds that `work` took in `repeats` runs: the time on one core, however busy the machine is.
 * Garbage collection and compilation on other threads count.
 */
export async function cpuSeconds<Result>(
  work: () => Result | Promise<Result>,
  repeats = 1,
): Promise<{ readonly seconds: number; readonly result: Result }> {
  let seconds = Number.POSITIVE_INFINITY;
  for (let run = 1; ; run += 1) {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    seconds = Math.min(seconds, (user + system) / 1e6);
    if (run >= repeats) return { seconds, result };
  }
}
