import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import { secretsNamedBy, unsetVariables } from '../../src/config/secrets.ts';

const config = parseConfig(
  `checkpoints:
  model: m-{version}
  base-url-env: ADDRESS
  api-key-env: KEY
  headers-env: HEADERS
  old: { api-key-env: OLD_KEY }
  new: { api-key-env: NEW_KEY }
suites: [{ name: s, role: target, items: s.jsonl, grader: exact }]
embeddings: { model: e, base-url-env: EMBED_ADDRESS, api-key-env: EMBED_KEY, headers-env: EMBED_HEADERS }
`,
  'reversal.yml',
).config;

test('include every variable that the configuration names, and header values with and without their scheme', () => {
  const env = {
    ADDRESS: 'https://inference.test/v1',
    KEY: ' key \n',
    OLD_KEY: 'old-key',
    NEW_KEY: 'new-key',
    HEADERS: '{"Authorization": "Bearer token-1", "X-Key": "token-2"}',
    EMBED_ADDRESS: 'https://embed.test/v1',
    EMBED_KEY: 'embed-key',
    EMBED_HEADERS: 'not json',
    UNNAMED: 'left alone',
  };
  expect(secretsNamedBy(config, env).toSorted()).toEqual(
    [
      'https://inference.test/v1',
      'inference.test',
      'key',
      'old-key',
      'new-key',
      '{"Authorization": "Bearer token-1", "X-Key": "token-2"}',
      'Bearer token-1',
      'token-1',
      'token-2',
      'https://embed.test/v1',
      'embed.test',
      'embed-key',
      'not json',
    ].toSorted(),
  );
});

test('exclude unset and empty variables: an empty mask would hide everything', () => {
  expect(secretsNamedBy(config, { KEY: '  ', HEADERS: '{"X-Key": ""}' })).toEqual(['{"X-Key": ""}']);
  expect(secretsNamedBy(config, {})).toEqual([]);
});

test('lists the variables that sampling needs and the environment lacks, without the common key if each side has its own', () => {
  const env = { ADDRESS: 'https://inference.test/v1', OLD_KEY: 'old-key', HEADERS: ' ', EMBED_KEY: 'k' };
  expect(unsetVariables(config, env)).toEqual(['HEADERS', 'NEW_KEY', 'EMBED_HEADERS', 'EMBED_ADDRESS']);
});

test('a checkpoint served here needs no variables, one with its own address needs no common one', () => {
  const served = parseConfig(
    `checkpoints:
  model: m-{version}
  api-key-env: KEY
  serve: { command: [serve, '{version}', '{port}'] }
  new: { base-url: 'https://new.test/v1' }
suites: [{ name: s, role: target, items: s.jsonl, grader: exact }]
`,
    'reversal.yml',
  ).config;
  expect(unsetVariables({ checkpoints: { ...served.checkpoints!, new: {} } }, {})).toEqual([]);
  expect(unsetVariables(served, {})).toEqual(['KEY']);
  expect(unsetVariables({}, {})).toEqual([]);
});

test('include the password of a proxy', () => {
  const env = { HTTPS_PROXY: 'http://me:proxy-password@proxy.test' };
  expect(secretsNamedBy(config, env)).toEqual([
    'proxy-password',
    Buffer.from('me:proxy-password').toString('base64'),
  ]);
});

test('a judge has its own address, key and headers', () => {
  const judged = parseConfig(
    `suites:
  - name: s
    role: target
    items: s.jsonl
    grader:
      type: judge
      model: j
      base-url-env: JUDGE_ADDRESS
      api-key-env: JUDGE_KEY
      headers-env: JUDGE_HEADERS
      rubric: r
      known: [{ text: a, expected: correct }, { text: b, expected: incorrect }]
`,
    'reversal.yml',
  ).config;
  const env = { JUDGE_ADDRESS: 'https://judge.test/v1', JUDGE_HEADERS: '{"X-Key": "token"}' };
  expect(secretsNamedBy(judged, env).toSorted()).toEqual(
    ['https://judge.test/v1', 'judge.test', 'token', '{"X-Key": "token"}'].toSorted(),
  );
  expect(unsetVariables(judged, env)).toEqual(['JUDGE_KEY']);
});
