import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checked } from './conclude.ts';
import { ConfigError } from '../errors.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { SuiteSamples } from '../measures/samples.ts';
import { serialiseResult } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';

/** The files of a run, by their paths. */
export interface RunFiles {
  readonly result: string;
  readonly report: string;
  readonly graded: string;
}

/**
 * Writes `result.json`, `report.md` and `graded.jsonl` into a folder, which is made where it is not there. Each file is
 * there whole or not at all, also when the process is killed half-way.
 *
 * @throws ConfigError where the folder cannot be written.
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
      what: `the results cannot be written: ${cause.message}`,
      where: folder,
      mend: 'Make room or choose another folder with --out. Completions that were paid for are in the store.',
      cause,
    });
  }
  return files;
}

/** What the file system refused, and not a defect of ours, which keeps its stack. */
function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'syscall' in cause;
}

/**
 * One line a sample: side, suite, id, index (greedy samples: `greedy`), outcome, answer and the rule that found it, the lenient
 * grade where it is another, the way that its grader names, or why there is none.
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
