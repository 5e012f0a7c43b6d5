import { describe, expect, test } from 'vitest';
import { findModelFiles, mayBeModelFile } from '../../src/init/find-model-file.ts';

describe('the location of the version', () => {
  test('YAML, JSON and TOML; the name beside the version names the model', () => {
    const found = findModelFiles([
      { path: 'model.yaml', text: 'serving:\n  model: acme/math-7b\n  revision: v2\n' },
      { path: 'deploy/b.json', text: '{"model": {"id": "b-v7", "version": "v7"}, "port": 3}' },
      { path: 'c.toml', text: '[checkpoint]\ntag = "2026-11"\n' },
    ]);
    expect(found).toEqual([
      { path: 'model.yaml', pointer: '/serving/revision', version: 'v2', model: 'acme/math-7b-{version}' },
      { path: 'deploy/b.json', pointer: '/model/version', version: 'v7', model: 'b-{version}' },
      { path: 'c.toml', pointer: '/checkpoint/tag', version: '2026-11', model: 'model-{version}' },
    ]);
  });

  test('a pointer escapes special characters', () => {
    const [found] = findModelFiles([{ path: 'model.yaml', text: 'a/b~c: { version: 3 }' }]);
    expect(found).toMatchObject({ pointer: '/a~1b~0c/version', version: '3' });
  });

  test.each([
    ['of something else', 'app.yaml', 'version: v1'],
    ['no version', 'model.yaml', 'version: ../../x'],
    ['a fraction, which could be two versions', 'model.yaml', 'version: 1.10'],
    ['broken', 'model.yaml', 'version: [v1'],
    ['hidden in a list', 'model.yaml', 'history: [{ version: v1 }]'],
  ])('skips %s', (_, path, text) => {
    expect(findModelFiles([{ path, text }])).toEqual([]);
  });

  test('packages and lockfiles are not even opened', () => {
    expect(['package.json', 'sub/pyproject.toml', 'reversal.yml', 'a.md'].filter(mayBeModelFile)).toEqual([]);
    expect(mayBeModelFile('serving/model.yml')).toBe(true);
  });
});
