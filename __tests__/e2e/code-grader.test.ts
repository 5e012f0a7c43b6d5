import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALL_OFF, project, read, readResult } from './project.ts';
import { runInProcess } from './run-cli.ts';

const ITEMS = 6;
const SECRET = 'planted-in-the-environment';

/** Completions of a function that adds a number: right, wrong, hostile, and without a program. */
const RIGHT = (place: number): string => `def f(x):\n    return x + ${place}\n`;
const COMPLETIONS = [
  RIGHT,
  (place: number): string =>
    `Sure.\n\`\`\`python\ndef f(value: int) -> int:\n    return value + ${place}\n\`\`\``,
  (): string => 'def f(x):\n    return 0.5\n',
  (): string => 'import os\nraise SystemExit(dict(os.environ))',
  (): string => 'I would rather not.',
];

const suite = (sandbox: string): string => `suites:
  - { name: adding, role: target, items: items.jsonl, grader: { type: code, sandbox: ${sandbox} } }
${ALL_OFF}
`;

function files(sandbox: string): string {
  const items = Array.from({ length: ITEMS }, (_, place) => ({
    id: `add-${place}`,
    prompt: `Write a function f that adds ${place}.`,
    meta: { test_list: [`assert f(1) == ${place + 1}`] },
  }));
  const generations = items.flatMap(({ id }, place) =>
    COMPLETIONS.map((completion, index) => ({ suite: 'adding', id, index, text: completion(place) })),
  );
  return project({
    'reversal.yml': suite(sandbox),
    'items.jsonl': items,
    'old.jsonl': generations,
    'new.jsonl': generations,
  });
}

test('the bundle grades programs in its own sandbox', async () => {
  const folder = files('wasm');
  const { code, stdout, stderr } = await runInProcess(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], {
    cwd: folder,
    env: { PLANTED_SECRET: SECRET },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  const [outcomes] = readResult(join(folder, 'out')).suites.map(({ outcomes: { old } }) => old);
  expect(outcomes).toMatchObject({
    correct: 2 * ITEMS,
    incorrect: 2 * ITEMS,
    unparseable: ITEMS,
    failed: 0,
  });
  const graded = read(folder, 'out', 'graded.jsonl');
  expect(graded).toContain('"rule":"fenced"');
  expect(graded).toContain('"reason":"raised SystemExit in the program"');
  expect(`${graded}${stdout}${stderr}`).not.toContain(SECRET);
});

test('without a namespace it grades nothing unless the user accepted that, and plan executes nothing', async () => {
  const folder = files('auto');
  const env = { PATH: '/nowhere' };
  const plan = await runInProcess(['plan'], { cwd: folder, env });
  const compare = await runInProcess(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], {
    cwd: folder,
    env,
  });
  expect(plan.stderr).not.toContain('namespace');
  expect(compare.code).toBe(2);
  expect(compare.stderr).toContain('{ type: code, sandbox: wasm }');
});
