import { describe, expect, it } from 'vitest';
import { SamplingError } from '../../../src/errors.ts';
import { readCredentials, type Credentials } from '../../../src/servers/http/credentials.ts';
import { makeCheckpoint } from '../../sampling/setting.ts';

function read(
  env: Record<string, string>,
  more: { apiKeyEnv?: string; headersEnv?: string } = {},
): Credentials {
  return readCredentials(makeCheckpoint('new', 'http://127.0.0.1/v1', more), env);
}

describe('readCredentials', () => {
  it('uses a placeholder, which is not secret, if no key is configured', () => {
    expect(read({ OPENAI_API_KEY: 'not asked for' })).toEqual({ apiKey: 'none', headers: {}, secrets: [] });
  });

  it('removes the line ending that secrets often have', () => {
    expect(read({ KEY: ' sk-1\n' }, { apiKeyEnv: 'KEY' })).toMatchObject({
      apiKey: 'sk-1',
      secrets: ['sk-1'],
    });
  });

  it('reads headers, whose values are secret with and without their scheme', () => {
    const { headers, secrets } = read(
      { H: '{"Authorization":"Basic dTpw","X-Team":"t1"}' },
      { headersEnv: 'H' },
    );
    expect(headers).toEqual({ Authorization: 'Basic dTpw', 'X-Team': 't1' });
    expect(new Set(secrets)).toEqual(new Set(['Basic dTpw', 'dTpw', 't1']));
  });

  it.each([
    ['an unset key', { apiKeyEnv: 'KEY' }, {}, 'checkpoints.api-key-env', 'is not set'],
    ['an empty key', { apiKeyEnv: 'KEY' }, { KEY: '' }, 'checkpoints.api-key-env', 'is empty'],
    ['unset headers', { headersEnv: 'H' }, {}, 'checkpoints.headers-env', 'is not set'],
    [
      'a key of two lines',
      { apiKeyEnv: 'KEY' },
      { KEY: 'hush-1\nhush-2' },
      'environment variable KEY',
      'not allowed in an HTTP header',
    ],
    [
      'headers that are no JSON',
      { headersEnv: 'H' },
      { H: 'X: hush-1' },
      'environment variable H',
      'JSON object',
    ],
    [
      'headers that are a list',
      { headersEnv: 'H' },
      { H: '["hush-1"]' },
      'environment variable H',
      'JSON object',
    ],
    [
      'a header that is a number',
      { headersEnv: 'H' },
      { H: '{"X":1}' },
      'environment variable H',
      'JSON object',
    ],
    [
      'a header name with a space',
      { headersEnv: 'H' },
      { H: '{"X Y":"hush-1"}' },
      'environment variable H',
      'JSON object',
    ],
    [
      'a header value of two lines',
      { headersEnv: 'H' },
      { H: '{"X":"hush-1\\n2"}' },
      'environment variable H',
      'JSON object',
    ],
  ])('refuses %s without repeating the value', (_, more, env, where, what) => {
    let error: unknown;
    try {
      read(env, more);
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof SamplingError)) throw new Error('expected a SamplingError', { cause: error });
    expect(error.where).toBe(where);
    expect(error.what).toContain(what);
    expect(error.message).not.toContain('hush');
    expect(error.cause).toBeUndefined();
  });
});
