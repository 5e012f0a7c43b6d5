import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALL_OFF, project, treeOf, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';

/*
 * Mistakes of the user: exit code 2, one message that names file and place and the fix, and nothing is written. Nothing listens
 * at the address of the server, so a command that sampled a model before validating would end with 3.
 */

const CHECKPOINTS = "checkpoints: { model: 'm-{version}', base-url: 'http://127.0.0.1:9/v1' }";
const SUITES = 'suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]';

const config = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

const items = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `q${place}`,
    prompt: `What is ${place} + 1?`,
    answer: place + 1,
  }));

const good: Readonly<Record<string, string | readonly object[]>> = {
  'reversal.yml': config(CHECKPOINTS, SUITES, ALL_OFF),
  'items.jsonl': items(3),
  'v1.jsonl': items(3).map((_, place) => ({ suite: 'sums', id: `q${place}`, index: 0, text: '#### 1' })),
};

const CHECK = ['check', '--old', 'v1', '--new', 'v2', '--out', 'out'];
const COMPARE = ['compare', 'v1.jsonl', 'v1.jsonl', '--out', 'out'];
const COMMANDS = [CHECK, COMPARE, ['pin']];

interface Mistake {
  /** The difference from a valid project. */
  readonly files?: Readonly<Record<string, string | readonly object[]>>;
  readonly folders?: readonly string[];
  /** The difference from the project as it was pinned, if there is one. */
  readonly sincePinned?: Readonly<Record<string, string | readonly object[]>>;
  /** All commands that must refuse it; by default `check`. */
  readonly commands?: readonly (readonly string[])[];
  /** Required texts of the message: place first, then the mistake, then the fix. */
  readonly said: readonly string[];
}

