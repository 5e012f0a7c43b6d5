import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { resultSchema } from '../../src/result/result.ts';

/** The repository. */
export const root = join(import.meta.dirname, '../..');

/** An empty folder that is deleted after the test; pass `afterAll` if it is made outside of tests. */
export function temporaryFolder(whenDone: (remove: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-e2e-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file's text, or the values of a JSONL file's lines. */
type Content = string | readonly unknown[];

export const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Writes files by their paths in a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, Content>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : jsonLines(content));
  }
}

/** A new folder with these files. */
export function project(files: Readonly<Record<string, Content>>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

/** The paths of all files in a folder, sorted; folders end in a slash. */
export const treeOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(
      (entry) => `${relative(folder, join(entry.parentPath, entry.name))}${entry.isDirectory() ? '/' : ''}`,
    )
    .toSorted();

export const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

/** The result that a run wrote, validated against the schema. */
export const readResult = (out: string): Result => resultSchema.parse(JSON.parse(read(out, 'result.json')));

/** A result without the parts that may differ between runs on the same completions. */
export const withoutCost = (result: Result) => ({ ...result, cost: undefined });

export const ALL_OFF =
  'guardrails: { accuracy: off, coverage: off, diversity: off, ood: off, hardest-group: off }';
