import { readFileSync } from 'node:fs';
import { hasTestData, testData } from '../__tests__/support/test-data.ts';
import type { GradedItem, GradedSample } from '../src/grading/outcome.ts';
import type { SuiteSamples } from '../src/measures/samples.ts';
import { completionSchema } from '../src/servers/chat/completion.ts';
import { seededRandom } from '../src/statistics/random.ts';

/** The share of the planned samples that each side must have for an item to be kept. */
const SHARE_OF_NEW = 0.9;

/**
 * Real completions of 164 programming problems, 100 each, as the old checkpoint; 90 of each item's 100, sampled with a seed, as the
 * new one. The suite is open, so that all of them count. Undefined without the test data.
 */
export function codegenLoad(): SuiteSamples | undefined {
  if (!hasTestData) return undefined;
  const file = testData('humaneval-codegen/generations-codegen-16b.jsonl');
  const samples = new Map<string, GradedSample[]>();
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const { id, index, text } = completionSchema.parse(JSON.parse(line));
    const sample: GradedSample = { index, outcome: 'correct', text };
    const known = samples.get(id);
    if (known === undefined) samples.set(id, [sample]);
    else known.push(sample);
  }
  const random = seededRandom(1);
  const items = [...samples].map(([id, old]): GradedItem => {
    const kept = random.shuffle([...old]).slice(0, SHARE_OF_NEW * old.length);
    const candidate = kept.sort((a, b) => a.index - b.index).map((sample) => ({ ...sample }));
    return { id, group: undefined, cluster: id, old, new: candidate };
  });
  return {
    name: 'humaneval',
    role: 'open',
    grader: undefined,
    samplesPerItem: Math.max(...items.map(({ old }) => old.length)),
    hardestGroup: undefined,
    items,
  };
}
