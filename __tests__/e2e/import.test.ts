import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { chatAnswer, question, sendJson, startServer } from '../sampling/fake-server.ts';
import { formatNamed } from '../../src/import/published-formats.ts';
import { PUBLISHED_EXAMPLES } from '../support/published-examples.ts';
import { ALL_OFF, project, read, readResult, treeOf, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';

/* Published files become suites that a check runs, with the built command. */

const SAMPLES = 2;

const suitesSchema = z.object({
  suites: z.tuple([z.record(z.string(), z.string())]),
});

/** The suite's lines in what `import` prints, ready to paste. */
function pasted(stdout: string): string {
  const found = /^suites:\n((?: {2}.*\n)+)/mu.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`no suite in: ${stdout}`);
  expect(suitesSchema.safeParse(parse(`suites:\n${found}`)).success).toBe(true);
  return found;
}

/** The examples by grader, because a check of all of them at once takes long on a busy machine. */
const BY_GRADER = [...Map.groupBy(PUBLISHED_EXAMPLES, ({ format }) => formatNamed(format)?.grader)];

test.each(BY_GRADER)(
  '%s: a right model scores 100% on every published form, a wrong one 0%',
  async (_, examples) => {
    const cwd = project({});
    const suites: string[] = [];
    const answers = new Map<string, { readonly right: string; readonly wrong: string }>();
    for (const [place, { format, file, content, items }] of examples.entries()) {
      const name = `suite-${place}`;
      writeFiles(cwd, { [`published/${place}/${file}`]: content });
      const args = ['import', format, `published/${place}/${file}`, '--out', `evals/${name}.jsonl`];
      const { code, stdout, stderr } = await runCli(args, { cwd });
      expect(code, stderr).toBe(0);
      const suite = pasted(stdout).replace('grader: code\n', 'grader: { type: code, sandbox: wasm }\n');
      suites.push(place === 0 ? suite : suite.replace('role: target', 'role: ood'));
      const written = read(cwd, `evals/${name}.jsonl`).trimEnd().split('\n');
      expect(written).toHaveLength(items.length);
      for (const [at, line] of written.entries()) {
        const { prompt } = z.object({ prompt: z.string() }).parse(JSON.parse(line));
        answers.set(prompt, items[at] ?? { right: '', wrong: '' });
      }
    }
    const server = await startServer((asked, response) => {
      const text = question(asked);
      // The longest prompt that the question contains, because one prompt may be part of another.
      const known = [...answers].filter(([prompt]) => text.includes(prompt));
      const [, completions] = known.toSorted(([a], [b]) => b.length - a.length)[0] ?? [];
      const side = asked.body['model'] === 'model-v2' ? 'right' : 'wrong';
      sendJson(response, 200, chatAnswer(completions?.[side] ?? 'I was not asked this.'));
    });
    writeFiles(cwd, {
      'reversal.yml': `checkpoints: { model: 'model-{version}', base-url: '${server.baseUrl}' }
sampling: { n: ${SAMPLES}, temperature: 0.8, max-tokens: 512 }
suites:
${suites.join('')}${ALL_OFF}
`,
    });
    const pinned = await runCli(['pin'], { cwd });
    expect(pinned.code, pinned.stderr).toBe(0);
    const checked = await runCli(['check', '--old', 'v1', '--new', 'v2'], { cwd });
    expect(checked.code, `${checked.stderr}${checked.stdout}`).toBe(0);
    const result = readResult(join(cwd, '.reversal-check'));
    expect(result.suites).toHaveLength(examples.length);
    for (const { name, outcomes } of result.suites) {
      const samples = SAMPLES * (examples[Number(name.slice('suite-'.length))]?.items.length ?? 0);
      expect({ name, ...outcomes.new }).toMatchObject({
        name,
        correct: samples,
        incorrect: 0,
        unparseable: 0,
      });
      expect({ name, ...outcomes.old }).toMatchObject({
        name,
        correct: 0,
        incorrect: samples,
        unparseable: 0,
      });
    }
  },
);

const ROW = { question: 'How much is 1 + 1?', answer: '1+1=<<1+1=2>>2\n#### 2' };

