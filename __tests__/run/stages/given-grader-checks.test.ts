import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/run/compare/compare.ts';
import { pin } from '../../../src/run/plan/pin.ts';
import { selfTest } from '../../../src/run/self-test/self-test.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { refusal } from '../../support/refusal.ts';
import { fromFilesAlone } from '../../support/from-files-alone.ts';
import { withoutEffects } from '../../support/without-effects.ts';

/** Enough for a margin of 5 points. */
const ITEMS = Array.from({ length: 80 }, (_, place) => `q${place}`);

const configWith = (grader: string): string => `
sampling: { n: 2 }
suites: [{ name: sums, role: target, items: items.jsonl, grader: ${grader} }]
guardrails: { accuracy: { margin: 5 points }, coverage: off, diversity: off, hardest-group: off }
`;

const lines = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join('\n');

/** Two samples per item, all wrong by their texts; `outcome` decides whether they are right. */
const generations = (outcome: (place: number) => object): string =>
  lines(
    ITEMS.flatMap((id, place) =>
      [0, 1].map((index) => ({ suite: 'sums', id, index, text: 'A: 0', ...outcome(place) })),
    ),
  );

const filesWith = (grader: string, old: string, candidate: string) =>
  memoryFiles({
    'reversal.yml': configWith(grader),
    'items.jsonl': lines(
      ITEMS.map((id) => ({ id, prompt: `What is ${id}?`, answer: '1', meta: { choices: ['1', '2', '3'] } })),
    ),
    'old.jsonl': old,
    'new.jsonl': candidate,
  });

const judge = async (files: ReturnType<typeof filesWith>) => {
  const { result } = await compare({
    configPath: 'reversal.yml',
    paths: { old: 'old.jsonl', new: 'new.jsonl' },
    names: {},
    files,
    ...fromFilesAlone,
  });
  return result;
};

const half = generations((place) => ({ outcome: place % 2 === 0 ? 'correct' : 'incorrect' }));
const all = generations((place) => ({ outcome: 'correct', answer: place }));

test('given outcomes are used, whatever the texts say, and the result says that they were given', async () => {
  const { suites, measures, provenance, warnings } = await judge(filesWith('given', half, all));
  expect(suites[0]?.outcomes).toMatchObject({ old: { correct: 80, incorrect: 80 }, new: { correct: 160 } });
  expect(suites[0]?.grader).toBe('given');
  expect(provenance.graders).toEqual({ sums: 'given: with the completions' });
  expect(measures.find(({ name }) => name === 'pass@1')?.change?.estimate).toBe(0.5);
  expect(warnings).toEqual([]);
});

test('choices are measured as choices', async () => {
  const namesOf = async (grader: string) =>
    (await judge(filesWith(grader, half, all))).measures.map(({ name }) => name);
  expect(await namesOf('given')).not.toContain('corrected for guessing');
  const ofChoices = await namesOf('{ type: given, choice: true }');
  expect(ofChoices).toContain('corrected for guessing');
});

test('another grader grades anew, with a warning that outcomes were ignored', async () => {
  const { suites, warnings } = await judge(filesWith('numeric', half, all));
  expect(suites[0]?.outcomes.new).toMatchObject({ correct: 0, incorrect: 160 });
  expect(warnings).toContain(
    'The outcomes in the files of sums were ignored: its grader numeric graded the completions.',
  );
});

test('failed and truncated completions need no outcome, and are not wrong answers', async () => {
  const failed = generations((place) => (place === 0 ? { error: 'HTTP 500' } : { outcome: 'correct' }));
  const cut = generations((place) => (place === 0 ? { finish_reason: 'length' } : { outcome: 'correct' }));
  const { suites } = await judge(filesWith('given', failed, cut));
  expect(suites[0]?.outcomes).toMatchObject({
    old: { correct: 158, incorrect: 0, failed: 2 },
    new: { correct: 158, incorrect: 0, truncated: 2 },
  });
});

test('finish reasons are read in any spelling', async () => {
  const filtered = generations((place) =>
    place === 0 ? { finish_reason: 'SAFETY' } : { outcome: 'correct' },
  );
  const cut = generations((place) =>
    place === 0 ? { finish_reason: 'MAX_TOKENS' } : { outcome: 'correct' },
  );
  for (const grader of ['given', 'numeric']) {
    const { suites } = await judge(filesWith(grader, filtered, cut));
    expect(suites[0]?.outcomes).toMatchObject({ old: { failed: 2 }, new: { truncated: 2 } });
  }
});

describe('refuses', () => {
  test('a side on which an outcome is missing', async () => {
    const holes = generations((place) => (place < 3 ? {} : { outcome: 'correct' }));
    const said = await refusal(() => judge(filesWith('given', half, holes)));
    expect(said).toContain('new.jsonl: sample 0 of item "q0" and 5 more samples have no outcome');
    expect(said).toContain('suite sums uses the grader "given"');
  });

  test('an invalid outcome', async () => {
    const odd = generations(() => ({ outcome: 'failed' }));
    expect(await refusal(() => judge(filesWith('given', odd, all)))).toContain(
      'outcome: found "failed", expected one of correct, incorrect, unparseable',
    );
  });

  test('a check, which would sample its own completions', async () => {
    const files = filesWith('given', half, all);
    expect(await refusal(() => pin('reversal.yml', files))).toContain(
      'reversal.yml: suite sums uses the grader "given", which reads outcomes from files',
    );
  });

  test('a self-test of completions without outcomes', async () => {
    const files = filesWith(
      'given',
      generations(() => ({})),
      all,
    );
    const said = await refusal(() =>
      selfTest({
        configPath: 'reversal.yml',
        source: { path: 'old.jsonl' },
        runs: 1,
        seed: 1,
        files,
        grading: withoutEffects,
        onStage: () => undefined,
      }),
    );
    expect(said).toContain('old.jsonl: sample 0 of item "q0" and 159 more samples have no outcome');
  });
});
