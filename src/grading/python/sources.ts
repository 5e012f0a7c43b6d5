import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './host/interpreter.ts';

/** This project's Python modules that run in both interpreters, in loading order, as module name and file. */
export const SOURCES: readonly (readonly [module: string, file: string])[] = [
  ['_grading_numpy', 'numpy_for_tests.py'],
  ['_grading_reading', 'reading.py'],
  ['_grading_fences', 'fences.py'],
  ['_grading_envelopes', 'envelopes.py'],
  ['_grading_margins', 'margins.py'],
  ['_grading_prose', 'prose.py'],
  ['_grading_stating', 'stating.py'],
  ['_grading_keeping', 'keeping.py'],
  ['_grading_assembling', 'assembling.py'],
  ['_grading_instances', 'instances.py'],
  ['_grading_values', 'values.py'],
  ['_grading_rebuilding', 'rebuilding.py'],
  ['_grading_asking', 'asking.py'],
  ['_grading_uses', 'uses.py'],
  ['_grading_item', 'item.py'],
  ['_grading_references', 'references.py'],
  ['_grading_crossing', 'crossing.py'],
  ['_grading_solution', 'solution.py'],
  ['_grading_bridge', 'bridge.py'],
  ['_grading_testing', 'testing.py'],
  ['_grading_one_thread', 'one_thread.py'],
  ['_grading_lacking', 'lacking.py'],
];

export function sourcesIn(folder: string): readonly Source[] {
  return SOURCES.map(([module, file]) => [module, readFileSync(join(folder, file), 'utf8')]);
}
