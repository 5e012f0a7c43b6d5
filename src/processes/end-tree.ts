import { setTimeout as wait } from 'node:timers/promises';
import type { ProcessTree } from './process-tree.ts';

/** How often to check whether processes have ended. */
const LOOK_EVERY_MS = 25;
/**
 * Maximum wait after SIGKILL. After SIGKILL, only the kernel can delay a process's end, for example while a driver
 * frees its memory.
 */
const LONGEST_DEATH_MS = 10_000;

/**
 * Ends all processes in a tree: sends SIGTERM, and then SIGKILL to those that remain after `graceMs`. Returns the ids
 * of the processes that could not be ended.
 */
export async function endTree(tree: ProcessTree, graceMs: number): Promise<readonly number[]> {
  tree.signal('SIGTERM');
  if (!(await isGoneWithin(tree, graceMs))) {
    // A process may have started another process before it was killed.
    const until = performance.now() + LONGEST_DEATH_MS;
    do tree.signal('SIGKILL');
    while (!(await isGoneWithin(tree, 10 * LOOK_EVERY_MS)) && performance.now() < until);
  }
  return tree.members();
}

async function isGoneWithin(tree: ProcessTree, ms: number): Promise<boolean> {
  for (const until = performance.now() + ms; ; await wait(LOOK_EVERY_MS)) {
    if (tree.members().length === 0) return true;
    if (performance.now() >= until) return false;
  }
}