const mistakes: Readonly<Record<string, Mistake>> = {
  'a configuration that is not there': {
    files: { 'reversal.yml': '' },
    commands: COMMANDS.map((command) => [...command, '--config', 'other.yml']),
    said: ['other.yml: there is no such file', '--config'],
  },
  'a configuration that cannot be read': {
    folders: ['folder.yml'],
    commands: COMMANDS.map((command) => [...command, '--config', 'folder.yml']),
    said: ['folder.yml: this is a folder, expected a file'],
  },
  'YAML that is broken': {
    files: { 'reversal.yml': config(CHECKPOINTS, SUITES, 'sampling:', '  n: 32', ' top-p: 1') },
    commands: COMMANDS,
    said: ['reversal.yml:5:1', 'this is not YAML'],
  },
  'a key that is misspelled': {
    commands: COMMANDS,
    files: { 'reversal.yml': config(CHECKPOINTS, SUITES, ALL_OFF, 'sampling:', '  temprature: 0.8') },
    said: ['reversal.yml:5:3', 'sampling.temprature: unknown key', 'Did you mean temperature?'],
  },
  'a value of the wrong type': {
    files: { 'reversal.yml': config(CHECKPOINTS, SUITES, ALL_OFF, 'sampling:', '  n: many') },
    said: ['reversal.yml:5:6', 'sampling.n: found "many", expected a whole number from 1 to 10,000'],
  },
  'an id that stands twice': {
    commands: COMMANDS,
    files: { 'items.jsonl': [...items(3), ...items(1)] },
    said: ['items.jsonl:4', 'id "q0" is also on line 1', 'a different id'],
  },
  'a suite without items': {
    files: { 'items.jsonl': '\n' },
    said: ['items.jsonl', 'this file contains no items', '{"id": "q1"'],
  },
  'a suite whose file is not there': {
    files: { 'reversal.yml': config(CHECKPOINTS, SUITES.replace('items.jsonl', 'gone.jsonl'), ALL_OFF) },
    said: ['gone.jsonl: there is no such file', 'the path under items in suite sums'],
  },
  'a line that is cut off': {
    files: { 'items.jsonl': '{"id":"a","prompt":"1 + 1?","answer":2}\n{"id":"b","prompt":"2 +' },
    said: ['items.jsonl:2:', 'the line ends before its JSON object is complete'],
  },
  'a line that is not JSON': {
    files: { 'items.jsonl': "{'id':'a'}\n" },
    said: ['items.jsonl:1:', 'this line is not valid JSON', 'double quotes'],
  },
  'a generations file with a broken line': {
    files: { 'v1.jsonl': '{"suite":"sums","id":"q0","index":0,"text":"1"}\n{"suite":"sums"}\n' },
    commands: [COMPARE],
    said: ['v1.jsonl', 'missing, expected', ':2'],
  },
  'a generations file that is not there': {
    commands: [['compare', 'v1.jsonl', 'gone.jsonl', '--out', 'out']],
    said: ['gone.jsonl: there is no such file'],
  },
  'completions of a suite that is not configured': {
    files: { 'v1.jsonl': [{ suite: 'others', id: 'q0', index: 0, text: '1' }] },
    commands: [COMPARE],
    said: ['v1.jsonl', '"others"', 'Add the suite to the configuration'],
  },
  'a guardrail without a suite to guard': {
    files: { 'reversal.yml': config(CHECKPOINTS, SUITES, 'guardrails:', '  ood: { margin: 2 points }') },
    said: ['reversal.yml:4:3', 'guardrails.ood: found no suite that it applies to', 'role ood'],
  },
  'a suite too small for the margin': {
    files: {
      'reversal.yml': config(
        CHECKPOINTS,
        SUITES,
        'guardrails: { accuracy: { margin: 2 points }, coverage: off, diversity: off }',
      ),
      'items.jsonl': items(100),
    },
    commands: [CHECK, ['pin']],
    said: [
      'reversal.yml',
      'guardrails.accuracy: suite sums is equivalent to 100 independent items, expected at least 185: with fewer, no check can show that a loss stays within the margin of 2 points',
      'Add items to the suite, set a margin of at least',
      'suites[0].guardrails.accuracy: off',
    ],
  },
  'a lock that is not there': {
    said: ['reversal.lock: there is no such file', 'reversal-check pin'],
  },
  'items that are not the ones pinned': {
    sincePinned: {
      'items.jsonl': items(3)
        .toReversed()
        .map((item) => ({ ...item, answer: '7' })),
    },
    said: ['reversal.lock', 'suite sums: its 3 items differ from the pinned items', 'run reversal-check pin'],
  },
  'sampling that is not as pinned': {
    sincePinned: {
      'reversal.yml': config(CHECKPOINTS, SUITES, ALL_OFF, 'sampling: { n: 8, temperature: 1 }'),
    },
    said: [
      'reversal.lock',
      '2 differences from the pinned inputs',
      'sampling n: pinned 32, now 8',
      'sampling temperature: pinned 0.8, now 1',
      'run reversal-check pin',
    ],
  },
  'a lock whose hash was mangled': {
    files: {
      'reversal.lock':
        '{"lock":1,"sampling":{},"suites":{"sums":{"items":{"count":3,"hash":"sha256:12"},"prompt":"","grader":null}}}',
    },
    said: [
      'reversal.lock',
      'suites.sums.items.hash: found "sha256:12", expected sha256: and 64 hexadecimal digits',
      'reversal-check pin',
    ],
  },
  'a lock that is not one': {
    files: { 'reversal.lock': '{"lock":1}\n' },
    said: ['reversal.lock', 'missing, expected', 'reversal-check pin'],
  },
  'an option that does not exist': {
    commands: COMMANDS.map((command) => [...command, '--margins', '5']),
    said: ["unknown option '--margins'"],
  },
  'a check without --old': {
    commands: [['check', '--new', 'v2']],
    said: ["required option '--old <version>' not specified"],
  },
  'a check without --new': {
    commands: [['check', '--old', 'v1']],
    said: ["required option '--new <version>' not specified"],
  },
  'a comparison of one file': {
    commands: [['compare', 'v1.jsonl']],
    said: ["missing required argument 'new'"],
  },
  'a command that does not exist': {
    commands: [['chekc', '--old', 'v1', '--new', 'v2']],
    said: ["unknown command 'chekc'", 'Did you mean check?'],
  },
  'a stored result that is not there': {
    commands: [['report', 'gone.json']],
    said: ['gone.json: there is no such file'],
  },
  'a stored result that is not one': {
    files: { 'result.json': '{"schema":1}\n' },
    commands: [['report', 'result.json']],
    said: ['result.json', 'is not a valid result'],
  },
};

describe.each(Object.entries(mistakes))(
  '%s',
  (_, { files, folders = [], sincePinned, commands = [CHECK], said }) => {
    test.each(commands.map((command) => ({ command })))('is refused by $command.0', async ({ command }) => {
      const folder = project({ ...good, ...files });
      for (const path of folders) mkdirSync(join(folder, path));
      if (sincePinned !== undefined) {
        expect(await runCli(['pin'], { cwd: folder })).toMatchObject({ code: 0 });
        writeFiles(folder, sincePinned);
      }
      const before = treeOf(folder);
      const { code, stdout, stderr } = await runCli(command, { cwd: folder });
      expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
      for (const words of said) expect(stderr).toContain(words);
      expect(stderr, 'a mistake of the user is no bug of ours').not.toMatch(
        /^\s+at |bug in reversal-check/mu,
      );
      expect(treeOf(folder), 'nothing is written').toEqual(before);
    });
  },
);

test('the unchanged project is accepted', async () => {
  const folder = project(good);
  expect(await runCli(['pin'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  expect(await runCli(COMPARE, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  expect(treeOf(folder)).toContain('out/result.json');
});
