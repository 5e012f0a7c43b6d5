import { systemTiming, type Timing } from '../../src/timing.ts';

/** The clock of this machine, and whether each pending wait keeps the process alive. */
export function watchedTiming(): { readonly timing: Timing; readonly running: () => readonly boolean[] } {
  const waits: boolean[] = [];
  const sleep: Timing['sleep'] = async (ms, signal) => {
    const place = waits.push(true) - 1;
    signal.addEventListener('abort', () => {
      waits[place] = false;
    });
    await systemTiming.sleep(ms, signal);
    waits[place] = false;
  };
  return { timing: { ...systemTiming, sleep }, running: () => waits };
}
