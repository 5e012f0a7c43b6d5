import { describe, expect, test } from 'vitest';
import { fallbacks } from '../../src/cli/question-answers.ts';
import { findServer, type Listed, type ServerQuestions } from '../../src/init/served.ts';

const URL_GIVEN = 'https://inference.example.com';
const missing: Listed = { why: 'HTTP 404', kind: 'other' };
const refused: Listed = { why: 'HTTP 401', kind: 'refused' };

/** Runs the questions without a person; `listed` answers by address. */
async function found(listed: Readonly<Record<string, Listed>>, more: Partial<ServerQuestions> = {}) {
  const requests: { readonly baseUrl: string; readonly apiKeyEnv: string | undefined }[] = [];
  const said: string[] = [];
  const served = await findServer({
    given: { baseUrl: URL_GIVEN },
    ask: fallbacks,
    attended: false,
    env: {},
    version: 'v1',
    likely: { baseUrl: undefined, model: 'acme/math-{version}' },
    say: (sentence) => said.push(sentence),
    listModels: async ({ baseUrl, apiKeyEnv }) => {
      requests.push({ baseUrl, apiKeyEnv });
      return listed[baseUrl] ?? { why: 'connection refused', kind: 'silent' };
    },
    ...more,
  });
  return { served, requests, said: said.join('\n') };
}

describe('the address', () => {
  test('is kept if it answers', async () => {
    const { served, requests } = await found({ [URL_GIVEN]: { names: ['acme/math-v1'] } });
    expect(served.servedAt).toEqual({ url: URL_GIVEN });
    expect(requests).toHaveLength(1);
  });

  test.each([
    ['names', { names: ['acme/math-v1'] }],
    ['a refusal', refused],
  ])('gets /v1 if only that answers, with %s', async (_, answer) => {
    const { served, said } = await found({ [URL_GIVEN]: missing, [`${URL_GIVEN}/v1`]: answer });
    expect(served.servedAt).toEqual({ url: `${URL_GIVEN}/v1` });
    expect(said).toContain('/v1 was added to the address');
  });

  test('is kept as given if nothing answers, which is said', async () => {
    const { served, said, requests } = await found({});
    expect(served.servedAt).toEqual({ url: URL_GIVEN });
    expect(said).toContain('The server did not answer: connection refused');
    expect(requests).toHaveLength(1);
  });

  test('is never invented', async () => {
    await expect(found({}, { given: {} })).rejects.toThrow('Answer it with --base-url');
  });

  test('is taken from a usual variable that is set, and is asked there', async () => {
    const { served, requests } = await found(
      { [`${URL_GIVEN}/v1`]: { names: [] } },
      { given: {}, env: { OPENAI_BASE_URL: `${URL_GIVEN}/v1` } },
    );
    expect(served.servedAt).toEqual({ env: 'OPENAI_BASE_URL' });
    expect(requests).toEqual([{ baseUrl: `${URL_GIVEN}/v1`, apiKeyEnv: undefined }]);
  });

  test('in a variable that is not set is not asked', async () => {
    const { requests, said } = await found({}, { given: { baseUrl: 'BASE_URL' } });
    expect(requests).toEqual([]);
    expect(said).toContain('BASE_URL is not set here');
  });

  test('with the version in it is asked for the current version', async () => {
    const { requests } = await found({}, { given: { baseUrl: `${URL_GIVEN}/{version}/v1` } });
    expect(requests).toMatchObject([{ baseUrl: `${URL_GIVEN}/v1/v1` }]);
  });
});

describe('the key', () => {
  test('is sent only if an option names its variable', async () => {
    const env = { INFERENCE_API_KEY: 'secret', KEY: 'secret' };
    const without = await found({ [URL_GIVEN]: refused }, { env });
    expect(without.requests.map(({ apiKeyEnv }) => apiKeyEnv)).toEqual([undefined]);
    expect(without.served.apiKeyEnv).toBe('INFERENCE_API_KEY');
    const named = await found({}, { env, given: { baseUrl: URL_GIVEN, apiKeyEnv: 'KEY' } });
    expect(named.requests.map(({ apiKeyEnv }) => apiKeyEnv)).toEqual(['KEY']);
  });

  test('is sent after a refusal if a person names its variable', async () => {
    const { requests } = await found(
      { [URL_GIVEN]: refused },
      { env: { INFERENCE_API_KEY: 'secret' }, attended: true },
    );
    expect(requests.map(({ apiKeyEnv }) => apiKeyEnv)).toEqual([undefined, 'INFERENCE_API_KEY']);
  });

  test.each([
    ['on this machine that is down', 'http://127.0.0.1:8000/v1', undefined, undefined],
    ['on this machine that refuses', 'http://127.0.0.1:8000/v1', refused, 'INFERENCE_API_KEY'],
    ['in a private network that is down', 'http://10.0.0.7/v1', undefined, 'INFERENCE_API_KEY'],
    [
      'in a private network that lists its models without a key',
      'http://10.0.0.7/v1',
      { names: [] },
      undefined,
    ],
    [
      'elsewhere, even if it lists its models without a key',
      `${URL_GIVEN}/v1`,
      { names: [] },
      'INFERENCE_API_KEY',
    ],
  ])('of a server %s', async (_, baseUrl, answer, expected) => {
    const { served } = await found(answer === undefined ? {} : { [baseUrl]: answer }, { given: { baseUrl } });
    expect(served.apiKeyEnv).toBe(expected);
  });
});

describe("the model's name", () => {
  test.each([
    [
      'the name that the model file suggests, if it is listed',
      ['x-v1', 'acme/math-v1'],
      'acme/math-{version}',
    ],
    ['otherwise a listed name with the version', ['other', 'math-v1-chat'], 'math-{version}-chat'],
    ['the suggested name, if no listed name has the version', ['math-v10'], 'acme/math-{version}'],
  ])('proposes %s', async (_, names, expected) => {
    expect((await found({ [URL_GIVEN]: { names } })).served.model).toBe(expected);
  });

  test('names are shown, and a name that is not among them is mentioned', async () => {
    const names = Array.from({ length: 25 }, (_, place) => `m${place}`);
    const { said } = await found({ [URL_GIVEN]: { names } });
    expect(said).toContain('The server lists m0, m1,');
    expect(said).toContain('m19 and 5 more.');
    expect(said).toContain('The server does not list acme/math-v1.');
  });

  test('shows another version to compare with, if the server lists one', async () => {
    const names = ['acme/math-v1', 'acme/math-v2', 'acme/math-', 'acme/math-v 3', 'other-v4'];
    expect((await found({ [URL_GIVEN]: { names } })).served.otherVersion).toBe('v2');
    expect((await found({ [URL_GIVEN]: { names: ['acme/math-v1'] } })).served.otherVersion).toBeUndefined();
  });

  test('is not invented if nothing suggests one', async () => {
    const likely = { baseUrl: undefined, model: undefined };
    await expect(found({}, { version: undefined, likely })).rejects.toThrow('Answer it with --model');
  });
});
