import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../src/servers/checkpoint.ts';
import type { ServeConfig } from '../../src/config/schema/serve.ts';
import { checkpointIdentity, sampleKeys, storeFile } from '../../src/store/identity.ts';
import type { SamplingSettings } from '../../src/servers/chat/sampling-settings.ts';
import { makeCheckpoint, makeItem, SETTINGS } from '../sampling/setting.ts';

const identityOf = (more: Partial<Checkpoint>): string =>
  checkpointIdentity(makeCheckpoint('old', 'https://a.example/v1', { model: 'm', ...more }), 0);

const served = (version: string): ServeConfig => ({
  command: ['vllm', 'serve', `acme/${version}`, '--port', '{port}'],
  timeoutMs: 900_000,
  env: [],
});

const keys = (more: Partial<SamplingSettings> = {}, item = makeItem('a')): readonly string[] =>
  sampleKeys({ identity: 'sha256:1', item, settings: { ...SETTINGS, ...more } });

describe('checkpointIdentity', () => {
  it('is the same on either side, for any version label, key or header', () => {
    const one = identityOf({});
    expect(identityOf({ side: 'new', version: 'v9', apiKeyEnv: 'K', headersEnv: 'H' })).toBe(one);
    expect(identityOf({ extraBody: { a: 1, b: { c: 2, d: 3 } } })).toBe(
      identityOf({ extraBody: { b: { d: 3, c: 2 }, a: 1 } }),
    );
  });

  it('differs by model, server, digest, API, extra body and draw; with a digest the server may change', () => {
    const apart = [
      identityOf({}),
      identityOf({ model: 'n' }),
      identityOf({ baseUrl: 'https://b.example/v1' }),
      identityOf({ digest: 'd' }),
      identityOf({ digest: 'd', model: 'n' }),
      identityOf({ api: 'completions' }),
      identityOf({ extraBody: { top_k: 5 } }),
      identityOf({ serve: served('v2') }),
      identityOf({ serve: served('v3') }),
      checkpointIdentity(makeCheckpoint('old', 'https://a.example/v1', { model: 'm' }), 1),
    ];
    expect(new Set(apart).size).toBe(apart.length);
    expect(identityOf({ digest: 'd', baseUrl: 'https://b.example/v1' })).toBe(identityOf({ digest: 'd' }));
    expect(identityOf({ digest: 'd', serve: served('v2') })).toBe(identityOf({ digest: 'd' }));
  });

  it('of a checkpoint that is served here is its command, whatever its port, timeout and environment', () => {
    const one = identityOf({ serve: served('v2'), baseUrl: 'http://127.0.0.1/v1' });
    const other = { ...served('v2'), timeoutMs: 1, ready: '/ready', env: ['HF_HUB_OFFLINE'] };
    expect(identityOf({ serve: other, baseUrl: 'http://127.0.0.1:8000/v1' })).toBe(one);
  });
});

describe('sampleKeys', () => {
  it('are n, all different, and the same for every n, concurrency and timeout', () => {
    expect(new Set(keys({ n: 50 })).size).toBe(50);
    expect(keys({ n: 1, concurrency: 1, timeoutMs: 1 })).toEqual(keys({ n: 50 }).slice(0, 1));
    expect(keys({ stop: [] })).toEqual(keys());
  });

  it('differ by everything that affects the completion', () => {
    const first = [
      keys(),
      keys({ temperature: 0.7 }),
      keys({ topP: 1 }),
      keys({ temperature: 'default' }),
      keys({ topP: 'default' }),
      keys({ maxTokens: 10 }),
      keys({ maxCompletionTokens: 10 }),
      keys({ stop: ['\n'] }),
      keys({ seed: 0 }),
      keys({}, makeItem('b', 'question a')),
      keys({}, makeItem('a', 'another question')),
      keys({}, { ...makeItem('a'), messages: [{ role: 'system', content: 'question a' }] }),
      sampleKeys({ identity: 'sha256:2', item: makeItem('a'), settings: SETTINGS }),
    ].map(([key]) => key);
    expect(new Set(first).size).toBe(first.length);
  });

  it('are stable: a stored completion remains valid', () => {
    expect(keys({ n: 1 })).toEqual([
      'sha256:e050b45ff8ca64b55e447b3696585645bdc66d5697f3b7a6a7874ed9f5ff8a8d/0',
    ]);
  });
});

describe('storeFile', () => {
  it('is one safe path for each checkpoint and suite', () => {
    const path = storeFile('sha256:0123456789abcdef99', '../Ünsafe suite/../name: 1');
    expect(path).toMatch(/^0123456789abcdef\/[A-Za-z0-9_-]+-[0-9a-f]{8}\.jsonl$/);
    expect(storeFile('sha256:0123456789abcdef99', 'GSM8K')).not.toBe(
      storeFile('sha256:0123456789abcdef99', 'gsm8k'),
    );
    expect(storeFile('sha256:00', 'x'.repeat(500)).length).toBeLessThan(100);
  });
});
