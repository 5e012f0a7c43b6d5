import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Identifies a process in a string without spaces: the scope in which its id is valid (the machine, its current boot
 * and the process id namespace), its id, and its start time. A later process with the same id is a different owner.
 */
export type Owner = string;

/**
 * Position of a process's start time, in clock ticks since boot, among the fields after its state in `/proc/ID/stat`,
 * counted from 1.
 */
const START_FIELD = 19;

/** The scope in which process ids are valid. Without `/proc`, this is the machine. */
function placeOfIds(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname().replaceAll(/[\s:]/gu, '-');
  }
}

/** A process's start time; undefined if the process is not running. Empty without `/proc`. */
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

/** Identifies this process. */
export function thisProcess(): Owner {
  return `${placeOfIds()}|${process.pid}|${startOf(process.pid) ?? ''}`;
}

/**
 * Whether the owner is still running; undefined if it ran on another machine, in another container, or before a reboot.
 */
export function isRunning(owner: Owner): boolean | undefined {
  const [place, pid, start] = owner.split('|');
  if (place !== placeOfIds()) return undefined;
  return startOf(Number(pid)) === start;
}
