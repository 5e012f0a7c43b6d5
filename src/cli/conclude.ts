import type { Checked } from '../run/stages/conclude.ts';
import { exitCodeOf } from '../run/stages/exit-code.ts';
import { serialiseResult } from '../result/json.ts';
import { renderTerminal } from '../report/terminal.ts';
import { writeRunFolder } from '../run/stages/run-folder.ts';
import type { Terminal } from './terminal.ts';
import { renderingFor } from './terminal.ts';

/** Writes the run's folder, prints the result, and returns the process's exit code. */
export async function concludeRun(
  checked: Checked,
  { out: folder, json }: { readonly out: string; readonly json: boolean },
  { out, err, env }: Terminal,
): Promise<number> {
  const files = await writeRunFolder(folder, checked);
  out.write(json ? serialiseResult(checked.result) : renderTerminal(checked.result, renderingFor(out, env)));
  (json ? err : out).write(`Report: ${files.report}\nResult: ${files.result}\n`);
  return exitCodeOf(checked.result);
}
