import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { resultSchema } from '../../src/result/result.ts';

const root = join(import.meta.dirname, '../..');

/** The sources with the grader of CONTRIBUTING.md: its two files, and its name in both lists. */
function withNewGrader(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-grader-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [declaration = '', definition = ''] = [...contributing.matchAll(/```ts\n(import [\s\S]*?)```/gu)].map(
    ([, source = '']) => source,
  );
  const listed = (file: string, list: string, from: string): void => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(list);
    writeFileSync(
      join(folder, file),
      `import { yesNo } from '${from}';\n${text.replace(list, `${list}${list.endsWith('{') ? " 'yes-no': yesNo," : ' yesNo,'}`)}`,
    );
  };
  writeFileSync(join(folder, 'src/config/graders/yes-no.ts'), declaration);
  listed('src/config/graders/graders.ts', 'const declarations = [', './yes-no.ts');
  writeFileSync(join(folder, 'src/grading/graders/yes-no.ts'), definition);
  listed('src/grading/registry.ts', 'GraderDefinition<Name> } = {', './graders/yes-no.ts');
  return folder;
}

const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
const generations = (texts: readonly string[]): string =>
  lines(texts.map((text, place) => ({ suite: 'polls', id: `q${place}`, index: 0, text })));

test('the grader of CONTRIBUTING.md is two files, each named in a list', { timeout: 300_000 }, async () => {
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
