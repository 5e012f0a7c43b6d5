import { gradeSuite } from '../src/grading/grade-suite.ts';
import { createGrader } from '../src/grading/registry.ts';
import type { SuiteSamples } from '../src/measures/samples.ts';
import type { Policy } from '../src/config/policy.ts';
import type { Load } from './simulated-load.ts';

const grader = createGrader({ type: 'numeric', 'decimal-comma': false, tolerance: 0, fallback: 'none' });

const twoPoints = { margin: { kind: 'points', fraction: 0.02 } } as const;

/** The guardrails of a plain configuration. */
export const policy: Policy = {
  guardrails: {
    accuracy: twoPoints,
    coverage: twoPoints,
    diversity: { margin: { kind: 'relative', fraction: 0.1 } },
    'hardest-group': twoPoints,
    ood: twoPoints,
  },
  failOn: ['reversal', 'regression', 'invalid'],
  minGain: 0,
};

/** Grades a load. */
export async function graded({ suite, generations, samplesPerItem }: Load): Promise<SuiteSamples> {
  const { items } = await gradeSuite({ suite, grader, generations, reasoning: 'strip' });
  return {
    name: suite.name,
    role: suite.role,
    grader: grader.name,
    samplesPerItem,
    hardestGroup: undefined,
    items,
  };
}

/** Number of completions in a suite, both sides. */
export function completionsIn({ items }: SuiteSamples): number {
  return items.reduce((sum, item) => sum + item.old.length + item.new.length, 0);
}
