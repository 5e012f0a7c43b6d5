import { describe, expect, test } from 'vitest';
import { resolveCheckpoints } from '../../src/servers/resolve-checkpoints.ts';
import { type ConfigInput, configSchema } from '../../src/config/schema/config.ts';
import { refusal } from '../support/refusal.ts';

const SUITE = { name: 'gsm8k', role: 'target', items: 'a.jsonl', grader: 'numeric' } as const;
const COMMON = { model: 'acme/math-{version}', 'base-url': 'https://h/v1/' };

const resolve = (
  checkpoints: ConfigInput['checkpoints'],
  {
    versions = { old: 'v2', new: 'v3' },
    env = {},
  }: { versions?: { old: string; new: string }; env?: Record<string, string> } = {},
) =>
  resolveCheckpoints({
    checkpoints: configSchema.parse({ suites: [SUITE], checkpoints }).checkpoints,
    versions,
    env,
  });

const refused = (...parameters: Parameters<typeof resolve>): Promise<string> =>
  refusal(() => resolve(...parameters));

describe('the pair', () => {
  test('has the version in the model name, and an address without a trailing slash', () => {
    expect(resolve(COMMON)).toEqual({
      old: {
        side: 'old',
        version: 'v2',
        model: 'acme/math-v2',
        baseUrl: 'https://h/v1',
        api: 'chat',
        extraBody: {},
      },
      new: {
        side: 'new',
        version: 'v3',
        model: 'acme/math-v3',
        baseUrl: 'https://h/v1',
        api: 'chat',
        extraBody: {},
      },
    });
  });

  test('is served here by one command, with the version in it and without a key', () => {
    const serve = { command: ['vllm', 'serve', 'acme/{version}', '--port', '{port}'] };
    const pair = resolve({ model: 'math', 'api-key-env': 'KEY', 'headers-env': 'HEADERS', serve });
    expect(pair.new).toEqual({
      side: 'new',
      version: 'v3',
      model: 'math',
      baseUrl: 'http://127.0.0.1/v1',
      serve: { command: ['vllm', 'serve', 'acme/v3', '--port', '{port}'], timeoutMs: 900_000, env: [] },
      api: 'chat',
      extraBody: {},
    });
    expect(pair.old.serve?.command[2]).toBe('acme/v2');
  });

  test('can have one side served here and the other by its own server', () => {
    const serve = { command: ['vllm', 'serve', 'acme/{version}', '--port', '{port}'] };
    const live = { 'base-url': 'https://h/v1', 'api-key-env': 'KEY' };
    const oldLive = resolve({ model: 'math', serve, old: live });
    expect([oldLive.old, oldLive.new]).toMatchObject([
      { baseUrl: 'https://h/v1', apiKeyEnv: 'KEY' },
      { serve: { command: ['vllm', 'serve', 'acme/v3', '--port', '{port}'] } },
    ]);
    expect(oldLive.old.serve).toBeUndefined();
    const newServed = resolve({ ...COMMON, 'api-key-env': 'KEY', new: { serve } });
    expect([newServed.old.apiKeyEnv, newServed.new.apiKeyEnv]).toEqual(['KEY', undefined]);
    expect(newServed.old.serve).toBeUndefined();
    expect(newServed.new.serve?.command[2]).toBe('acme/v3');
  });

  test('is refused if both sides would be the same model by the same command', async () => {
    const serve = { command: ['vllm', 'serve', 'acme/latest', '--port', '{port}'] };
    expect(await refused({ model: 'math', serve })).toContain(
      '"v2" and "v3" would both use the model "math" at the same server',
    );
    expect(resolve({ model: 'math-{version}', serve }).old.model).toBe('math-v2');
  });

  test('uses each side’s own settings, and the common ones otherwise', () => {
    const pair = resolve({
      ...COMMON,
      'api-key-env': 'KEY',
      'headers-env': 'HEADERS',
      'extra-body': { top_k: 5 },
      api: 'completions',
      old: {
        'base-url': 'http://127.0.0.1:8000/{version}',
        'api-key-env': 'OLD_KEY',
        model: 'frozen',
        digest: 'sha256:1',
      },
    });
    expect(pair.old).toEqual({
      side: 'old',
      version: 'v2',
      model: 'frozen',
      baseUrl: 'http://127.0.0.1:8000/v2',
      apiKeyEnv: 'OLD_KEY',
      headersEnv: 'HEADERS',
      digest: 'sha256:1',
      api: 'completions',
      extraBody: { top_k: 5 },
    });
    expect(pair.new).toMatchObject({ model: 'acme/math-v3', apiKeyEnv: 'KEY', headersEnv: 'HEADERS' });
    expect(pair.new).not.toHaveProperty('digest');
  });

  test('has the limits per minute of its side, and the common ones otherwise', () => {
    const pair = resolve({
      ...COMMON,
      'requests-per-minute': 40,
      old: { 'requests-per-minute': 60, 'tokens-per-minute': 9_000 },
    });
    expect(pair.old.limits).toEqual({ requestsPerMinute: 60, tokensPerMinute: 9_000 });
    expect(pair.new.limits).toEqual({ requestsPerMinute: 40 });
    expect(resolve(COMMON).new).not.toHaveProperty('limits');
  });

  test('takes its address from the environment if so configured', () => {
    const pair = resolve(
      { model: 'm-{version}', 'base-url-env': 'WHERE' },
      { env: { WHERE: ' https://h/{version}/v1/ \n' } },
    );
    expect(pair.old.baseUrl).toBe('https://h/v2/v1');
    expect(pair.new.baseUrl).toBe('https://h/v3/v1');
  });

  test('may be the same model twice if the versions are equal', () => {
    const pair = resolve(COMMON, { versions: { old: 'v3', new: 'v3' } });
    expect(pair.old.model).toBe(pair.new.model);
  });

  test('may share a model name at two addresses', () => {
    const pair = resolve({ model: 'm', 'base-url': 'https://h/{version}' });
    expect([pair.old.baseUrl, pair.new.baseUrl]).toEqual(['https://h/v2', 'https://h/v3']);
  });
});

