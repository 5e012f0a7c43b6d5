import { compare } from '../check.ts';
import { concludeRun } from './conclude.ts';
import { localFiles } from './files.ts';
import type { Terminal } from './terminal.ts';

/** `reversal-check compare`: judges completions that files hold. */
export async function compareCommand(
  paths: { readonly old: string; readonly new: string },
  options: {
    readonly config: string;
    readonly old?: string | undefined;
    readonly new?: string | undefined;
    readonly out: string;
    readonly json: boolean;
  },
  terminal: Terminal,
): Promise<number> {
  const checked = await compare({ configPath: options.config, paths, names: options, files: localFiles });
  return concludeRun(checked, options, terminal);
}
