import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_OFF, project, read, readResult } from './project.ts';
import { runInProcess } from './run-cli.ts';

const generations = (texts: readonly string[]): readonly unknown[] =>
  texts.map((text, place) => ({ suite: 'algebra', id: `q${place}`, index: 0, text }));

test('the package grades mathematics in its own worker; an answer that hangs it costs only its time limit', async () => {
  const answers = ['\\frac{1}{2}', '2\\sqrt{3}', 'x^2-4', '[0, 1)'];
  const folder = project({
    'reversal.yml': `suites: [{ name: algebra, role: target, items: items.jsonl, grader: math }]\n${ALL_OFF}\n`,
    'items.jsonl': answers.map((answer, place) => ({ id: `q${place}`, prompt: `Question ${place}`, answer })),
    'old.jsonl': generations([
      '\\boxed{0.5}',
      `\\boxed{${'\\int '.repeat(30)}x}`,
      '\\boxed{(x-2)(x-2)}',
      'It begins at 0 and ends before 1.',
    ]),
    'new.jsonl': generations([
      '\\boxed{0.5}',
      '\\fbox{$\\sqrt{12}$}',
      'The final answer is $(x-2)(x+2)$.',
      '\\boxed{[0,1)}',
    ]),
  });
  const { stderr } = await runInProcess(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], {
    cwd: folder,
  });
  const [suite] = readResult(join(folder, 'out')).suites;
  expect(suite?.outcomes, stderr).toMatchObject({
    old: { correct: 1, incorrect: 1, unparseable: 2 },
    new: { correct: 4 },
  });
  expect(suite?.extraction).toEqual({ old: { boxed: 3 }, new: { boxed: 3, 'answer-marker': 1 } });
  const graded = read(folder, 'out/graded.jsonl');
  expect(graded).toContain('cannot be compared: no result within 1500 ms');
});
