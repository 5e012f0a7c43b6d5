import { isMeantAsCode, MAX_LENGTH } from '../python/meant-as-code.ts';
import { readCodeTask } from '../python/code-task.ts';
import type { GraderOptions } from '../../config/graders/graders.ts';
import type { Grade, GraderDefinition, GradingEdges } from '../grader.ts';
import type { Run } from '../python/messages.ts';
import type { NativeSandbox } from '../python/native-sandbox.ts';
import type { Labelled, Sandbox } from '../python/sandbox.ts';

type Options = GraderOptions<'code'>;

/**
 * Appended to the rule if the tests use objects created by the program, so that the report counts these grades
 * separately.
 */
const WITH_OBJECTS = ', with objects';

const add = { test_list: ['assert add(1, 2) == 3', 'assert add(-1, 1) == 0'] };
const addOne = {
  prompt: 'def add_one(x: int) -> int:\n    """One more."""\n',
  test: 'def check(candidate):\n    assert candidate(1) == 2\n',
  entry_point: 'add_one',
};

/** Opens the sandbox that the options select. The code that runs programs is loaded only when needed. */
async function openSandbox(options: Options, edges: GradingEdges): Promise<Sandbox | NativeSandbox> {
  const { sandbox, timeout, memory } = options;
  if (sandbox === 'native') return openNative(options, edges);
  const [{ Sandbox }, { outerWall, withoutWall }] = await Promise.all([
    import('../python/sandbox.ts'),
    import('../python/wall.ts'),
  ]);
  const wall = await outerWall(edges.env['PATH']);
  if (wall === undefined && sandbox !== 'wasm') throw withoutWall();
  return new Sandbox({ wall, memoryMebibytes: memory, timeoutMs: timeout * 1000, signal: edges.signal });
}

async function openNative({ python, timeout, memory }: Options, edges: GradingEdges): Promise<NativeSandbox> {
  const [{ NativeSandbox, nativeCommand }, { outerWall, withoutBubblewrap }] = await Promise.all([
    import('../python/native-sandbox.ts'),
    import('../python/wall.ts'),
  ]);
  const path = edges.env['PATH'];
  const wall = await outerWall(path, 'bubblewrap');
  if (wall === undefined) throw withoutBubblewrap();
  const command = await nativeCommand(python, { wall, path });
  return new NativeSandbox({
    command,
    memoryMebibytes: memory,
    timeoutMs: timeout * 1000,
    signal: edges.signal,
  });
}

function reasonOf(label: Extract<Labelled, string>, timeout: number): string {
  return label === 'timeout' ? `took longer than ${timeout} s` : 'crashed the sandbox';
}

function failureOf({ reason, during, lacked }: Extract<Run, { end: 'failed' }>): string {
  const missing = lacked === undefined ? '' : `, because the sandbox does not have ${lacked}`;
  return `${reason} in the ${during}${missing}`;
}

/**
 * Grades Python programs by running their item's tests. The model's code is treated as hostile. It runs in CPython
 * built for WebAssembly, which has no access to files, network, processes or JavaScript. CPython runs in a child
 * process without environment variables or privileges, inside a namespace if the machine can create one. The tests run
 * in a separate interpreter and see only the values that the program's functions return. A program that exits or
 * exhausts its interpreter is incorrect; the next program gets a new interpreter.
 */
export const code: GraderDefinition<'code'> = {
  create(options, edges) {
    let opened: Promise<Sandbox | NativeSandbox> | undefined;
    return {
      checkItem(item) {
        const task = readCodeTask(item);
        return typeof task === 'string' ? task : undefined;
      },
      async grade(text, item): Promise<Grade> {
        const task = readCodeTask(item);
        if (typeof task === 'string') throw new Error(task);
        if (text.length > MAX_LENGTH) {
          return { outcome: 'incorrect', reason: `the completion is longer than ${MAX_LENGTH} characters` };
        }
        if (text.trim() === '') return { outcome: 'unparseable' };
        opened ??= openSandbox(options, edges);
        const label = await (await opened).label({ text, ...task });
        if (typeof label === 'string') {
          return { outcome: 'incorrect', reason: reasonOf(label, options.timeout) };
        }
        const { rule, key, run, objects } = label;
        if (run === undefined) {
          return isMeantAsCode(text)
            ? { outcome: 'incorrect', reason: 'not a valid Python program' }
            : { outcome: 'unparseable' };
        }
        return {
          outcome: run.end === 'returned' ? 'correct' : 'incorrect',
          ...(key === undefined ? {} : { answer: key, key }),
          ...(run.end === 'returned' ? {} : { reason: failureOf(run) }),
          ...(rule === undefined ? {} : { rule: `${rule}${objects === true ? WITH_OBJECTS : ''}` }),
        };
      },
      async close() {
        await (await opened?.catch(() => undefined))?.close();
      },
    };
  },
  knownAnswerOptions: ({ sandbox, python, memory }) => ({ sandbox, python, memory }),
  knownAnswers: [
    { text: 'def add(a, b):\n    return a + b', answer: '', meta: add, expected: 'correct' },
    {
      text: 'Sure:\n```python\ndef add(a, b):\n    return a + b\n```\n',
      answer: '',
      meta: add,
      expected: 'correct',
    },
    { text: 'def add(a, b):\n    return a - b', answer: '', meta: add, expected: 'incorrect' },
    { text: 'import sys\nsys.exit(0)', answer: '', meta: add, expected: 'incorrect' },
    { text: 'import os\nos._exit(0)', answer: '', meta: add, expected: 'incorrect' },
    { text: 'print("passed")\nraise SystemExit', answer: '', meta: add, expected: 'incorrect' },
    { text: 'I cannot help with that.', answer: '', meta: add, expected: 'unparseable' },
    { text: '    return x + 1\n', answer: '', meta: addOne, expected: 'correct' },
    { text: '    return x\n', answer: '', meta: addOne, expected: 'incorrect' },
  ],
};
