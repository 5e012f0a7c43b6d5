import { describe, expect, test } from 'vitest';
import { checkPolicyCanBeMeasured } from '../../src/config/measurable-guardrails.ts';
import { type Config, type ConfigInput, configSchema } from '../../src/config/schema/config.ts';
import { refusal } from '../support/refusal.ts';

const TARGET = { name: 'gsm8k', role: 'target', items: 'a.jsonl', grader: 'numeric' } as const;
const OOD = { name: 'algebra', role: 'ood', items: 'b.jsonl', grader: 'numeric' } as const;
const OPEN = { name: 'essays', role: 'open', items: 'c.jsonl' } as const;

const configOf = (input: Partial<ConfigInput> = {}): Config =>
  configSchema.parse({ suites: [TARGET], ...input });

const outlines = (config: Config, group?: string) =>
  config.suites.map(({ name, role }) => ({ name, role, items: [{ group }] }));

const check = (config: Config, n: number, group?: string) => () =>
  checkPolicyCanBeMeasured({ config, suites: outlines(config, group), n });

describe('refuses a policy that n samples cannot measure, with the sufficient number', () => {
  test('one sample shows neither coverage nor diversity', async () => {
    expect(await refusal(check(configOf(), 1))).toBe(
      [
        'the configuration: 2 mistakes',
        '  the configuration: guardrails.coverage: one sample per item cannot measure coverage, expected sampling.n of at least 8',
        '    Set sampling.n: 8 or more, or turn the guardrail off with guardrails.coverage: off',
        '  the configuration: guardrails.diversity: one sample per item cannot measure diversity, expected sampling.n of at least 4',
        '    Set sampling.n: 4 or more, or turn the guardrail off with guardrails.diversity: off',
      ].join('\n'),
    );
  });

  test.each([
    [7, ['coverage']],
    [4, ['coverage']],
    [3, ['coverage', 'diversity', 'hardest-group']],
  ])('%i samples of grouped items: too few for %j', async (n, names) => {
    const told = await refusal(check(configOf(), n, 'level 5'));
    expect([...told.matchAll(/guardrails\.([a-z-]+): \d samples/g)].map(([, name]) => name)).toEqual(names);
  });

  test('a suite with a setting of its own is named by that setting', async () => {
    const config = configOf({
      suites: [TARGET, { ...OPEN, guardrails: { diversity: { margin: '20%' } } }],
      guardrails: { coverage: 'off' },
    });
    const told = await refusal(check(config, 2));
    expect([...told.matchAll(/(\S*guardrails\.[a-z-]+): \d samples/g)].map(([, key]) => key)).toEqual([
      'guardrails.diversity',
      'suites[1].guardrails.diversity',
    ]);
    expect(told).toContain('or turn the guardrail off with suites[1].guardrails.diversity: off');
  });

  test('a guardrail that is off for all suites but on for one needs its samples', async () => {
    const config = configOf({
      suites: [{ ...TARGET, guardrails: { coverage: {} } }],
      guardrails: { coverage: 'off' },
    });
    expect(await refusal(check(config, 7))).toMatch(/suites\[0\]\.guardrails\.coverage: 7 samples/);
  });

  test('the file is named if it is known', async () => {
    const config = configOf();
    const path = 'ci/reversal.yml';
    expect(
      await refusal(() => checkPolicyCanBeMeasured({ config, suites: outlines(config), n: 7, path })),
    ).toMatch(/^ci\/reversal\.yml: guardrails\.coverage: 7 samples per item cannot measure coverage/);
  });
});

describe('a sufficient number passes', () => {
  test.each([
    ['8 samples', configOf(), 8],
    [
      'coverage off on the only target suite, 4 samples',
      configOf({ suites: [{ ...TARGET, guardrails: { coverage: 'off' } }] }),
      4,
    ],
    ['coverage off, 4 samples', configOf({ guardrails: { coverage: 'off' } }), 4],
    [
      'coverage and diversity off, one sample',
      configOf({ guardrails: { coverage: 'off', diversity: 'off' } }),
      1,
    ],
    [
      'greedy, with both off',
      configOf({ guardrails: { coverage: 'off', diversity: 'off' }, sampling: { temperature: 0 } }),
      8,
    ],
    ['only an ood suite, one sample', configOf({ suites: [OOD] }), 1],
  ])('%s', (_, config, n) => {
    expect(check(config, n)).not.toThrow();
  });

  test('the hardest group needs samples only if items have groups and the guardrail is on', () => {
    const off = { coverage: 'off', diversity: 'off' } as const;
    expect(check(configOf({ guardrails: off }), 3)).not.toThrow();
    expect(check(configOf({ guardrails: off }), 3, 'level 5')).toThrow('the hardest group');
    expect(check(configOf({ guardrails: { ...off, 'hardest-group': 'off' } }), 3, 'level 5')).not.toThrow();
    expect(check(configOf({ suites: [OOD] }), 3, 'level 5')).not.toThrow();
  });
});

describe('temperature 0', () => {
  test('shows neither coverage nor diversity, however many samples', async () => {
    const told = await refusal(check(configOf({ sampling: { temperature: 0 } }), 128));
    expect(told).toContain(
      'guardrails.coverage: at temperature 0, all samples of an item are identical, so they cannot measure coverage\n    Set sampling.temperature above 0, for example 0.8, or turn the guardrail off with guardrails.coverage: off',
    );
    expect(told).toContain('guardrails.diversity: at temperature 0');
  });

  test('with too few samples, each guardrail is reported once, for the samples', async () => {
    const told = await refusal(check(configOf({ sampling: { temperature: 0 } }), 1));
    expect(told.match(/guardrails\.coverage: (?:one|at)/g)).toHaveLength(1);
  });
});

test('an open suite needs samples for its diversity, and none for coverage', async () => {
  expect(await refusal(check(configOf({ suites: [OPEN] }), 2))).toBe(
    'the configuration: guardrails.diversity: 2 samples per item cannot measure diversity, expected sampling.n of at least 4\n  Set sampling.n: 4 or more, or turn the guardrail off with guardrails.diversity: off',
  );
});
