import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/read.ts';
import { refusal } from '../../support/refusal.ts';

const yaml = (checkpoints: string): string => `
checkpoints: { model: 'm-{version}', ${checkpoints} }
suites: [{ name: gsm8k, role: target, items: a.jsonl, grader: numeric }]
`;

const serveOf = (checkpoints: string) => parseConfig(yaml(checkpoints), 'reversal.yml').config.checkpoints;

const refused = (checkpoints: string): Promise<string> => refusal(() => serveOf(checkpoints));

const COMMAND = `command: [vllm, serve, 'acme/{version}', --port, '{port}']`;
const VLLM = ['vllm', 'serve', 'acme/{version}', '--port', '{port}'];

test('only the command is required; it has 15 minutes, and no extra environment variables', () => {
  expect(serveOf(`serve: { ${COMMAND} }`)?.serve).toEqual({ command: VLLM, timeoutMs: 900_000, env: [] });
});

test('every setting can be given, also per side', () => {
  const more = `ready: /ready, timeout: 1.5, env: [HF_HUB_OFFLINE, TOKENIZERS_PARALLELISM]`;
  expect(serveOf(`base-url: 'https://h/v1', new: { serve: { ${COMMAND}, ${more} } }`)).toMatchObject({
    baseUrl: 'https://h/v1',
    new: {
      serve: {
        command: VLLM,
        ready: '/ready',
        timeoutMs: 1500,
        env: ['HF_HUB_OFFLINE', 'TOKENIZERS_PARALLELISM'],
      },
    },
  });
});

test('a variable can be given a value, which may contain =, and is not passed on from outside', () => {
  const more = `env: [HF_HOME, 'OMP_NUM_THREADS=4', 'VLLM_ARGS=--a=b', EMPTY=]`;
  expect(serveOf(`serve: { ${COMMAND}, ${more} }`)?.serve).toMatchObject({
    env: ['HF_HOME'],
    variables: { OMP_NUM_THREADS: '4', VLLM_ARGS: '--a=b', EMPTY: '' },
  });
});

describe('refused, by name and with its place', () => {
  test.each([
    ['serve: {}', 'checkpoints.serve.command: missing'],
    ['serve: { command: [] }', 'checkpoints.serve.command: '],
    ["serve: { command: 'vllm serve {port}' }", 'a list of a program and its arguments (no shell is used)'],
    ['serve: { command: [vllm, serve] }', 'found no {port} in the arguments'],
    ["serve: { command: ['/opt/{version}/serve', '{port}'] }", 'found a placeholder in the program itself'],
    [`serve: { ${COMMAND}, ready: 'http://h/health' }`, 'checkpoints.serve.ready: '],
    [`serve: { ${COMMAND}, timeout: 0 }`, 'checkpoints.serve.timeout: '],
    [`serve: { ${COMMAND}, env: ['A B'] }`, 'the name of an environment variable, or NAME=value'],
    [`serve: { ${COMMAND}, env: ['1=A'] }`, 'the name of an environment variable, or NAME=value'],
    [`serve: { ${COMMAND}, shell: true }`, 'shell'],
    [`base-url: 'https://h/v1', serve: { ${COMMAND} }`, 'checkpoints.serve: found together with base-url'],
    [`base-url-env: URL, serve: { ${COMMAND} }`, 'checkpoints.serve: found together with base-url-env'],
    [
      `serve: { ${COMMAND} }, old: { base-url: 'https://h/v1', serve: { ${COMMAND} } }`,
      'checkpoints.old.serve: found together with base-url',
    ],
  ])('%s', async (checkpoints, message) => {
    expect(await refused(checkpoints)).toContain(message);
  });

  test.each([
    'GITHUB_TOKEN',
    'GITHUB_WORKSPACE',
    'ACTIONS_RUNTIME_URL',
    'RUNNER_TEMP',
    'INPUT_CONFIG',
    'HF_TOKEN',
    'OPENAI_API_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'DB_PASSWORD',
    'CREDENTIALS',
  ])('a server is never given %s', async (name) => {
    for (const entry of [name, `${name}=value`]) {
      expect(await refused(`serve: { ${COMMAND}, env: ['${entry}'] }`)).toContain(
        'this variable is never passed to a server',
      );
    }
  });

  test('a server is never given this configuration’s secrets, whatever their names', async () => {
    expect(
      await refused(
        `serve: { ${COMMAND}, env: [INFERENCE] }, old: { base-url: 'https://h/v1', api-key-env: INFERENCE }`,
      ),
    ).toContain('checkpoints.serve.env: found INFERENCE, which this configuration uses as a secret');
  });
});
