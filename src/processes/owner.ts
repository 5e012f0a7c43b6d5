import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * A process, in one word without spaces: the place where its id is valid (this boot of this machine, and the namespace
 * of process ids), its id, and when it started. A later process with the same id is a different owner.
 */
export type Owner = string;

/** A process's start, in clock ticks since the machine booted, is the 20th field after its name in `/proc/ID/stat`. */
const START_FIELD = 19;

/** Where ids of processes are valid. Without `/proc`, this is the machine. */
function placeOfIds(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname().replaceAll(/[\s:]/gu, '-');
  }
}

/** When a process started; undefined if it does not run. Empty without `/proc`. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : fields[START_FIELD - 1];
  } catch {
    return '';
  }
}

/** This process. */
export function thisProcess(): Owner {
  return `${placeOfIds()}|${process.pid}|${startOf(process.pid) ?? ''}`;
}

/** Whether the owner still runs; undefined if it ran on another machine, in another container, or before a reboot. */
export function isRunning(owner: Owner): boolean | undefined {
  const [place, pid, start] = owner.split('|');
  if (place !== placeOfIds()) return undefined;
  return startOf(Number(pid)) === start;
}
