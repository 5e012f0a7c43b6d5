import { describe, expect, test } from 'vitest';
import { resolveEmbeddingModel } from '../../../src/servers/embedding-model.ts';
import { compareLock } from '../../../src/config/lock/compare-lock.ts';
import { createLock, lockText, parseLock } from '../../../src/config/lock/lock.ts';
import { parseConfig } from '../../../src/config/read.ts';
import type { Config } from '../../../src/config/schema/config.ts';
import type { Item } from '../../../src/evalset/suite.ts';
import { refusal } from '../../support/refusal.ts';

const configOf = (embeddings: string): Config =>
  parseConfig(
    `suites: [{ name: essays, role: open, items: a.jsonl }]${embeddings === '' ? '' : `\nembeddings: ${embeddings}`}`,
    'reversal.yml',
  ).config;

const ITEM: Item = {
  id: '1',
  messages: [{ role: 'user', content: 'q' }],
  answer: undefined,
  group: undefined,
  cluster: '1',
  meta: undefined,
};

const lockOf = (embeddings: string) => {
  const config = configOf(embeddings);
  const hash = `sha256:${'a'.repeat(64)}`;
  return createLock({ config, suites: [{ name: 'essays', role: 'open', hash, items: [ITEM] }] });
};

const URL_OF_SERVER = 'https://embed.example.com/v1';
const least = `{ model: bge, base-url: '${URL_OF_SERVER}/' }`;

describe('embeddings in the configuration', () => {
  test('need a model and an address; the rest has defaults', () => {
    const { embeddings } = configOf(least);
    expect(embeddings).toEqual({
      model: 'bge',
      baseUrl: `${URL_OF_SERVER}/`,
      batch: 64,
      maxCharacters: 8000,
    });
    expect(configOf('')).not.toHaveProperty('embeddings');
  });

  test.each([
    ['{ model: bge }', 'embeddings: found neither base-url nor base-url-env'],
    [
      `{ model: bge, base-url: '${URL_OF_SERVER}', base-url-env: E }`,
      'embeddings.base-url-env: found together with base-url',
    ],
    [`{ model: 'bge-{version}', base-url: '${URL_OF_SERVER}' }`, 'embeddings.model: found {version}'],
    [`{ model: bge, base-url: 'https://h/{version}' }`, 'embeddings.base-url: found {version}'],
    [`{ base-url: '${URL_OF_SERVER}' }`, 'embeddings.model: '],
    [`{ model: bge, base-url-env: E, batch: 0 }`, 'embeddings.batch: '],
    [`{ model: bge, base-url-env: E, max-chars: 3 }`, 'max-characters'],
    [`{ model: bge, base-url: 'https://user:hunter2@h/v1' }`, 'a base URL must not contain a user name'],
  ])('%s is refused', async (written, told) => {
    const message = await refusal(() => configOf(written));
    expect(message).toContain(told);
    expect(message).not.toContain('hunter2');
  });

  test('take their address from the environment if so configured', async () => {
    const fromFile = configOf(least).embeddings;
    const fromVariable = configOf('{ model: bge, base-url-env: EMBED_URL, digest: d1 }').embeddings;
    if (fromFile === undefined || fromVariable === undefined) throw new Error('no embeddings');
    expect(resolveEmbeddingModel(fromFile, {}).baseUrl).toBe(URL_OF_SERVER);
    expect(resolveEmbeddingModel(fromVariable, { EMBED_URL: ` ${URL_OF_SERVER}/ ` })).toEqual({
      model: 'bge',
      baseUrl: URL_OF_SERVER,
      baseUrlEnv: 'EMBED_URL',
      digest: 'd1',
      batch: 64,
      maxCharacters: 8000,
    });
    expect(await refusal(() => resolveEmbeddingModel(fromVariable, {}))).toBe(
      'embeddings.base-url-env: the environment variable EMBED_URL is not set, expected the base URL of the server\n  Set EMBED_URL. In a workflow, pass it under env:.',
    );
  });
});

describe('embeddings in the lock', () => {
  test('are the model and the settings that determine its vectors, not addresses or batches', () => {
    const locked = lockOf(least);
    expect(locked.embeddings).toEqual({ model: 'bge', 'max-characters': 8000 });
    expect(parseLock(lockText(locked), 'reversal.lock')).toEqual(locked);
    const moved = lockOf('{ model: bge, base-url-env: E, batch: 7 }');
    expect(compareLock({ locked, current: moved }).differences).toEqual([]);
    expect(lockText(lockOf(''))).not.toContain('embeddings');
  });

  test('do not match if the model, its digest or the maximum length changed', () => {
    const locked = lockOf(least);
    const differences = (written: string) => compareLock({ locked, current: lockOf(written) }).differences;
    expect(differences('{ model: e5, base-url-env: E, max-characters: 100, digest: d1 }')).toEqual([
      'embeddings digest: pinned nothing, now "d1"',
      'embeddings max-characters: pinned 8000, now 100',
      'embeddings model: pinned "bge", now "e5"',
    ]);
    expect(differences('')).toEqual([
      'embeddings max-characters: pinned 8000, now nothing',
      'embeddings model: pinned "bge", now nothing',
    ]);
  });
});
