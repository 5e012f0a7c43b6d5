import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { isRunning, thisProcess } from './owner.ts';

/** A process that leads its own process group, and all its descendants. */
export interface ProcessTree {
  /** Returns the ids of the running processes, including the leader. */
  readonly members: () => readonly number[];
  /** Sends a signal to each process. Skips processes that have ended or belong to another user. */
  readonly signal: (name: 'SIGTERM' | 'SIGKILL') => void;
}

/**
 * The environment variable that marks descendants. It identifies descendants that left the group and whose parents have
 * ended, including those of a run that was killed.
 */
export const MARKER = 'REVERSAL_CHECK_PROGRAM';

/** A new value for `MARKER`: this process and a random UUID. */
export const newMark = (): string => `${thisProcess()}|${randomUUID()}`;

const PROC = '/proc';
/**
 * Matches the state, parent, group and session in a process's `stat` file. They follow the process's name, which may
 * contain any characters.
 */
const STAT = /^([A-Za-z]) (\d+) (\d+) (\d+) /;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
}

/**
 * The process tree of `leader`, which was started with `mark` as the value of `MARKER`. On systems with `/proc`, it
 * consists of the group, the session, descendants of either, and processes with the mark. On other systems, it is only
 * the group.
 */
export function processTree({
  leader,
  mark,
}: {
  readonly leader: number;
  readonly mark: string;
}): ProcessTree {
  const members = (): readonly number[] => {
    const processes = readProcesses();
    if (processes === undefined) return isThere(-leader) ? [leader] : [];
    const found = new Set(
      processes
        .filter(({ pid, group, session }) => group === leader || session === leader || markOf(pid) === mark)
        .map(({ pid }) => pid),
    );
    for (let before = -1; before !== found.size;) {
      before = found.size;
      for (const { pid, parent } of processes) if (found.has(parent)) found.add(pid);
    }
    found.delete(process.pid);
    return [...found];
  };
  return {
    members,
    signal: (name) => {
      send(-leader, name);
      for (const pid of members()) send(pid, name);
    },
  };
}

/**
 * The processes that an earlier run started and could not end, because it was killed. Empty on systems without `/proc`.
 * Other users' processes are not included.
 */
export function abandonedProcesses(): ProcessTree {
  const members = (): readonly number[] =>
    (readProcesses() ?? [])
      .map(({ pid }) => pid)
      .filter((pid) => {
        const mark = pid === process.pid ? undefined : markOf(pid);
        return mark !== undefined && isRunning(mark.slice(0, mark.lastIndexOf('|'))) === false;
      });
  return {
    members,
    signal: (name) => {
      for (const pid of members()) send(pid, name);
    },
  };
}

/** The running processes on this machine; undefined without `/proc`. Zombies count as ended. */
function readProcesses(): readonly Process[] | undefined {
  let names: readonly string[];
  try {
    names = readdirSync(PROC);
  } catch {
    return undefined;
  }
  const pids = names.filter((name) => /^\d+$/.test(name));
  if (pids.length === 0) return undefined;
  return pids.flatMap((name) => {
    const stat = textOf(`${PROC}/${name}/stat`);
    const [, state, parent, group, session] = STAT.exec(stat.slice(stat.lastIndexOf(')') + 2)) ?? [];
    if (state === undefined || state === 'Z' || state === 'X') return [];
    return [{ pid: Number(name), parent: Number(parent), group: Number(group), session: Number(session) }];
  });
}

/** A process's mark; undefined if it has none. */
function markOf(pid: number): string | undefined {
  const found = textOf(`${PROC}/${pid}/environ`)
    .split('\0')
    .find((variable) => variable.startsWith(`${MARKER}=`));
  return found?.slice(MARKER.length + 1);
}

/** Reads a file under `/proc`. Empty if the process has ended or belongs to another user. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isThere(pid: number): boolean {
  return send(pid, 0);
}

function send(pid: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
