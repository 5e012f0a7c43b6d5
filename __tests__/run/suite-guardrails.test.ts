import { describe, expect, test } from 'vitest';
import { compare } from '../../src/run/compare/compare.ts';
import { readPlan } from '../../src/run/stages/plan.ts';
import { fromFilesAlone } from '../support/from-files-alone.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { refusal } from '../support/refusal.ts';

/* Four suites of very different sizes. Old and new solve the same share of every item, except where a test says so. */

const N = 8;
const SIZES = { gsm8k: 1_319, commonsense: 300, hard: 50, creative: 60 } as const;
type SuiteName = keyof typeof SIZES;

const idsOf = (suite: SuiteName): string[] => Array.from({ length: SIZES[suite] }, (_, place) => `q${place}`);

const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n');

const WORDS = ['sun', 'rain', 'sea', 'tree', 'bird', 'stone', 'road', 'night'];

const completions = (isCorrect: (suite: SuiteName, place: number, index: number) => boolean): string =>
  lines(
    (Object.keys(SIZES) as SuiteName[]).flatMap((suite) =>
      idsOf(suite).flatMap((id, place) =>
        Array.from({ length: N }, (_, index) => ({
          suite,
          id,
          index,
          text: `${WORDS[(place + index) % 8]} ${WORDS[(place * 3 + index * 5) % 8]} by way ${index % 4}`,
          ...(suite === 'creative'
            ? {}
            : { outcome: isCorrect(suite, place, index) ? 'correct' : 'incorrect' }),
        })),
      ),
    ),
  );

const configWith = (own: Partial<Record<SuiteName, string>>, suites = Object.keys(SIZES)): string => {
  const role = { gsm8k: 'target', commonsense: 'ood', hard: 'ood', creative: 'open' };
  return [
    `sampling: { n: ${N} }`,
    'suites:',
    ...(Object.keys(SIZES) as SuiteName[])
      .filter((name) => suites.includes(name))
      .map((name) => {
        const grader = name === 'creative' ? '' : ', grader: given';
        const guardrails = own[name] === undefined ? '' : `, guardrails: ${own[name]}`;
        return `  - { name: ${name}, role: ${role[name]}, items: ${name}.jsonl${grader}${guardrails} }`;
      }),
    '',
  ].join('\n');
};

const half = (_: SuiteName, place: number, index: number): boolean => (place + index) % 2 === 0;

const filesWith = (config: string, isCorrect = half) =>
  memoryFiles({
    'reversal.yml': config,
    ...Object.fromEntries(
      (Object.keys(SIZES) as SuiteName[]).map((name) => [
        `${name}.jsonl`,
        lines(idsOf(name).map((id) => ({ id, prompt: `${name} ${id}?` }))),
      ]),
    ),
    'old.jsonl': completions(half),
    'new.jsonl': completions(isCorrect),
  });

const OWN = { hard: '{ ood: { margin: 15 points } }', creative: '{ diversity: { margin: 25% } }' };

const check = async (isCorrect = half) => {
  const { result } = await compare({
    configPath: 'reversal.yml',
    paths: { old: 'old.jsonl', new: 'new.jsonl' },
    names: { old: 'v1', new: 'v2' },
    files: filesWith(configWith(OWN), isCorrect),
    ...fromFilesAlone,
  });
  const gates = result.measures.filter(({ guardrail }) => guardrail !== undefined);
  return { result, gates: gates.map(({ id, margin, state }) => [id, margin?.value, state]) };
};

describe('four suites of 1,319, 300, 50 and 60 items, two of them with margins of their own', () => {
  test('an unchanged pair is unchanged, and each suite has its margin', async () => {
    const { result, gates } = await check();
    expect(gates).toEqual([
      ['gsm8k/accuracy/pass@1', 0.02, 'kept'],
      ['gsm8k/coverage/pass@8', 0.02, 'kept'],
      ['gsm8k/diversity/syntactic', 0.1, 'kept'],
      ['commonsense/generalization/pass@1', 0.02, 'kept'],
      ['hard/generalization/pass@1', 0.15, 'kept'],
      ['creative/diversity/syntactic', 0.25, 'kept'],
    ]);
    expect(result.verdict.status).toBe('unchanged');
  });

  test('a loss of 6 points is within the margin of the one and beyond that of the other', async () => {
    const loses = (suite: SuiteName, place: number, index: number): boolean =>
      half(suite, place, index) &&
      (suite === 'gsm8k' || suite === 'creative' || (place * N + index) % 16 !== 0);
    const { result, gates } = await check(loses);
    expect(gates).toContainEqual(['commonsense/generalization/pass@1', 0.02, 'lost']);
    expect(gates).toContainEqual(['hard/generalization/pass@1', 0.15, 'kept']);
    expect(result.verdict.status).toBe('regression');
  });
});

describe('a suite that is too small for the setting for all suites', () => {
  const plan = (own: Partial<Record<SuiteName, string>>) =>
    readPlan('reversal.yml', filesWith(configWith(own)));

  test('is refused, with fixes that concern this suite alone', async () => {
    expect(await refusal(() => plan({ creative: OWN.creative }))).toBe(
      [
        'reversal.yml: guardrails.ood: suite hard is equivalent to 50 independent items, expected at least 185: with fewer, no check can show that a loss stays within the margin of 2 points, even if nothing changed',
        '  Add items to the suite, set a margin of at least 7.4 points for this suite (suites[2].guardrails.ood), turn the guardrail off for this suite with suites[2].guardrails.ood: off, or remove the suite or set its role to open.',
      ].join('\n'),
    );
  });

  test.each(['{ ood: { margin: 7.4 points } }', '{ ood: off }'])('is accepted with %s', async (hard) => {
    expect((await plan({ ...OWN, hard })).config.suites[2]?.name).toBe('hard');
  });
});
