import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigError } from '../../../src/errors.ts';
import type { SimulatedItem } from './simulated-item.ts';
import { simulatedItem } from './simulated-item.ts';

/** The lines of a JSONL file as values. */
export function readLines(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

/**
 * Every item of the simulated eval sets in a folder; a suite is named after its file.
 *
 * @throws {ConfigError} if the folder has no `.jsonl` file, or a line is not the simulator's
 */
export function readEvals(folder: string): readonly SimulatedItem[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  if (files.length === 0) {
    throw new ConfigError({
      what: 'this folder has no eval set (*.jsonl)',
      where: folder,
      fix: 'Name the folder with the simulated eval sets: --evals examples/simulated/evals',
    });
  }
  return files.flatMap((name) => {
    const suite = basename(name, '.jsonl');
    return readLines(join(folder, name)).map((line, position) => simulatedItem(suite, line, position));
  });
}
