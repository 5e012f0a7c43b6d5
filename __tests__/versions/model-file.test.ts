import { describe, expect, test } from 'vitest';
import { versionIn } from '../../src/versions/model-file.ts';
import { refusal } from '../support/refusal.ts';

const COMMIT = '1234567890abcdef1234567890abcdef12345678';

const read = (text: string, { path = 'model.yaml', pointer = '/serving/revision', pattern = '' } = {}) =>
  versionIn({ text, path, pointer, commit: COMMIT, ...(pattern === '' ? {} : { pattern }) });

const refused = (...parameters: Parameters<typeof read>): Promise<string> =>
  refusal(() => read(...parameters));

describe('the version is read', () => {
  test.each([
    ['model.yaml', 'serving:\n  revision: v3 # moved\n'],
    ['model.yml', '\uFEFFserving: { revision: "v3" }\r\n'],
    ['model.yaml', 'now: &now v3\nserving: { revision: *now }\n'],
    ['model.json', '{\n\t"serving": {"revision": "v3"}\n}\n'],
    ['model.toml', '[serving]\nrevision = "v3"\n'],
    ['model.toml', "serving.revision = 'v3' # moved\r\n"],
  ])('from %s', (path, text) => {
    expect(read(text, { path })).toEqual({ version: 'v3' });
  });

  test('from a list, from a file that contains only the version, and from an escaped key', () => {
    expect(read('models: [{ at: v2 }, { at: v3 }]', { pointer: '/models/1/at' })).toEqual({ version: 'v3' });
    expect(read('v3\n', { pointer: '' })).toEqual({ version: 'v3' });
    expect(read('{ "acme/math": v3 }', { pointer: '/acme~1math' })).toEqual({ version: 'v3' });
  });

  test.each([
    ['model.yaml', 'serving: { revision: 3 }'],
    ['model.json', '{"serving": {"revision": 3}}'],
    ['model.toml', 'serving = { revision = 3 }'],
  ])('from a whole number in %s, as its digits', (path, text) => {
    expect(read(text, { path })).toEqual({ version: '3' });
  });

  test('with slashes only if the pattern permits them', async () => {
    const text = 'serving: { revision: runs/17 }';
    expect(read(text, { pattern: 'runs/[0-9]+' })).toEqual({ version: 'runs/17' });
    expect(await refused(text)).toContain(
      'model.yaml, /serving/revision, in commit 1234567890: found "runs/17", expected a version of up to 100 letters',
    );
    expect(await refused('serving: { revision: v3 }', { pattern: 'runs/[0-9]+' })).toContain(
      'found "v3", expected a version that fully matches checkpoints.version-pattern, "runs/[0-9]+"',
    );
  });
});

describe('a number that programs read as another text is refused', () => {
  test.each([
    ['model.yaml', 'serving: { revision: 1.10 }', '1.10', '1.1'],
    ['model.yaml', 'serving: { revision: 007 }', '007', '7'],
    ['model.yaml', 'serving: { revision: 0x1F }', '0x1F', '31'],
    ['model.json', '{"serving": {"revision": 1.0}}', '1.0', '1'],
    ['model.json', '{"serving": {"revision": 1e3}}', '1e3', '1000'],
    [
      'model.yaml',
      'serving: { revision: 12345678901234567890 }',
      '12345678901234567890',
      '12345678901234567000',
    ],
  ])('%s: %s', async (path, text, written, value) => {
    expect(await refused(text, { path })).toBe(
      `${path}, /serving/revision, in commit 1234567890: found the number ${written}, which programs read as ${value}, expected a string\n  Write the version as a string, in quotes if it looks like a number, or correct the pointer in checkpoints.version.`,
    );
  });
});

test('a number with decimals is refused too, because 1.10 could have been meant', async () => {
  expect(await refused('serving.revision = 1.1', { path: 'model.toml' })).toContain(
    'found the number 1.1, expected a string',
  );
});

describe('a value that is not a version is refused, with what was found', () => {
  test.each([
    ['null', 'nothing'],
    ['true', 'true'],
    ['[v3]', 'a list'],
    ['{ a: b }', 'a mapping'],
  ])('%s', async (value, words) => {
    expect(await refused(`serving: { revision: ${value} }`)).toContain(
      `in commit 1234567890: found ${words}, expected a version`,
    );
  });

  test('a date of TOML', async () => {
    expect(await refused('serving.revision = 2026-11-04', { path: 'model.toml' })).toContain(
      'found a mapping',
    );
  });

  test.each(['""', '"../../etc"', '"v3\\u001b[2J"', '"v3\\n::error::x"'])('the text %s', async (value) => {
    const told = await refused(`serving: { revision: ${value} }`);
    expect(told).toContain('expected a version');
    expect(told.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(told.split('\n')).toHaveLength(2);
  });
});

describe('if the pointer leads nowhere, the error lists the file’s keys', () => {
  test.each([
    ['serving: { revison: v3 }', '/serving has no revision; it has revison'],
    ['model: a\nversion: v3', 'the file has no serving; it has model, version'],
    ['serving: v3', '/serving contains "v3"'],
    ['serving: [v3]', '/serving has no revision; it is a list with 1 element'],
    ['serving: {}', '/serving has no revision; it has no keys'],
    ['', 'the file contains nothing'],
  ])('%j', (text, missing) => {
    expect(read(text)).toEqual({ missing });
  });

  test('the first ten of many keys, neutralized', () => {
    const keys = Array.from({ length: 30 }, (_, at) => `"k${at}\\u001b": 1`).join(', ');
    const answer = read(`{ ${keys} }`);
    expect(answer).toEqual({
      missing: `the file has no serving; it has ${Array.from({ length: 10 }, (_, at) => `k${at}\\u{1b}`).join(', ')}, …`,
    });
  });
});

describe('an unreadable file gives the reason, with its commit', () => {
  test.each([
    [
      'model.yaml',
      'serving:\n  revision: v2\n  revision: v3\n',
      'model.yaml:3:3: in commit 1234567890: this mapping contains the same key twice',
    ],
    [
      'model.json',
      '{"serving": {"revision": "v2", "revision": "v3"}}',
      'this mapping contains the same key twice',
    ],
    ['model.toml', 'a = 1\na = 2\n', 'model.toml:2:1: in commit 1234567890: this is not TOML: '],
    [
      'model.json',
      'serving: { revision: v3 }',
      'model.json: in commit 1234567890: this file is not valid JSON',
    ],
    [
      'model.yaml',
      '<<<<<<< ours\nserving: { revision: v2 }\n',
      'model.yaml:1:1: in commit 1234567890: found an unresolved merge conflict',
    ],
    ['model.yaml', `serving: ${'['.repeat(5000)}`, 'nested too deeply'],
    ['model.json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'nested too deeply'],
    ['model.toml', `a = ${'['.repeat(5000)}`, 'this is not TOML'],
  ])('%s', async (path, text, told) => {
    expect(await refused(text, { path })).toContain(told);
  });
});
