import { describe, expect, test } from 'vitest';
import { resolveCheckpoints } from '../../src/servers/resolve-checkpoints.ts';
import { readVersionKeys } from '../../src/config/model-file-keys.ts';
import { parseConfig } from '../../src/config/read.ts';
import { refusal } from '../support/refusal.ts';

const SUITES = 'suites: [{ name: a, role: target, items: a.jsonl, grader: numeric }]\n';

const withKeys = (keys: string): string => `checkpoints: { ${keys} }\n${SUITES}`;

/** Both ways to read a configuration, one of which reads only these keys. */
const readings: readonly (readonly [string, (text: string) => unknown])[] = [
  ['the whole configuration', (text) => parseConfig(text, 'reversal.yml').config.checkpoints],
  ['these keys alone', (text) => readVersionKeys(text, 'reversal.yml')],
];

describe.each(readings)('read with %s', (_, read) => {
  test('a location and a pattern are read as written', () => {
    expect(
      read(withKeys('file: ../models/math.toml, version: /a~1b/0, version-pattern: "runs/[0-9]+"')),
    ).toMatchObject({
      modelFile: { file: '../models/math.toml', pointer: '/a~1b/0' },
      versionPattern: 'runs/[0-9]+',
    });
    expect(read(withKeys("file: m.json, version: ''"))).toMatchObject({
      modelFile: { file: 'm.json', pointer: '' },
    });
  });

  test('all of them are optional', () => {
    for (const text of [SUITES, withKeys('')]) expect(read(text) ?? {}).not.toHaveProperty('modelFile');
  });

  test.each([
    ['file: model.yaml', '1:14: checkpoints.version: missing, but file is set'],
    ['version: /v', '1:14: checkpoints.file: missing, but version is set'],
    [
      'file: model.txt, version: /v',
      '1:22: checkpoints.file: found "model.txt", expected the path of a file that ends in .yaml',
    ],
    [
      'file: /etc/model.yaml, version: /v',
      '1:22: checkpoints.file: found "/etc/model.yaml", expected the path',
    ],
    ['file: "C:\\\\model.yaml", version: /v', 'checkpoints.file: found "C:\\model.yaml", expected the path'],
    ['file: .yaml/, version: /v', 'checkpoints.file: found ".yaml/"'],
    ['file: [a.yaml], version: /v', 'checkpoints.file: found a list, expected the path'],
    [
      'file: m.yaml, version: revision',
      '1:39: checkpoints.version: found "revision", expected a JSON pointer',
    ],
    ['file: m.yaml, version: /a~2', 'checkpoints.version: found "/a~2", expected a JSON pointer'],
    ['file: m.yaml, version: 3', 'checkpoints.version: found 3, expected a JSON pointer'],
    [
      'version-pattern: "v[0-9"',
      '1:33: checkpoints.version-pattern: it is not in RE2 syntax: missing closing ]',
    ],
    [
      'version-pattern: ""',
      'checkpoints.version-pattern: found an empty string, expected a regular expression',
    ],
  ])('refuses %s', async (keys, told) => {
    expect(await refusal(() => read(withKeys(keys)))).toContain(told);
  });
});

const told = (text: string): Promise<string> => refusal(() => readVersionKeys(text, 'r.yml'));

describe('reads only these keys', () => {
  test('from a configuration that is wrong in every other way', () => {
    const text = [
      'checkpoints: { file: m.yaml, version: /v, base-url: 7, unknown: x }',
      'suites: what',
      'samplign: { n: 3 }',
    ].join('\n');
    expect(readVersionKeys(text, 'reversal.yml')).toEqual({
      modelFile: { file: 'm.yaml', pointer: '/v' },
    });
  });

  test('from an empty one, and from one with a byte order mark', () => {
    for (const text of ['', '# nothing\n', '\uFEFF']) expect(readVersionKeys(text, 'r.yml')).toEqual({});
    expect(readVersionKeys('\uFEFFcheckpoints: { version-pattern: a }', 'r.yml')).toEqual({
      versionPattern: 'a',
    });
  });

  test('not from invalid YAML, from a file that is not a mapping, or with a merge conflict', async () => {
    expect(await told('a: [')).toMatch(/^r\.yml:1:\d+: /);
    expect(await told('a: 1\na: 2\n')).toContain('r.yml:2:1: this mapping contains the same key twice');
    expect(await told('- a\n')).toContain('found a list, expected a mapping');
    expect(await told('checkpoints: model.yaml\n')).toContain(
      'checkpoints: found "model.yaml", expected a mapping',
    );
    expect(await told('<<<<<<< ours\n')).toContain('found an unresolved merge conflict');
  });
});

const resolve = (candidate: string, pattern: string): unknown =>
  resolveCheckpoints({
    checkpoints: parseConfig(
      withKeys(`model: "acme/{version}", base-url: "https://h/v1"${pattern}`),
      'reversal.yml',
    ).config.checkpoints,
    versions: { old: 'runs/1', new: candidate },
    env: {},
  });

test('the pattern is applied to the versions of a check', async () => {
  const pattern = ', version-pattern: "runs/[0-9]+"';
  expect(resolve('runs/2', pattern)).toMatchObject({ new: { model: 'acme/runs/2' } });
  expect(await refusal(() => resolve('v2', pattern))).toContain(
    'the version of new: found "v2", expected a version that fully matches checkpoints.version-pattern',
  );
  expect(await refusal(() => resolve('runs/../2', ', version-pattern: ".*"'))).toContain(
    'the version of new',
  );
  expect(await refusal(() => resolve('runs/2', ''))).toContain('the version of old: found "runs/1"');
});
