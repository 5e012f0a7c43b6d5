import { describe, expect, test } from 'vitest';
import { checkHardestGroups } from '../../src/config/cross-checks.ts';
import { parseConfig } from '../../src/config/read.ts';
import type { Suite } from '../../src/evalset/suite.ts';
import { refusal } from '../support/refusal.ts';

const suite = (role: string, more = ''): string =>
  `suites: [{ name: a, role: ${role}, items: a.jsonl${role === 'open' ? '' : ', grader: numeric'}${more} }]\n`;

const read = (text: string) => parseConfig(text, 'reversal.yml').config;

const refused = (text: string): Promise<string> => refusal(() => read(text));

describe('a guardrail in the configuration needs a suite to guard', () => {
  test.each([
    ['accuracy', 'ood', 'a suite with role target'],
    ['coverage', 'open', 'a suite with role target'],
    [
      'diversity',
      'ood',
      'a suite with role target whose grader is not choice (unless there are embeddings), or a suite with role open',
    ],
    ['ood', 'target', 'a suite with role ood'],
  ])('%s beside a suite with role %s', async (name, role, needed) => {
    expect(await refused(`${suite(role)}guardrails: { ${name}: { margin: 1 point } }`)).toBe(
      [
        `reversal.yml:2:15: guardrails.${name}: found no suite that it applies to, expected ${needed}`,
        `  Add such a suite, or remove guardrails.${name}.`,
      ].join('\n'),
    );
  });

  test('one that is off, or on by default, needs no suite', () => {
    expect(read(`${suite('target')}guardrails: { ood: off }`).writtenGuardrails).toEqual(['ood']);
    expect(read(suite('target')).policy.guardrails.ood).not.toBe('off');
  });
});

describe('a guardrail of a suite must apply to that suite', () => {
  test.each([
    ['target', 'ood', 'a suite with role ood'],
    ['ood', 'coverage', 'a suite with role target'],
    ['open', 'accuracy', 'a suite with role target'],
  ])('on a suite with role %s, %s does not', async (role, name, needed) => {
    expect(await refused(suite(role, `, guardrails: { ${name}: { margin: 1 point } }`))).toMatch(
      new RegExp(
        String.raw`^reversal\.yml:1:\d+: suites\[0\]\.guardrails\.${name}: found on suite a \(role ${role}\), expected ${needed}\n  Remove it, because this guardrail does not apply to the suite\.$`,
      ),
    );
  });

  test('one that is off applies nowhere, so it may be anywhere', () => {
    const config = read(suite('target', ', guardrails: { ood: off, coverage: off }'));
    expect(config.suites[0]?.guardrails).toEqual({ ood: 'off', coverage: 'off' });
  });

  test('guards the check if the guardrail is off for all other suites', async () => {
    const off = 'guardrails: { ood: off }\n';
    expect(read(suite('ood', ', guardrails: { ood: { margin: 3 points } }') + off).suites).toHaveLength(1);
    expect(await refused(suite('ood', ', guardrails: { ood: off }'))).toMatch(/would measure nothing/);
  });
});

describe('something must be guarded', () => {
  test.each([
    ['ood', 'guardrails: { ood: off }'],
    ['open', 'guardrails: { diversity: off }'],
  ])('a suite with role %s with %s', async (role, guardrails) => {
    expect(await refused(suite(role) + guardrails)).toMatch(
      /^reversal\.yml:2:1: guardrails: found no suite with role target, and no active guardrail applies to any suite, so the check would measure nothing\n/,
    );
  });

  test('a target suite without any guardrail is decided by its accuracy', () => {
    const off = 'guardrails: { accuracy: off, coverage: off, diversity: off, ood: off, hardest-group: off }';
    expect(read(suite('target') + off).policy.guardrails.accuracy).toBe('off');
  });
});

describe('refuses guardrails that cannot be measured when the file is read', () => {
  test('at the guardrail, or at the mapping that would contain it', async () => {
    expect(
      await refused(`${suite('target')}sampling: { n: 4 }\nguardrails:\n  coverage: { margin: 1 point }\n`),
    ).toMatch(
      /^reversal\.yml:4:13: guardrails\.coverage: 4 samples per item cannot measure coverage, expected sampling\.n of at least 8\n/,
    );
    expect(await refused(`${suite('target')}sampling: { n: 4 }\n`)).toMatch(
      /^reversal\.yml:1:1: guardrails\.coverage: 4/,
    );
  });

  test('leaves the hardest group for later, because groups are not known yet', () => {
    const off = 'guardrails: { coverage: off, diversity: off, hardest-group: { margin: 5 points } }\n';
    expect(read(`${suite('target')}sampling: { n: 2 }\n${off}`).sampling.n).toBe(2);
  });
});

const suites = (groups: readonly (string | undefined)[]): Suite[] => [
  {
    name: 'a',
    role: 'target',
    hash: 'sha256:0',
    items: groups.map((group, index) => ({
      id: `${index}`,
      messages: [{ role: 'user', content: 'q' }],
      answer: '1',
      group,
      cluster: `${index}`,
      meta: undefined,
    })),
  },
];

const check = (text: string, groups: readonly (string | undefined)[]) => () =>
  checkHardestGroups({ config: read(text), suites: suites(groups) });

describe('hardest groups, after the items are read', () => {
  test('refuses a group that no item belongs to, and lists the existing groups', async () => {
    expect(await refusal(check(suite('target', ', hardest-group: level 6'), ['level 5', 'level 1']))).toBe(
      'the configuration: suites[0].hardest-group: found "level 6", but no item of a belongs to this group\n  Use one of these groups: "level 1", "level 5"',
    );
  });

  test('refuses a written guardrail if items have no groups', async () => {
    const text = `${suite('target')}guardrails: { hardest-group: { margin: 2 points } }`;
    expect(await refusal(check(text, [undefined]))).toContain(
      'guardrails.hardest-group: found no suite that it applies to, expected a suite with role target whose items have a "group"',
    );
    expect(check(text, ['level 5'])).not.toThrow();
    expect(check(suite('target'), [undefined])).not.toThrow();
  });
});
