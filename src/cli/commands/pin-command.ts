import { pin } from '../../run/plan/pin.ts';
import { compareLock } from '../../config/lock/compare-lock.ts';
import { parseLock } from '../../config/lock/lock.ts';
import { ReversalCheckError } from '../../errors.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { writeWhole } from '../../files/write-whole.ts';
import { exclusionSentence } from '../../result/exclusions.ts';
import { jsonForLogs } from '../../result/text/log-commands.ts';
import { SENTENCE_LIMIT, terminalText } from '../../result/text/neutralise.ts';
import { localFiles } from '../files.ts';
import { withReadingProgress } from '../reading-progress.ts';
import type { Terminal } from '../terminal.ts';

/** `reversal-check pin`: writes the lock, and prints what changed in it. */
export async function pinCommand(
  options: { readonly config: string; readonly json: boolean },
  { out, err }: Terminal,
): Promise<number> {
  const { path, text, exclusions } = await pin(options.config, {
    ...localFiles,
    open: withReadingProgress(localFiles.open, (message) => err.write(`${message}\n`)),
  });
  const before = await lockThere(path);
  const changed = before !== text;
  if (changed) await writeWhole(path, text);
  const differences = before === undefined ? [] : differencesFrom(before, text, path);
  for (const exclusion of exclusions)
    err.write(`warning: ${terminalText(exclusionSentence(exclusion), SENTENCE_LIMIT)}\n`);
  if (options.json) out.write(`${jsonForLogs({ path, changed, differences })}\n`);
  else {
    out.write(
      [
        changed ? `Wrote ${path}.` : `${path} is up to date.`,
        ...differences.map((line) => `  ${terminalText(line, 500)}`),
      ].join('\n') + '\n',
    );
  }
  return 0;
}

/**
 * The existing lock; undefined if there is none or it cannot be read.
 *
 * @throws {ConfigError} if the path is a device or a pipe
 */
async function lockThere(path: string): Promise<string | undefined> {
  const bytes = await readRegularFile(path).catch((error: unknown) => {
    if (error instanceof ReversalCheckError) throw error;
    return undefined;
  });
  return bytes?.toString();
}

/** Describes the changes from the previous lock, or reports that the previous lock is invalid. */
function differencesFrom(before: string, after: string, path: string): readonly string[] {
  try {
    const { differences, notes } = compareLock({
      locked: parseLock(before, path),
      current: parseLock(after, path),
    });
    return [...differences, ...notes];
  } catch (error) {
    if (error instanceof ReversalCheckError) return ['the previous lock could not be read'];
    throw error;
  }
}
