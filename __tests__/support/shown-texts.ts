import type { Explanation } from '../../src/result/explanation.ts';
import type { PlannedRun } from '../../src/report/plan.ts';
import type { Probed } from '../../src/report/probe.ts';
import type { SelfTest } from '../../src/report/self-test.ts';
import type { SideEstimate } from '../../src/sampling/estimate/estimate.ts';
import { measureResult } from './results.ts';

/* Everything that commands print besides a result, with one text in every place for foreign text. */

export function explanationWith(text: string): Explanation {
  const sample = {
    index: 0,
    outcome: 'incorrect',
    answer: text,
    rule: text,
    lenient: null,
    reason: text,
    way: [text],
    text,
  } as const;
  const side = {
    value: 1,
    outcomes: { correct: 4 },
    answers: [{ answer: text, count: 4 }],
    ways: 2,
    samples: [sample],
  };
  return {
    versions: { old: text, new: text },
    measure: measureResult({
      suite: text,
      role: 'target',
      dimension: 'accuracy',
      name: text,
      old: 0.75,
      new: 0.5,
      state: 'lost',
    }),
    moved: { items: 40, up: 3, down: 12 },
    items: [
      {
        suite: text,
        id: text,
        group: text,
        prompt: text,
        right_answer: text,
        old: side,
        new: { ...side, samples: [sample, { ...sample, text: `${text}\n${text}` }] },
      },
    ],
    notes: [text],
  };
}

function estimateOf(side: 'old' | 'new', suite: string): SideEstimate {
  const sending = { requests: 96, promptTokens: 4_800, costUsd: 1 };
  return {
    suite,
    side,
    samples: 96,
    stored: 0,
    completionTokens: { tokens: 9_830, basis: 'limit' },
    tokensPerCompletion: 100,
    ...sending,
    singly: sending,
  };
}

export function planWith(text: string): PlannedRun {
  return {
    versions: { old: text, new: text },
    samplesPerItem: 8,
    sides: [estimateOf('old', text), estimateOf('new', text)],
    embedding: undefined,
    judging: [],
    budget: { maxRequests: 10, maxMinutes: 3 },
    outlook: [
      {
        guardrail: 'hardest-group',
        suite: text,
        kind: undefined,
        group: text,
        margin: { kind: 'points', fraction: 0.02 },
        items: 300,
        effectiveClusters: 300,
        gates: true,
        chanceKept: 0.3,
        detectable: 0.04,
        itemsRecommended: 651,
      },
    ],
    exclusions: [{ suite: text, grader: text, of: 9, items: [{ id: text, reason: text }] }],
  };
}

export function selfTestWith(text: string): SelfTest {
  const verdicts = { progress: 1, unchanged: 2, reversal: 0, regression: 0, inconclusive: 1, invalid: 0 };
  return {
    samplesPerItem: 8,
    half: 4,
    seed: 1,
    items: 30,
    shortItems: 1,
    leftOut: [{ guardrail: 'coverage', needed: 9 }],
    exclusions: [{ suite: text, grader: text, of: 9, items: [{ id: text, reason: text }] }],
    withoutSemantic: true,
    found: {
      runs: 4,
      verdicts,
      alarms: 0,
      interval: [0, 0.1],
      lowerBound: 0,
      holds: true,
      guardrails: [{ suite: text, name: text, lost: 0, kept: 3, unclear: 1, notGating: 0 }],
    },
  };
}

export function probeWith(text: string): Probed {
  const sample = {
    text,
    finish_reason: text,
    outcome: 'incorrect',
    answer: text,
    rule: text,
    lenient: null,
    reason: text,
    tokens: { prompt: 1, completion: 2, reasoning: 3 },
  } as const;
  const item = {
    id: text,
    messages: [
      { role: 'user', content: text },
      { role: 'system', content: `${text}\n${text}` },
    ],
    right_answer: text,
    old: sample,
    new: { ...sample, text: null },
  } as const;
  return {
    versions: { old: text, new: text },
    models: { old: text, new: text },
    suites: [{ name: text, grader: text, items: [item] }],
    projected: {
      sides: [estimateOf('old', text), estimateOf('new', text)],
      meanMs: 100,
      concurrency: 'auto',
    },
  };
}
