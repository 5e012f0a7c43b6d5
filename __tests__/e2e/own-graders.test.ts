import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelFiles, type Scene, scene, useModels } from './model-repository.ts';
import { items, modelYaml } from '../support/model-files.ts';
import { pinned } from './pinned.ts';
import { ALL_OFF, project, read, readResult, root, temporaryFolder } from './project.ts';
import { pullRequestEvent } from './run-action.ts';
import { runInProcess } from './run-cli.ts';

/* Custom graders, with the built command and in a job: the version that the base pinned runs, and nothing runs for a fork. */

useModels();

const SECRET = 'ghs_plantedTokenThatNobodyMaySee';

/** A grader that leaves a file behind and accepts any number. */
const grader = (left: string, found = 'correct'): string => `
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
appendFileSync(${JSON.stringify(left)}, JSON.stringify(process.env));
for await (const line of createInterface({ input: process.stdin })) {
  const { item, text } = JSON.parse(line);
  const right = text.trimEnd().endsWith(item.answer);
  console.log(JSON.stringify({ outcome: right ? ${JSON.stringify(found)} : 'incorrect', rule: 'end', key: 'own' }));
}`;

const KNOWN = `[{ text: "It is 4", answer: "4", expected: correct }, { text: "It is 5", answer: "4", expected: incorrect }]`;
const COMMAND = `{ type: command, command: [${JSON.stringify(process.execPath)}, graders/grade.mjs], files: [graders/grade.mjs], known: ${KNOWN} }`;

const configuration = (spec: string, more = ''): string => `checkpoints:
  file: model.yaml
  version: /serving/revision
  model: simulated-{version}
${more === '' ? '  base-url-env: INFERENCE_BASE_URL\n  api-key-env: INFERENCE_API_KEY' : more}
sampling: { n: 2, n-per-request: 1, temperature: 0.8, max-tokens: 512, seed: 1 }
suites: [{ name: word-problems, role: target, items: evals/word-problems.jsonl, grader: ${spec} }]
${ALL_OFF}
`;

describe('the command', () => {
  const length = (answer: string) => ({ id: answer, prompt: 'How far?', answer });
  const generations = (texts: readonly string[]) =>
    texts.map((text, index) => ({ suite: 'lengths', id: '12 km', index, text }));

  test("grades with the examples' Python grader, which its lock pins", async () => {
    const folder = project({
      'reversal.yml': `suites:
  - name: lengths
    role: target
    items: items.jsonl
    grader:
      type: command
      command: [python3, units.py]
      files: [units.py]
      known:
        - { text: It is 1 km., answer: 1000 m, expected: correct }
        - { text: It is 1 m., answer: 1000 m, expected: incorrect }
        - { text: It is far., answer: 1000 m, expected: unparseable }
${ALL_OFF}
`,
      'units.py': read(root, 'examples/graders/units.py'),
      'items.jsonl': [length('12 km')],
      'old.jsonl': generations(['It is 12,000 m.', '12 m']),
      'new.jsonl': generations(['About 12.0 km', 'far\u2028 away']),
    });
    expect((await runInProcess(['pin'], { cwd: folder })).code).toBe(0);
    expect(read(folder, 'reversal.lock')).toMatch(/"units\.py": "sha256:[0-9a-f]{64}"/);
    const run = await runInProcess(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], { cwd: folder });
    expect(run.code, run.stderr).toBe(0);
    expect(readResult(join(folder, 'out')).suites[0]?.outcomes).toMatchObject({
      old: { correct: 1, incorrect: 1, unparseable: 0, failed: 0 },
      new: { correct: 1, incorrect: 0, unparseable: 1, failed: 0 },
    });
  });

  test('grades with a module', async () => {
    const folder = project({
      'reversal.yml': `suites: [{ name: lengths, role: target, items: items.jsonl, grader: { type: module, file: own.ts, known: ${KNOWN} } }]\n${ALL_OFF}\n`,
      'own.ts': `export default ({ item, text }: { item: { answer: string }; text: string }) =>
        ({ outcome: text.endsWith(item.answer) ? 'correct' : 'incorrect', key: 'own' });`,
      'items.jsonl': [length('12 km')],
      'old.jsonl': generations(['12 km', '12 m']),
      'new.jsonl': generations(['12 km', '12 km']),
    });
    const run = await runInProcess(['compare', 'old.jsonl', 'new.jsonl', '--out', 'out'], {
      cwd: folder,
      env: { GITHUB_TOKEN: SECRET },
    });
    expect(run.code, run.stderr).toBe(0);
    expect(readResult(join(folder, 'out')).suites[0]?.outcomes.new).toMatchObject({ correct: 2, failed: 0 });
  });
});

