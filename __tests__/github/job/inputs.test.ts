import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../../../src/errors.ts';
import { readInputs } from '../../../src/github/job/inputs.ts';

const actionFile = z
  .object({ inputs: z.record(z.string(), z.object({ default: z.string() })) })
  .parse(parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')));

/** The environment as the runner sets it. */
const given = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

test('gives the same for an environment without inputs and for the defaults of action.yml', () => {
  const defaults = Object.fromEntries(
    Object.entries(actionFile.inputs)
      .filter(([name]) => name !== 'github-token')
      .map(([name, input]) => [name, input.default]),
  );
  expect(readInputs(given(defaults))).toEqual(readInputs({}));
  expect(readInputs({})).toEqual({
    config: 'reversal.yml',
    comment: 'always',
    artifact: 'report',
    cache: 'where safe',
    preflight: true,
    out: '.reversal-check',
    store: '.reversal-check/completions',
  });
});

test('reads every input of action.yml, and trims whitespace', () => {
  const values = {
    config: ' ./evals/../evals/reversal.yml\n',
    old: 'v2',
    new: 'v3',
    pr: '#17',
    'github-token': ' ghs_x ',
    comment: 'changes',
    artifact: 'full',
    'comment-key': 'math-7b',
    out: 'out',
    shard: '3/10',
    store: 'cache',
    cache: 'true',
    preflight: 'true',
  };
  const merge = ' shards ';
  expect(readInputs(given({ ...values, store: '' })).cache).toBe('always');
  expect(readInputs(given({ cache: 'false' })).cache).toBe('never');
  expect(readInputs(given({ merge }))).toMatchObject({ merge: 'shards' });
  expect(Object.keys({ ...values, merge }).toSorted()).toEqual(Object.keys(actionFile.inputs).toSorted());
  expect(readInputs(given(values))).toEqual({
    config: 'evals/reversal.yml',
    old: 'v2',
    new: 'v3',
    pr: 17,
    token: 'ghs_x',
    comment: 'changes',
    artifact: 'full',
    commentKey: 'math-7b',
    out: 'out',
    shard: '3/10',
    store: 'cache',
    cache: 'never',
    preflight: true,
  });
});

describe('refuses invalid inputs', () => {
  test('a job that both samples a shard and merges', () => {
    expect(() => readInputs(given({ shard: '1/2', merge: 'shards' }))).toThrow(
      'input merge: found together with shard, expected only one of the two',
    );
  });

  test.each([
    ['config', '../reversal.yml'],
    ['config', '/etc/reversal.yml'],
    ['config', 'a/../../reversal.yml'],
    ['pr', '0'],
    ['pr', 'seven'],
    ['pr', '1; rm -rf /'],
    ['comment', 'Always'],
    ['artifact', 'all'],
    ['cache', 'yes'],
    ['comment-key', 'k'.repeat(101)],
  ])('%s: %s', (name, value) => {
    const read = (): unknown => readInputs(given({ [name]: value }));
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`input ${name}: found`);
  });
});
