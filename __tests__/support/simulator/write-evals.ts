import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonLines, writeSuite } from './write-suite.ts';

/** The eval sets of `examples/simulated`, as committed. */
export const committedEvals = {
  'word-problems': { role: 'target', items: 300, seed: 1 },
  'longer-chains': { role: 'ood', items: 300, seed: 1 },
} as const;

/** Writes the committed eval sets into a folder, `SUITE.jsonl` each. */
export function writeEvals(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [suite, request] of Object.entries(committedEvals)) {
    writeFileSync(join(folder, `${suite}.jsonl`), toJsonLines(writeSuite(request)));
  }
}

if (import.meta.main)
  writeEvals(process.argv[2] ?? join(import.meta.dirname, '../../../examples/simulated/evals'));