test('prints what it wrote and left out, the suite, the license and where the data comes from', async () => {
  const cwd = project({
    'test.jsonl': [ROW, { ...ROW, question: 'How much is 2 + 2?', answer: 'Four.' }, ROW, ROW],
  });
  const { code, stdout, stderr } = await runCli(['import', 'gsm8k', 'test.jsonl'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`Wrote evals/gsm8k.jsonl: 1 item from 4 rows of GSM8K.
Left out 3 rows:
  2: the question repeats an earlier row (test.jsonl:3, test.jsonl:4)
  1: the solution has no final answer after #### (test.jsonl:2)
The data has no unique ids, so the ids are hashes of the prompts. An item keeps its id if the file is sorted or split.
The items have 1 group.

Add this suite to reversal.yml. Use the role ood if the model was not trained for this task:

suites:
  - name: gsm8k
    role: target
    items: evals/gsm8k.jsonl
    grader: numeric
    template: "{{prompt}}\\n\\nEnd with \\"The answer is\\" and the number."

License of the data: MIT. Page: https://github.com/openai/grade-school-math. Paper to cite: https://arxiv.org/abs/2110.14168
Check that the license allows your use, above all before you commit the items to a public repository.
Next: reversal-check pin
`);
  const written = read(cwd, 'evals/gsm8k.jsonl');
  expect(JSON.parse(written)).toEqual({
    id: expect.stringMatching(/^gsm8k-[0-9a-f]{16}$/u),
    prompt: ROW.question,
    answer: '2',
    group: '1 step',
  });
  const json = await runCli(['import', 'gsm8k', 'test.jsonl', '--json'], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({
    out: 'evals/gsm8k.jsonl',
    written: false,
    items: 1,
    rows: 4,
    left_out: [{ count: 2 }, { count: 1, places: ['test.jsonl:2'] }],
    suite: { name: 'gsm8k', grader: 'numeric' },
    license: 'MIT',
  });
});

test('replaces no file with other content unless told to, and never the file that it reads', async () => {
  const cwd = project({ 'test.jsonl': [ROW], 'evals/gsm8k.jsonl': 'my own items\n' });
  const refused = await runCli(['import', 'gsm8k', 'test.jsonl'], { cwd });
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain('evals/gsm8k.jsonl: this file exists and has other content');
  expect(read(cwd, 'evals/gsm8k.jsonl')).toBe('my own items\n');
  const forced = await runCli(['import', 'gsm8k', 'test.jsonl', '--force'], { cwd });
  expect(forced.code, forced.stderr).toBe(0);
  expect(read(cwd, 'evals/gsm8k.jsonl')).toContain('"answer":"2"');
  const same = await runCli(['import', 'gsm8k', 'test.jsonl'], { cwd });
  expect(same.stdout).toContain('Kept evals/gsm8k.jsonl, which already has this content: 1 item');
  const itself = ['import', 'gsm8k', 'test.jsonl', '--out', './evals/../test.jsonl', '--force'];
  expect((await runCli(itself, { cwd })).stderr).toContain(
    'the items would replace the file that they are read from',
  );
  expect(treeOf(cwd)).toEqual(['evals/', 'evals/gsm8k.jsonl', 'test.jsonl']);
});

test('other data is imported with templates, and the grader that reads its answers is chosen', async () => {
  const cwd = project({
    'quiz.csv':
      'Question,Key,Level\n"What is 2 + 3, if any?",5,easy\nWhat is 30 + 40?,70,hard\nWhat is left?,,hard\n',
  });
  const quiz = ['import', 'custom', 'quiz.csv', '--out', 'quiz.jsonl', '--prompt', 'Q: {{Question}}'];
  const { code, stdout, stderr } = await runCli([...quiz, '--answer', '{{Key}}', '--group', '{{ Level }}'], {
    cwd,
  });
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('grader: numeric');
  expect(stdout).toContain('1: the field "Key" is missing or empty (quiz.csv:4)');
  expect(
    read(cwd, 'quiz.jsonl')
      .split('\n')
      .slice(0, 2)
      .map((line): unknown => JSON.parse(line)),
  ).toMatchObject([
    { prompt: 'Q: What is 2 + 3, if any?', answer: '5', group: 'easy' },
    { prompt: 'Q: What is 30 + 40?', answer: '70', group: 'hard' },
  ]);
  const open = await runCli([...quiz, '--force'], { cwd });
  expect(open.stdout).toContain('role: open\n    items: quiz.jsonl\n\n');
});

test.each([
  [['import', 'gsm9k', 'test.jsonl'], 'found the format "gsm9k", expected one of gsm8k, math, '],
  [['import', 'custom', 'test.jsonl'], 'found no --prompt, which the format custom needs'],
  [
    ['import', 'custom', 'test.jsonl', '--prompt', 'question'],
    '--prompt: found "question", expected a template',
  ],
  [
    ['import', 'custom', 'test.jsonl', '--prompt', '{{query}}'],
    'test.jsonl: this JSON file has the fields "question", "answer", but the templates name query',
  ],
  [
    ['import', 'gsm8k', 'test.jsonl', '--answer', '{{answer}}'],
    'found --answer, but GSM8K has a known structure',
  ],
  [
    ['import', 'arc', 'test.jsonl'],
    "this is GSM8K's published form, expected ARC\n  Import it as such: reversal-check import gsm8k test.jsonl",
  ],
  [['import', 'gsm8k', 'missing.jsonl'], 'missing.jsonl: there is no such file'],
  [['import', 'gsm8k', '.'], '.: this is a folder, expected a file'],
  [
    ['import', 'gsm8k', 'test.jsonl', '--out', 'test.jsonl/x.jsonl'],
    'test.jsonl/x.jsonl: cannot write this file',
  ],
])('%j is refused with the reason', async (args, reason) => {
  const cwd = project({ 'test.jsonl': [ROW] });
  const { code, stdout, stderr } = await runCli(args, { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(reason);
  expect(treeOf(cwd)).toEqual(['test.jsonl']);
});
