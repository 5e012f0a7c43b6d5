import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const BASELINE = 'm0';

/**
 * Runs `check` on M0 and another checkpoint under this example's configuration, which serves them from this machine; its
 * output is this process's own. Gives its exit code, null where a signal ended it.
 */
export async function checkOf(
  checkpoint: string,
  { cli, args }: { readonly cli: string; readonly args: readonly string[] },
): Promise<number | null> {
  const folder = import.meta.dirname;
  const config = join(folder, 'reversal.yml');
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
