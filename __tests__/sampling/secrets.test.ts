import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sendJson, startServer, chatAnswer } from './fake-server.ts';
import {
  drawerWith,
  makeCheckpoint,
  makeFolder,
  makeRequest,
  readStore,
  stillTiming,
  SETTINGS,
} from './setting.ts';

describe('secrets', () => {
  const key = 'sk-live-9f8e7d6c5b4a';
  const gate = 'gate-token-112233';

  it.each([401, 400, 500, 404])('an echoed key is in no error and no file: HTTP %i', async (status) => {
    const server = await startServer(({ headers, number }, response) =>
      number < 2
        ? sendJson(response, 200, {
            ...chatAnswer(`your key is ${String(headers.authorization)}`, String(headers['x-gate'])),
            model: String(headers.authorization),
            system_fingerprint: `${String(headers['x-gate'])} of ${String(headers.host)}`,
          })
        : sendJson(response, status, {
            error: {
              message: `bad ${String(headers.authorization)} and ${String(headers['x-gate'])} at http://${String(headers.host)}/v1`,
              code: String(headers.authorization),
            },
          }),
    );
    const storeDir = await makeFolder();
    const both = { apiKeyEnv: 'ACME_KEY', headersEnv: 'ACME_HEADERS' };
    const seen: unknown[] = [];
    const result: unknown = await drawerWith(stillTiming())(
      makeRequest({
        baseUrl: server.baseUrl,
        storeDir,
        settings: { ...SETTINGS, n: 2, concurrency: 1 },
        checkpoints: {
          old: makeCheckpoint('old', server.baseUrl, both),
          new: makeCheckpoint('new', server.baseUrl, both),
        },
        env: { ACME_KEY: `${key}\n`, ACME_HEADERS: JSON.stringify({ 'X-Gate': `Token ${gate}` }) },
        onProgress: (progress) => seen.push(progress),
      }),
    ).catch((error: unknown) => error);
    expect(server.asked[0]?.headers).toMatchObject({
      authorization: `Bearer ${key}`,
      'x-gate': `Token ${gate}`,
    });
    const files = await readStore(storeDir);
    expect(files).toHaveLength(2);
    const all = [inspect(result, { depth: 20, showHidden: true }), inspect(seen), JSON.stringify(files)].join(
      '\n',
    );
    expect(all).toContain('[secret]');
    expect(all).not.toContain(key);
    expect(all).not.toContain(gate);
    expect(JSON.stringify(files)).not.toContain('127.0.0.1');
  });

  it('the password of a proxy is in no error, whether the proxy is reachable or not', async () => {
    const proxy = await startServer(({ headers }, response) =>
      sendJson(response, 407, { error: { message: `told ${JSON.stringify(headers)}` } }),
    );
    const gone = await startServer(() => {});
    await gone.stop();
    for (const { baseUrl } of [proxy, gone]) {
      const error: unknown = await drawerWith(stillTiming())(
        makeRequest({
          baseUrl: 'http://127.0.0.1:1/v1',
          storeDir: await makeFolder(),
          env: { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: `http://me:proxy-p%40ss@${new URL(baseUrl).host}` },
        }),
      ).catch((reason: unknown) => reason);
      const shown = inspect(error, { depth: 20, showHidden: true });
      expect(shown).toContain('SamplingError');
      expect(shown).not.toMatch(/proxy-p(?:%40|@)ss/u);
      expect(shown).not.toContain(Buffer.from('me:proxy-p@ss').toString('base64'));
    }
    expect(proxy.asked[0]?.headers['proxy-authorization']).toMatch(/^Basic /u);
  });
});
