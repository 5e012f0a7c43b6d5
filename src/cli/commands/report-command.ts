import { parseResult, serialiseResult } from '../../result/json.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { renderTerminal } from '../../report/terminal.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { unreadableFile } from '../../files/unreadable-file.ts';
import type { Terminal } from '../terminal.ts';
import { renderingFor } from '../terminal.ts';

/**
 * `reversal-check report`: renders a stored result again. Exits with 0 regardless of the verdict, because it does not
 * run a check.
 */
export async function reportCommand(
  path: string,
  options: { readonly markdown: boolean; readonly json: boolean },
  { out, env }: Terminal,
): Promise<number> {
  const bytes = await readRegularFile(path).catch((error: unknown) => {
    throw unreadableFile(path, error, 'Specify the path of a result.json that a check wrote.');
  });
  const result = parseResult(bytes.toString(), path);
  if (options.json) out.write(serialiseResult(result));
  else if (options.markdown) out.write(renderMarkdown(result));
  else out.write(renderTerminal(result, renderingFor(out, env)));
  return 0;
}