describe('refuses', () => {
  test('a configuration without checkpoints', async () => {
    expect(await refusal(() => resolve(undefined))).toBe(
      'checkpoints: missing, so there is no model to sample\n  Add checkpoints with model and base-url, or compare files of completions: reversal-check compare OLD NEW',
    );
  });

  test.each(['', '-v3', '.v3', '../v3', 'a/b', 'v3 ', 'v3\n', 'v3?x', 'é', 'a'.repeat(101)])(
    'the version %j',
    async (version) => {
      const told = await refused(COMMON, { versions: { old: 'v2', new: version } });
      expect(told).toMatch(
        /^the version of new: found .+, expected a version of up to 100 letters, digits, dots/,
      );
      expect(await refused(COMMON, { versions: { old: version, new: 'v3' } })).toMatch(
        /^the version of old: /,
      );
    },
  );

  test('a side without a model or an address', async () => {
    expect(await refused({ 'base-url': 'https://h/v1', old: { model: 'm' } })).toBe(
      'checkpoints.model: missing, so the model for new is unknown\n  Add model to checkpoints or to checkpoints.new, for example model: acme/math-7b-{version}',
    );
    expect(await refused({ model: 'm-{version}', new: { 'base-url': 'https://h/v1' } })).toBe(
      'checkpoints.base-url: missing, so the server for old is unknown\n  Add base-url, base-url-env or serve to checkpoints, or add base-url or serve to checkpoints.old.',
    );
  });

  test('two versions that would be the same model', async () => {
    expect(await refused({ model: 'math', 'base-url': 'https://h/v1' })).toBe(
      'checkpoints.model: "v2" and "v3" would both use the model "math" at the same address\n  Add {version} to model, base-url or serve.command, or set a different model, base-url or serve in checkpoints.old and checkpoints.new.',
    );
  });

  test('a missing, empty or invalid address from the environment, without repeating it', async () => {
    const checkpoints = { model: 'm-{version}', 'base-url-env': 'WHERE' };
    expect(await refused(checkpoints)).toBe(
      'checkpoints.base-url-env: the environment variable WHERE is not set, expected the base URL of the server\n  Set WHERE. In a workflow, pass it under env:.',
    );
    expect(await refused(checkpoints, { env: { WHERE: ' ' } })).toContain(
      'the environment variable WHERE is empty',
    );
    const told = await refused(checkpoints, { env: { WHERE: 'https://me:hunter2@h/v1' } });
    expect(told).toContain(
      'the environment variable WHERE: a base URL must not contain a user name or password',
    );
    expect(told).not.toContain('hunter2');
  });

  test('two addresses for one thing, when the file is read', () => {
    expect(() => resolve({ ...COMMON, 'base-url-env': 'WHERE' })).toThrow('expected only one of the two');
  });
});

describe('{version} in the host', () => {
  test.each(['https://{version}/v1', 'https://{version}.h/v1', 'https://h:80{version}/v1'])(
    'is refused wherever an address is read: %s',
    async (url) => {
      const what = /outside the path/u;
      const checkpoints: readonly ConfigInput['checkpoints'][] = [
        { ...COMMON, 'base-url': url },
        { ...COMMON, old: { 'base-url': url } },
        { ...COMMON, new: { 'base-url': url } },
      ];
      for (const each of checkpoints) {
        const { success, error } = configSchema.safeParse({ suites: [SUITE], checkpoints: each });
        expect(success).toBe(false);
        expect(error?.message).toMatch(what);
      }
      const judge = { type: 'judge', model: 'j', 'base-url': url, rubric: 'r' };
      const judged = configSchema.safeParse({
        suites: [{ ...SUITE, grader: { ...judge, known: [] } }],
        embeddings: { model: 'e', 'base-url': url },
      });
      const messages = judged.error?.issues.map(({ path }) => path.join('.')) ?? [];
      expect(messages).toEqual(
        expect.arrayContaining(['embeddings.base-url', expect.stringContaining('grader')]),
      );
      const fromVariable = { model: 'acme/math-{version}', 'base-url-env': 'ADDRESS' };
      const shown = await refused(fromVariable, { env: { ADDRESS: url } });
      expect(shown).toMatch(what);
      expect(shown).not.toContain(url);
    },
  );

  test('a variable’s address gets the version in its path', () => {
    const pair = resolve(
      { model: 'm', 'base-url-env': 'ADDRESS' },
      { env: { ADDRESS: 'https://h/{version}/v1' } },
    );
    expect([pair.old.baseUrl, pair.new.baseUrl]).toEqual(['https://h/v2/v1', 'https://h/v3/v1']);
    expect(pair.new.baseUrlEnv).toBe('ADDRESS');
  });
});
