import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const BASELINE = 'm0';

/**
 * Runs `check` on M0 and another checkpoint with a configuration of this example, which serves both from this machine. Its output
 * goes to this process's own. Returns its exit code, null if a signal ended it.
 */
export async function checkOf(
  checkpoint: string,
  options: {
    readonly cli: string;
    /** Relative to this folder; `reversal.yml` if absent. */
    readonly config?: string;
    readonly args: readonly string[];
  },
): Promise<number | null> {
  const folder = import.meta.dirname;
  const { cli, args } = options;
  const config = join(folder, options.config ?? 'reversal.yml');
  const check = spawn(
    process.execPath,
    [cli, 'check', '--config', config, '--old', BASELINE, '--new', checkpoint, ...args],
    {
      stdio: 'inherit',
      env: { ...process.env, TINY_LM_SERVER: pathToFileURL(join(folder, 'serve.ts')).href },
    },
  );
  const [code] = await once(check, 'exit');
  return typeof code === 'number' ? code : null;
}
