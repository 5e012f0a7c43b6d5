import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** The ids that servers wrote to a file, in the order in which they started. */
export function pidsIn(path: string): readonly number[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').trim().split('\n').filter(Boolean).map(Number);
}

/** Whether a process is alive; zombies are not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return !existsSync('/proc/self');
  }
}

/** Resolves once `isTrue`; rejects after two minutes. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (const end = performance.now() + 120_000; !isTrue(); await wait(10)) {
    if (performance.now() > end) throw new Error(`in two minutes it did not become so: ${what}`);
  }
}
