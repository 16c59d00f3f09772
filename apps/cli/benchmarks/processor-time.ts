/** Processor time of the best of several repeats, seconds: other work on the machine disturbs it less. */
export function bestSeconds(repeats: number, work: () => void): number {
  let best = Infinity;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}
