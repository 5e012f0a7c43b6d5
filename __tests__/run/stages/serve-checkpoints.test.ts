import { describe, expect, test } from 'vitest';
import { serveCheckpoints } from '../../../src/run/stages/serve-checkpoints.ts';
import { parseConfig } from '../../../src/config/read.ts';
import type { Servers } from '../../../src/servers/serve/running-server.ts';
import { makeCheckpoint } from '../../sampling/setting.ts';
import { refusal } from '../../support/refusal.ts';

const { config } = parseConfig(
  `
checkpoints: { model: m, base-url: 'https://h/v1', api-key-env: INFERENCE }
suites: [{ name: gsm8k, role: target, items: a.jsonl, grader: numeric }]
`,
  'reversal.yml',
);

const none: Servers = {
  start: () => Promise.reject(new Error('nothing is to be started')),
  running: () => undefined,
  stop: () => Promise.resolve(),
};

/** The result for a command that would serve new, and the secrets that its log must not contain. */
function asked(
  command: readonly string[] | undefined,
  edges: { readonly headIsTrusted?: boolean; readonly judgedFolder?: string } = {},
  variables: Readonly<Record<string, string>> = {},
): { readonly servers: Servers | undefined; readonly secrets: readonly string[] } {
  let told: readonly string[] = [];
  const serve = command && { command, timeoutMs: 1000, env: [], variables };
  const servers = serveCheckpoints(
    {
      old: makeCheckpoint('old', 'https://h/v1'),
      new: makeCheckpoint('new', 'http://127.0.0.1/v1', serve === undefined ? {} : { serve }),
    },
    {
      config,
      configPath: '/srv/models/evals/reversal.yml',
      env: { INFERENCE: 'sk-secret' },
      edges: {
        headIsTrusted: true,
        openServers: ({ secrets }) => {
          told = secrets;
          return none;
        },
        ...edges,
      },
    },
  );
  return { servers, secrets: told };
}

const COMMAND = ['vllm', 'serve', 'acme/v3', '--port', '{port}'];

test('servers are opened if a side is served here, with every secret; otherwise there are none', () => {
  expect(asked(COMMAND)).toEqual({ servers: none, secrets: ['sk-secret'] });
  expect(asked(undefined, { headIsTrusted: false }).servers).toBeUndefined();
});

test('nothing is started on behalf of a fork, and the error says what to do', async () => {
  expect(await refusal(() => asked(COMMAND, { headIsTrusted: false }))).toMatch(
    /^\/srv\/models\/evals\/reversal\.yml: checkpoints\.serve starts a program .* comes from a fork\n {2}Review the change, push it to a branch of this repository/u,
  );
});

describe('nothing from a pull request is executed', () => {
  const judgedFolder = '/srv/models';

  test.each([
    ['/srv/models/serve.sh', '{port}'],
    ['python', '/srv/models/serve.py', '{port}'],
    ['vllm', 'serve', '--model=/srv/models/weights', '{port}'],
    ['vllm', 'serve', '/srv/models', '{port}'],
    ['llama-server', '-m', '{root}/weights.gguf', '{port}'],
  ])('%s %s', async (...command) => {
    expect(await refusal(() => asked(command, { judgedFolder }))).toContain(
      'which is a file in the pull request',
    );
  });

  test('not by a variable either', async () => {
    const variables = { PYTHONPATH: '{root}/plugins' };
    expect(await refusal(() => asked(COMMAND, { judgedFolder }, variables))).toContain(
      '"/srv/models/evals/plugins", which is a file in the pull request',
    );
    expect(asked(COMMAND, {}, variables).servers).toBe(none);
  });

  test('programs elsewhere are permitted', () => {
    for (const path of ['/srv/models-of-others', '/opt/work/other', 'acme/v3']) {
      expect(asked(['vllm', 'serve', path, '{port}'], { judgedFolder }).servers).toBe(none);
    }
    expect(asked(['/srv/models/serve.sh', '{port}']).servers).toBe(none);
  });
});