describe('a job', () => {
  const base = join(temporaryFolder(afterAll), 'left-by-the-base');
  const planted = `${base}-planted`;
  let lock = '';
  const files = (): Record<string, string> => ({
    'reversal.yml': configuration(COMMAND),
    'graders/grade.mjs': grader(base),
    'evals/word-problems.jsonl': items,
  });
  beforeAll(async () => {
    lock = await pinned(files(), afterAll);
  });

  /** A pull request that changes the version and adds its own grader, configuration and server. */
  const plantedScene = (): Promise<Scene> =>
    scene(
      {
        'model.yaml': modelYaml('v2'),
        'graders/grade.mjs': grader(planted),
        'graders/mine.ts': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(planted)}, '');`,
        'reversal.yml': configuration(
          `{ type: module, file: graders/mine.ts, known: ${KNOWN} }`,
          `  serve: { command: [touch, ${JSON.stringify(planted)}, "{port}"] }`,
        ),
      },
      { ...modelFiles(), ...files(), 'reversal.lock': lock },
    );

  test('is graded by the base’s files, in a process that gets no token', async () => {
    const { run } = await plantedScene();
    const { code, log, summary } = await run({ env: { ACTIONS_RUNTIME_TOKEN: SECRET } });
    expect(code, log).toBe(0);
    expect(summary).toContain('word-problems');
    expect(existsSync(planted)).toBe(false);
    expect(read(base)).toContain('"PATH"');
    expect(read(base)).not.toMatch(/GITHUB_|ACTIONS_|INPUT_|INFERENCE_|planted/);
  });

  test('does not match its lock if a file of the grader changed', async () => {
    const { run } = await scene(
      { 'model.yaml': modelYaml('v2') },
      { ...modelFiles(), ...files(), 'graders/grade.mjs': `${grader(planted)}\n`, 'reversal.lock': lock },
    );
    const { code, log } = await run();
    expect(code).toBe(2);
    expect(log).toContain('suite word-problems: grader file graders/grade.mjs: pinned "sha256:');
    expect(existsSync(planted)).toBe(false);
  });

  test('runs nothing for a fork, on its own event or when a maintainer measures it', async () => {
    const { repository, github, run } = await plantedScene();
    const event = pullRequestEvent(repository, { from: 'stranger/models' });
    const own = await run({ event, env: { INFERENCE_API_KEY: '' }, token: 'ghs_readOnly' });
    expect(own.outputs).toMatchObject({ verdict: 'invalid' });
    github.state.pulls.set(7, {
      number: 7,
      head: { sha: repository.head('topic'), ref: 'topic', repository: 'stranger/models' },
      base: { sha: repository.head('main'), ref: 'main' },
      mergeCommit: event.commit,
      state: 'open',
    });
    const before = read(base);
    const { code, log } = await run({
      event: { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} },
      inputs: { pr: '7' },
    });
    expect(code, log).toBe(2);
    expect(log).toContain('the grader command of suite word-problems runs a program on this machine');
    expect(existsSync(planted)).toBe(false);
    expect(read(base)).toBe(before);
  });

  test.each([
    [
      'a module',
      (left: string) => ({
        spec: `{ type: module, file: graders/mine.mjs, known: ${KNOWN} }`,
        'graders/mine.mjs': `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(left)}, '');`,
      }),
    ],
    [
      'a native sandbox',
      (left: string) => {
        const python = join(temporaryFolder(), 'python');
        writeFileSync(python, `#!/bin/sh\ntouch '${left}'\n`, { mode: 0o755 });
        const task = { id: 'q', prompt: 'Write f.', meta: { test_list: ['assert f(1) == 2'] } };
        return {
          spec: `{ type: code, sandbox: native, python: ${python} }`,
          'evals/word-problems.jsonl': `${JSON.stringify(task)}\n`,
        };
      },
    ],
  ])('does not start %s of the base for a fork either, by its event or by hand', async (_, planting) => {
    const left = join(temporaryFolder(), 'left');
    const { spec, ...more } = planting(left);
    const all = { 'evals/word-problems.jsonl': items, ...more, 'reversal.yml': configuration(spec) };
    const { repository, github, run } = await scene(
      { 'model.yaml': modelYaml('v2') },
      { ...all, 'model.yaml': modelYaml('v1'), 'reversal.lock': await pinned(all) },
    );
    const event = pullRequestEvent(repository, { from: 'stranger/models' });
    expect((await run({ event, token: 'ghs_readOnly' })).outputs).toMatchObject({ verdict: 'invalid' });
    github.state.pulls.set(7, {
      number: 7,
      head: { sha: repository.head('topic'), ref: 'topic', repository: 'stranger/models' },
      base: { sha: repository.head('main'), ref: 'main' },
      mergeCommit: event.commit,
      state: 'open',
    });
    const { code, log } = await run({
      event: { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} },
      inputs: { pr: '7' },
    });
    expect(code, log).toBe(2);
    expect(log).toContain('of suite word-problems runs a program on this machine');
    expect(existsSync(left)).toBe(false);
  });

  test('runs nothing if a pull request adds the configuration', async () => {
    const { 'model.yaml': _, 'reversal.yml': __, 'reversal.lock': ___, ...rest } = modelFiles();
    const { run } = await scene(
      {
        'model.yaml': modelYaml('v2'),
        'reversal.yml': configuration(COMMAND),
        'graders/grade.mjs': grader(planted),
        'reversal.lock': lock,
      },
      rest,
    );
    const { code, outputs, log } = await run();
    expect(outputs['verdict'], log).toBe('skipped');
    expect(code).toBe(0);
    expect(existsSync(planted)).toBe(false);
  });
});
