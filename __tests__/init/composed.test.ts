import { expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { explainComposed } from '../../src/init/composed.ts';
import { configText } from '../../src/init/draft-config.ts';
import type { PlacedSuite } from '../../src/init/suite-files.ts';

const placed = (name: string, source: string): PlacedSuite => ({
  found: {
    name,
    sources: [source],
    title: undefined,
    count: 40,
    rewritten: '',
    grader: 'numeric',
    template: undefined,
    prompts: new Set(),
    notes: [],
  },
  drafted: { name, role: 'ood', items: `evals/${name}.jsonl`, grader: 'numeric', template: undefined },
  file: { path: `evals/${name}.jsonl`, text: '' },
});

const suites = [placed('sums', 'data/a.csv'), placed('more', 'data/b.csv')];
const text = configText({
  modelFile: undefined,
  baseline: undefined,
  model: 'm-{version}',
  servedAt: { env: 'BASE_URL' },
  apiKeyEnv: undefined,
  suites: suites.map(({ drafted }) => drafted),
  notCarried: [],
});
const lineOf = (wanted: string): number => text.split('\n').findIndex((line) => line.includes(wanted)) + 1;

const explained = (where: string, more: { readonly what?: string } = {}): string => {
  const error = explainComposed(
    new ConfigError({ what: 'it is wrong', where, fix: 'Mend it.', ...more }),
    text,
    suites,
  );
  if (!(error instanceof ConfigError)) throw new Error('not explained');
  return error.message;
};

test.each([
  ['its line', `reversal.yml:${lineOf('evals/more.jsonl')}:5`, {}],
  ['its name', 'reversal.yml', { what: 'guardrails.ood: suite more is too small' }],
  ['its file', 'evals/more.jsonl:7', {}],
])('an error in a composed suite, found by %s, names the data behind it', (_, where, more) => {
  const message = explained(where, more);
  expect(message).toMatch(
    /^data\/b\.csv: the suite that this command composed from this data is not valid \(more, role ood/u,
  );
  expect(message).toContain('Nothing was written.');
  expect(message).not.toContain('reversal.yml:');
});

test('an error in another composed line names the option that decides it', () => {
  expect(explained(`reversal.yml:${lineOf('model:')}:3`)).toBe(
    '--model: the configuration that this command composed is not valid ("model: m-{version}"): it is wrong\n  Nothing was written. Give another value with --model.',
  );
});

test('an error without a line is about what was found and answered, and keeps its remedy', () => {
  expect(explained('reversal.yml')).toContain('the answers and the data found in this folder: ');
  expect(explained('reversal.yml')).toContain('Nothing was written. Mend it.');
});

test('a bug is not explained', () => {
  const bug = new TypeError('x');
  expect(explainComposed(bug, text, suites)).toBe(bug);
});
