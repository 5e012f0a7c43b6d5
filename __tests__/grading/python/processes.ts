import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes whose command line contains the text. */
export function processesWith(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter(
      (name) => readProcess(name, 'cmdline').includes(text) && !/^\S+ \S+ Z/u.test(readProcess(name, 'stat')),
    )
    .map(Number);
}

/** The peak memory of a process in mebibytes; 0 if it has ended. */
export function peakMebibytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/u.exec(readProcess(String(pid), 'status'))?.[1] ?? 0) / 1024;
}

/** Waits until a condition holds. Returns whether it did in time. */
export async function holdsWithin(ms: number, holds: () => boolean): Promise<boolean> {
  for (const until = performance.now() + ms; performance.now() < until;) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return holds();
}

function readProcess(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
