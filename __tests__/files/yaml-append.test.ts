import { expect, test } from 'vitest';
import { appendToList } from '../../src/files/yaml-append.ts';
import { parseYaml } from '../../src/files/yaml-document.ts';

const element = ['  - name: c', '    guardrails: # own', '      ood: off # too few'];
const added = '  - name: c\n    guardrails: # own\n      ood: off # too few\n';

test.each([
  [
    'at the end of the file',
    'a: 1\nlist:\n  - name: a # one\n',
    'a: 1\nlist:\n  - name: a # one\n',
    added,
    '',
  ],
  ['without a final line break', 'list:\n  - name: a', 'list:\n  - name: a\n', added, ''],
  [
    'before other keys and comments',
    'list:\n  - { name: a }\n\n# next\nb: 2\n',
    'list:\n  - { name: a }\n',
    added,
    '\n# next\nb: 2\n',
  ],
  [
    'without indentation',
    'list:\n- name: a\nb: 2\n',
    'list:\n- name: a\n',
    added.replaceAll(/^ {2}/gmu, ''),
    'b: 2\n',
  ],
  [
    'after text of several lines',
    'list:\n  - name: |\n      a\n      b\nb: 2\n',
    'list:\n  - name: |\n      a\n      b\n',
    added,
    'b: 2\n',
  ],
  [
    'with Windows line breaks',
    'list:\r\n  - name: a\r\nb: 2\r\n',
    'list:\r\n  - name: a\r\n',
    added.replaceAll('\n', '\r\n'),
    'b: 2\r\n',
  ],
])('inserts an element %s and changes nothing else', (_, text, before, inserted, after) => {
  expect(appendToList(text, 'list', element)).toBe(before + inserted + after);
});

test('rewrites a list in brackets, and keeps comments', () => {
  const found = appendToList('# top\nlist: [{ name: a }] # few\nb: 2 # two\n', 'list', element) ?? '';
  for (const comment of ['# top', '# few', '# two']) expect(found).toContain(comment);
  const { data } = { data: undefined, ...parseYaml(found) };
  expect(data).toEqual({ list: [{ name: 'a' }, { name: 'c', guardrails: { ood: 'off' } }], b: 2 });
});

test.each([
  ['no such key', 'a: 1\n'],
  ['no list there', 'list: 3\n'],
  ['an empty file', ''],
  ['no valid YAML', 'list: [\n'],
])('gives up with %s', (_, text) => {
  expect(appendToList(text, 'list', element)).toBeUndefined();
});
