import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checked } from './conclude.ts';
import { ConfigError } from '../../errors.ts';
import { writeWhole } from '../../files/write-whole.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { serialiseResult } from '../../result/json.ts';
import { renderMarkdown } from '../../report/markdown.ts';

/** A run's files, by path. */
export interface RunFiles {
  readonly result: string;
  readonly report: string;
  readonly graded: string;
}

/**
 * Writes `result.json`, `report.md` and `graded.jsonl` into a folder, creating it if needed. Each file is
 * written completely or not at all, even if the process is killed midway.
 *
 * @throws {ConfigError} if the folder cannot be written
 */
export async function writeRunFolder(folder: string, { result, graded }: Checked): Promise<RunFiles> {
  const files = {
    result: join(folder, 'result.json'),
    report: join(folder, 'report.md'),
    graded: join(folder, 'graded.jsonl'),
  };
  const serialised = serialiseResult(result);
  const report = renderMarkdown(result);
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(files.result, serialised);
    await writeWhole(files.report, report);
    await writeWhole(files.graded, gradedLines(graded));
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new ConfigError({
      what: `could not write the results: ${cause.message}`,
      where: folder,
      fix: 'Free up disk space or choose another folder with --out. All completions are in the store.',
      cause,
    });
  }
  return files;
}

/** Whether the error came from the file system. Any other error is a bug and keeps its stack. */
function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'syscall' in cause;
}

/**
 * One line per sample: side, suite, id, index (`greedy` for greedy samples), outcome, answer and the rule that found
 * it, the lenient grade if it differs, the grader's key for the solution's approach, and the grader's reason.
 */
function* gradedLines(suites: readonly SuiteSamples[]): Generator<string> {
  for (const { name, items, greedy = [] } of suites) {
    for (const item of items) {
      for (const side of ['old', 'new'] as const) {
        for (const { index, outcome, answer, rule, lenient, key, reason } of item[side]) {
          yield `${JSON.stringify({ side, suite: name, id: item.id, index, outcome, answer, rule, lenient, key, reason })}\n`;
        }
      }
    }
    for (const item of greedy) {
      for (const side of ['old', 'new'] as const) {
        for (const { outcome, answer, rule, lenient, reason } of item[side]) {
          yield `${JSON.stringify({ side, suite: name, id: item.id, greedy: true, outcome, answer, rule, lenient, reason })}\n`;
        }
      }
    }
  }
}
