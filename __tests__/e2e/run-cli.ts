export type { Run } from './run-entry.ts';
import { type EntryRun, type Run, runEntry, type Started, startEntry } from './run-entry.ts';

/** Where and how a command runs. */
export interface Place extends Omit<EntryRun, 'entry' | 'args' | 'env'> {
  /** Its whole environment except PATH and the cache folders; nothing from the machine (proxies, colors, keys) reaches it. */
  readonly env?: EntryRun['env'];
}

/** Starts `reversal-check` from the built package, in its own process. */
export const startCli = (args: readonly string[], { env = {}, ...place }: Place): Started =>
  startEntry({ entry: 'cli.js', args, env, ...place });

/** Runs `reversal-check` to its end, in its own process. */
export const runInProcess = (args: readonly string[], place: Place): Promise<Run> =>
  startCli(args, place).ended;

/** Runs `reversal-check` to its end, in the warm process of this worker where possible. */
export const runCli = (args: readonly string[], { env = {}, ...place }: Place): Promise<Run> =>
  runEntry({ entry: 'cli.js', args, env, ...place });
