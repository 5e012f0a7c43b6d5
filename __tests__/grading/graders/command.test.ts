import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { GraderError } from '../../../src/errors.ts';
import type { GradableItem, Grader } from '../../../src/grading/grader.ts';
import { runKnownAnswers } from '../../../src/grading/known-answers/known-answers.ts';
import { graderFilesOf, graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { isAlive, until } from '../../support/served/processes.ts';

const SECRET = 'planted-in-the-environment';

/** A grader that does what each text says. It records its starts, and the processes that it started, in the file it is given. */
const SCRIPT = `
import { appendFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
const [notes] = process.argv.slice(2);
appendFileSync(notes, 'start ' + process.pid + '\\n');
const say = (value) => console.log(typeof value === 'string' ? value : JSON.stringify(value));
let times = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const { item, text } = JSON.parse(line);
  times += 1;
  if (text === 'die') { console.error('Traceback: out of memory'); process.exit(3); }
  else if (text === 'die once') { if (times > 1) process.exit(1); say({ outcome: 'correct', reason: 'second try' }); }
  else if (text === 'hang') await new Promise(() => setInterval(() => {}, 1000));
  else if (text === 'garbage') say('Loading model...');
  else if (text === 'wrong key') say({ outcome: 'correct', anwser: '4' });
  else if (text === 'wrong outcome') say({ outcome: 'right' });
  else if (text === 'two') { say({ outcome: 'correct' }); say({ outcome: 'correct' }); }
  else if (text === 'huge') { for (let part = 0; part < 100; part += 1) process.stdout.write('x'.repeat(1e6)); say(''); }
  else if (text === 'no grade') say({ outcome: 'failed', reason: 'the checker is down' });
  else if (text === 'close its output') { process.stdout.end(); }
  else if (text === 'family') {
    const { pid } = spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' });
    appendFileSync(notes, 'family ' + pid + '\\n'); say({ outcome: 'correct' });
  }
  else if (text === 'environment') say({ outcome: 'correct', reason: JSON.stringify(process.env) });
  else if (text === 'place') say({ outcome: 'correct', reason: process.cwd() });
  else say({ outcome: text === item.answer ? 'correct' : 'incorrect', answer: text, key: item.meta?.way });
}
`;

const KNOWN = [
  { text: '4', answer: '4', expected: 'correct' },
  { text: '5', answer: '4', expected: 'incorrect' },
] as const;
const ITEM: GradableItem = { id: 'a', prompt: '2 + 2?', answer: '4', meta: { way: 'sum' } };

interface Setting {
  readonly grader: Grader;
  readonly grade: (text: string) => Promise<unknown>;
  /** Ids of the processes that it started, and of their children. */
  readonly pids: (what: 'start' | 'family') => readonly number[];
}

function setting(
  options: Readonly<Record<string, unknown>> = {},
  { script = SCRIPT, signal = new AbortController().signal } = {},
): Setting {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-command-'));
  const notes = join(folder, 'notes');
  writeFileSync(notes, '');
  const spec = graderSpecSchema.parse({
    type: 'command',
    command: [process.execPath, 'graders/grade.mjs', notes],
    files: ['graders/grade.mjs'],
    known: KNOWN,
    ...options,
  });
  const files = new Map(graderFilesOf(spec).map((path) => [path, Buffer.from(script)]));
  const env = {
    PATH: process.env['PATH'],
    GITHUB_TOKEN: SECRET,
    ACTIONS_X: SECRET,
    MY_KEY: SECRET,
    PLAIN: SECRET,
  };
  const grader = createGrader(spec, { env, signal, headIsTrusted: true, files });
  onTestFinished(async () => {
    await grader.close?.().catch(() => undefined);
    rmSync(folder, { recursive: true });
  });
  return {
    grader,
    grade: async (text) => grader.grade(text, ITEM),
    pids: (what) =>
      readFileSync(notes, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(what))
        .map((line) => Number(line.slice(what.length))),
  };
}

test('uses one process, started once and ended with the grader, and one line per sample', async () => {
  const { grader, grade, pids } = setting();
  const grades = await Promise.all(['4', '5', '4', 'a\nb\u2028"}'].map(grade));
  expect(grades).toEqual([
    { outcome: 'correct', answer: '4', key: 'sum' },
    { outcome: 'incorrect', answer: '5', key: 'sum' },
    { outcome: 'correct', answer: '4', key: 'sum' },
    { outcome: 'incorrect', answer: 'a\nb\u2028"}', key: 'sum' },
  ]);
  expect(pids('start')).toHaveLength(1);
  expect(await grade('family')).toEqual({ outcome: 'correct' });
  await grader.close?.();
  expect([...pids('start'), ...pids('family')].filter(isAlive)).toEqual([]);
});

test('uses several processes if configured', async () => {
  const { grade, pids } = setting({ processes: 2 });
  await Promise.all(Array.from({ length: 6 }, () => grade('4')));
  expect(pids('start')).toHaveLength(2);
});

test('runs in a new folder with its files, deleted at the end; its environment has no secret and nothing of the runner', async () => {
  const { grader, grade } = setting();
  const { reason: seen } = (await grade('environment')) as { reason: string };
  expect(seen).toContain('"PATH"');
  expect(seen).not.toContain(SECRET);
  const { reason: folder } = (await grade('place')) as { reason: string };
  expect(existsSync(join(folder, 'graders/grade.mjs'))).toBe(true);
  await grader.close?.();
  expect(existsSync(folder)).toBe(false);
});

describe('errors that fail a single sample', () => {
  test.each([
    ['die', 'ended: exit code 3; its last output on standard error: Traceback: out of memory', 2],
    ['hang', 'took longer than 0.3 s', 1],
    ['close its output', 'took longer than 0.3 s', 1],
    ['huge', 'wrote a line of more than 1048576 bytes', 1],
    ['garbage', 'wrote "Loading model...", expected a line of JSON such as {"outcome": "correct"}', 1],
    [
      'wrong key',
      'wrote "{\\"outcome\\":\\"correct\\",\\"anwser\\":\\"4\\"}": Unrecognized key: "anwser"',
      1,
    ],
    ['wrong outcome', 'wrote "{\\"outcome\\":\\"right\\"}": outcome: Invalid option', 1],
  ])('%s', async (text, reason, starts) => {
    const { grade, pids } = setting({ timeout: text === 'huge' ? 30 : 0.3 });
    await grade('4');
    await expect(grade(text)).rejects.toThrow(reason);
    expect(await grade('4')).toMatchObject({ outcome: 'correct' });
    expect(pids('start')).toHaveLength(1 + starts);
    expect(pids('start').filter(isAlive)).toHaveLength(1);
  });

  test('continues after the program reports an error itself', async () => {
    const { grade, pids } = setting();
    await expect(grade('no grade')).rejects.toThrow('the checker is down');
    expect(await grade('4')).toMatchObject({ outcome: 'correct' });
    expect(pids('start')).toHaveLength(1);
  });

  test('restarts a program that ended, and grades the sample at the second try', async () => {
    const { grade, pids } = setting();
    await grade('4');
    expect(await grade('die once')).toEqual({ outcome: 'correct', reason: 'second try' });
    expect(pids('start')).toHaveLength(2);
  });
});

describe('errors that end the run', () => {
  test('a line too many: no line is used as the grade of another sample', async () => {
    const { grader, grade } = setting();
    await grade('two').catch(() => undefined);
    await grade('5').catch(() => undefined);
    await expect(grader.close?.()).rejects.toThrow('more lines than it was given');
  });

  test('no grade for twenty samples in a row', async () => {
    const { grade } = setting({ processes: 4 });
    const ends = await Promise.allSettled(Array.from({ length: 24 }, () => grade('no grade')));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    await expect(grade('4')).rejects.toThrow(
      /^grader command: it failed on the last 20 samples\. The last error: .*checker is down/,
    );
  });

  test('a stopped run leaves nothing behind', async () => {
    const stop = new AbortController();
    const { grade, pids } = setting({}, { signal: stop.signal });
    await grade('family');
    const hanging = grade('hang').catch((error: unknown) => error);
    stop.abort();
    expect(await hanging).toBeInstanceOf(GraderError);
    await until('all are gone', () => ![...pids('start'), ...pids('family')].some(isAlive));
    await expect(grade('4')).rejects.toThrow('grading was interrupted');
  });
});

describe('its known answers', () => {
  const spec = (options: object) =>
    graderSpecSchema.safeParse({ type: 'command', command: ['/bin/sh'], known: KNOWN, ...options });

  test('need a right and a wrong one', () => {
    expect(spec({ known: [KNOWN[0]] }).error?.issues.map(({ message }) => message)).toEqual([
      'Expected at least one case that is correct and at least one that is not',
    ]);
  });

  test.each(['../up.py', '/etc/passwd', 'a/../../b', '', './a', 'a\\b'])(
    'accepts no file outside: %s',
    (file) => {
      expect(spec({ files: [file] }).success).toBe(false);
    },
  );

  test.each([
    ['a program that is not there', ['no-such-program'], 'cannot find the program no-such-program'],
    [
      'one that ends',
      ['/bin/sh', '-c', 'echo broken >&2; exit 7'],
      'exit code 7; its last output on standard error: broken',
    ],
    [
      'one that grades wrongly',
      ['/bin/sh', '-c', `while read l; do echo '{"outcome":"correct"}'; done`],
      'found the outcome correct, expected incorrect',
    ],
  ])('%s', async (_, command, what) => {
    const parsed = graderSpecSchema.parse({ type: 'command', command, known: KNOWN });
    const edges = {
      env: { PATH: process.env['PATH'] },
      signal: new AbortController().signal,
      headIsTrusted: true,
    };
    const error: unknown = await runKnownAnswers(parsed, edges).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GraderError);
    expect(String(error)).toContain(what);
  });
});
