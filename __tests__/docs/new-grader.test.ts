import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { resultSchema } from '../../src/result/result.ts';

const root = join(import.meta.dirname, '../..');

/** The sources with the grader of CONTRIBUTING.md added: its file, and its name in the registry. */
function withNewGrader(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-grader-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const source = /```ts\n(import [\s\S]*?)```/.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))?.[1];
  writeFileSync(join(folder, 'src/grading/graders/yes-no.ts'), source ?? '');
  const registry = join(folder, 'src/grading/registry.ts');
  writeFileSync(
    registry,
    `import { yesNo } from './graders/yes-no.ts';\n${readFileSync(registry, 'utf8').replace('const definitions = [', 'const definitions = [yesNo, ')}`,
  );
  return folder;
}

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
const generations = (texts: readonly string[]): string =>
  lines(texts.map((text, place) => ({ suite: 'polls', id: `q${place}`, index: 0, text })));

test('the grader of CONTRIBUTING.md needs only one file and a name in the registry', async () => {
  const folder = withNewGrader();
  const files = {
    'reversal.yml':
      'suites: [{ name: polls, role: target, items: items.jsonl, grader: yes-no }]\nguardrails: { accuracy: off, coverage: off, diversity: off, ood: off, hardest-group: off }\n',
    'items.jsonl': lines(
      ['yes', 'no', 'no'].map((answer, place) => ({ id: `q${place}`, prompt: 'Is it?', answer })),
    ),
    'old.jsonl': generations(['Yes.', 'Yes.', 'Perhaps']),
    'new.jsonl': generations(['yes', 'No, it is not.', 'no']),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(folder, 'src/cli.ts'), 'compare', '--json', 'old.jsonl', 'new.jsonl'],
    { cwd: folder },
  );
  const [suite] = resultSchema.parse(JSON.parse(stdout)).suites;
  expect(suite).toMatchObject({
    grader: 'yes-no',
    outcomes: { old: { correct: 1, incorrect: 1, unparseable: 1 }, new: { correct: 3 } },
    extraction: { old: { 'first-word': 2 }, new: { 'first-word': 3 } },
  });
});
