import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hasTestData, TEST_DATA, testData } from '../__tests__/support/test-data.ts';
import type { GradableItem, Grade } from '../src/grading/grader.ts';
import { readCodeTask } from '../src/grading/python/code-task.ts';
import { callsLoad, mbppLoad, shownGrades } from './code-calls.ts';
import { createGrader } from '../src/grading/registry.ts';

/*
 * Grades the real completions of 164 programming problems with the grader and with python3, each program in its own process, and
 * prints how many grades agree, which do not, and how many completions per second the grader handles.
 * `--every 100` takes every hundredth completion, `--from 7` the eighth of each hundred. Then it grades items of 300 calls each,
 * as many as HumanEval+ and MBPP+ sometimes have (`--calls`). `--mbpp FILE` grades the references of MBPP instead, from its
 * `mbpp.jsonl`.
 */

const LEAST_AGREEMENT = 0.9997;
const LEAST_RATE = 100;
const LEAST_CALLS = 2000;

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    timeout: { type: 'string', default: '10' },
    calls: { type: 'string', default: '300' },
    mbpp: { type: 'string' },
  },
});
const timeout = Number(values.timeout);
const data = (name: string): string => testData(`humaneval-codegen/${name}`);
const lines = (name: string): string[] => readFileSync(data(name), 'utf8').trimEnd().split('\n');

interface Completion {
  readonly name: string;
  readonly text: string;
  readonly item: {
    readonly id: string;
    readonly prompt: string;
    readonly answer: undefined;
    readonly meta: unknown;
  };
}

function completions(): readonly Completion[] {
  const items = new Map(
    lines('humaneval.jsonl').map((line) => {
      const { id, prompt, meta } = JSON.parse(line);
      return [id, { id, prompt, answer: undefined, meta }] as const;
    }),
  );
  return lines('generations-codegen-16b.jsonl')
    .filter((_, place) => place % Number(values.every) === Number(values.from))
    .map((line) => {
      const { id, index, text } = JSON.parse(line);
      const item = items.get(id);
      if (item === undefined) throw new Error(`no item ${id}`);
      return { name: `${id}/${index}`, text, item };
    });
}

/** CPython's result for each: the prompt, the completion and the tests as one program. */
async function referenceLabels(all: readonly Completion[]): Promise<readonly boolean[]> {
  const script = fileURLToPath(new URL('code-reference.py', import.meta.url));
  const python = spawn('python3', [script, String(timeout), String(availableParallelism())], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for (const { item, text: completion } of all) {
    const task = readCodeTask(item);
    if (typeof task === 'string') throw new Error(task);
    python.stdin.write(`${JSON.stringify(`${item.prompt}${completion}\n${task.tests}`)}\n`);
  }
  python.stdin.end();
  return (await text(python.stdout))
    .trimEnd()
    .split('\n')
    .map((label) => label === '1');
}

async function gradeAll(
  all: readonly { readonly text: string; readonly item: GradableItem }[],
): Promise<{ grades: readonly Grade[]; seconds: number }> {
  const grader = createGrader(
    { type: 'code', sandbox: 'wasm', python: 'python3', timeout, memory: 512 },
    { env: process.env, signal: new AbortController().signal, headIsTrusted: true },
  );
  try {
    // Start the sandbox before the measurement, because starting takes seconds.
    await Promise.all(
      all.slice(0, availableParallelism()).map(async ({ item }) => grader.grade('x = 1', item)),
    );
    const began = performance.now();
    const grades = await Promise.all(
      all.map(async ({ text: completion, item }) => grader.grade(completion, item)),
    );
    return { grades, seconds: (performance.now() - began) / 1000 };
  } finally {
    await grader.close?.();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function isCorrect({ outcome }: Grade): boolean {
  return outcome === 'correct';
}

async function benchCompletions(): Promise<void> {
  const all = completions();
  const { grades, seconds } = await gradeAll(all);
  const labels = await referenceLabels(all);
  let same = 0;
  let late = 0;
  all.forEach(({ name }, place) => {
    const { outcome, reason = '' } = grades[place] ?? { outcome: 'unparseable' };
    if (reason.startsWith('took longer')) late += 1;
    if ((outcome === 'correct') === labels[place]) same += 1;
    else
      print(
        `${name}: python3 ${labels[place] === true ? 'passes' : 'fails'}, graded ${outcome}${reason && `, ${reason}`}`,
      );
  });
  const rate = (all.length - late) / (seconds - (late * timeout) / availableParallelism());
  print(`${same} of ${all.length} labels as python3 has them: ${((100 * same) / all.length).toFixed(3)}%`);
  print(
    `${late} took longer than ${timeout} s; the others ${rate.toFixed(0)} a second on ${availableParallelism()} processors (${seconds.toFixed(0)} s in all)`,
  );
  if (same < LEAST_AGREEMENT * all.length || rate < LEAST_RATE) process.exitCode = 1;
}

async function benchCalls(calls: number): Promise<void> {
  const load = callsLoad(calls);
  const { grades, seconds } = await gradeAll(load);
  for (const line of shownGrades(load, grades)) print(line);
  const rate = (load.length * calls) / seconds;
  print(
    `items of ${calls} calls: ${(load.length / seconds).toFixed(1)} a second, ${rate.toFixed(0)} calls a second`,
  );
  if (!grades.every(isCorrect) || rate < LEAST_CALLS) process.exitCode = 1;
}

async function benchMbpp(file: string): Promise<void> {
  const load = mbppLoad(readFileSync(file, 'utf8').trimEnd().split('\n'));
  const { grades, seconds } = await gradeAll(load);
  for (const line of shownGrades(load, grades)) print(line);
  print(`${(load.length / seconds).toFixed(0)} a second`);
  if (!grades.every(isCorrect)) process.exitCode = 1;
}

if (values.mbpp !== undefined) {
  await benchMbpp(values.mbpp);
} else {
  if (hasTestData) await benchCompletions();
  else print(`Skipped the completions of HumanEval: ${TEST_DATA} does not exist; npm run test:data gets it.`);
  await benchCalls(Number(values.calls));
}
