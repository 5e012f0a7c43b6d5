import { execFileSync } from 'node:child_process';

/** What git prints, in the current folder. Throws with git's own message. */
export function git(...parameters: readonly string[]): string {
  return execFileSync('git', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}
