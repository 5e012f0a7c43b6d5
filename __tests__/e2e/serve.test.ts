import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAlive, pidsIn, until } from '../support/served/processes.ts';
import { type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { pinned } from './pinned.ts';
import { ALL_OFF, jsonLines, project, read, readResult, root, temporaryFolder } from './project.ts';
import { pullRequestEvent } from './run-action.ts';
import { runInProcess, startCli } from './run-cli.ts';

/* Checkpoints without a server, served by the built command, on a terminal and in a job. */

useModels();

const SCRIPT = join(root, '__tests__/support/served/serve-checkpoint.ts');
const CHECK = ['check', '--old', 'v1', '--new', 'v2', '--out', 'out'] as const;
const SECRET = 'hf_plantedTokenThatNobodyMaySee';

const items = jsonLines(
  Array.from({ length: 20 }, (_, place) => ({
    id: `q${place}`,
    prompt: `What is ${place} + 2?`,
    answer: place + 2,
  })),
);

const configuration = (pids: string, ...options: readonly string[]): string => `checkpoints:
  file: model.yaml
  version: /serving/revision
  model: 'served-{version}'
  serve:
    command: ${JSON.stringify([process.execPath, SCRIPT, '--port', '{port}', '--model', 'served-{version}', '--pids', pids, ...options])}
    timeout: 60
sampling: { n: 2, seed: 1 }
suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
${ALL_OFF}
`;

async function pinnedProject(...options: readonly string[]): Promise<{ folder: string; pids: string }> {
  const pids = join(temporaryFolder(), 'pids');
  const folder = project({ 'reversal.yml': configuration(pids, ...options), 'items.jsonl': items });
  const { code, stderr } = await runInProcess(['pin'], { cwd: folder });
  expect(code, stderr).toBe(0);
  return { folder, pids };
}

describe('the command', () => {
  test('serves one checkpoint after the other and leaves only a log of each; plan and compare start none', async () => {
    const { folder, pids } = await pinnedProject('--has-family');
    const planned = await runInProcess(['plan', '--old', 'v1', '--new', 'v2'], { cwd: folder });
    expect(planned.code, planned.stderr).toBe(0);
    expect(existsSync(pids)).toBe(false);

    const run = await runInProcess(CHECK, { cwd: folder, env: { HF_TOKEN: SECRET, GITHUB_TOKEN: SECRET } });
    expect(run.code, run.stderr).toBe(0);
    const { cost, suites } = readResult(join(folder, 'out'));
    expect(cost.sampling).toMatchObject({ requests: 80, reused: 0 });
    expect(suites[0]?.outcomes.new).toMatchObject({ correct: 40, failed: 0 });
    expect(pidsIn(pids).length).toBeGreaterThanOrEqual(2);
    expect(pidsIn(pids).filter(isAlive)).toEqual([]);
    expect(run.stderr).toContain('Starting the server for old:');
    for (const side of ['old', 'new']) {
      const log = read(folder, `out/serve-${side}.log`);
      expect(log).toContain(`"--model","served-${side === 'old' ? 'v1' : 'v2'}"`);
      expect(log + run.stderr + run.stdout).not.toContain(SECRET);
    }

    const started = pidsIn(pids).length;
    expect((await runInProcess(CHECK, { cwd: folder })).code).toBe(0);
    expect(pidsIn(pids)).toHaveLength(started);
  });

  test('reports how a server died and its last output, which has no effect in the log', async () => {
    const { folder, pids } = await pinnedProject(
      '--say',
      '::error::forged\u001B[2J\u202E',
      '--dies-at-start',
    );
    const { code, stderr } = await runInProcess(CHECK, { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toContain('The server for old (served-v1) exited before it was ready: exit code 3.');
    expect(stderr).toContain('    CUDA out of memory');
    expect(stderr).toContain(': :error: :forged\n');
    // oxlint-disable-next-line no-control-regex -- text that would have an effect on a terminal
    expect(stderr).not.toMatch(/\u001B|\u202E/u);
    expect(pidsIn(pids).map(isAlive)).toEqual([false]);
    expect(existsSync(join(folder, 'out/result.json'))).toBe(false);
  });

  test.each([
    ['SIGTERM', 1, 3],
    ['SIGHUP', 1, 3],
    ['SIGINT', 2, 130],
    ['SIGHUP', 2, 129],
  ] as const)('%s, %i times, leaves no process behind', async (signal, times, exitCode) => {
    // A process that ignores SIGTERM runs until it is killed: at once if the second signal ends us.
    const { folder, pids } = await pinnedProject('--has-family', '--ignores-sigterm', '--never-ready');
    const { child, ended } = startCli(CHECK, { cwd: folder });
    await until('the servers are there', () => pidsIn(pids).length === 4);
    const signalled = performance.now();
    child.kill(signal);
    if (times === 2) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      child.kill(signal);
    }
    const { code, stderr } = await ended;
    expect(code, stderr).toBe(exitCode);
    expect(performance.now() - signalled).toBeLessThan(5000);
    await until('all are gone', () => pidsIn(pids).every((pid) => !isAlive(pid)));
  });
});

/** A program that takes llama-server's options and needs its model. */
const LLAMA_SERVER = `#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in -m) model=$2 ;; --alias) alias=$2 ;; --port) port=$2 ;; esac
  shift
done
cat "$model" || exit 1
exec ${process.execPath} ${SCRIPT} --port "$port" --model "$alias"
`;

describe('the configuration of docs/servers.md for llama.cpp, with models/ beside it', () => {
  const [, documented = ''] =
    /^## llama\.cpp server\n+```yaml\n([^]*?)^```$/mu.exec(read(root, 'docs/servers.md')) ?? [];

  async function check(yaml: string) {
    const folder = project({
      'reversal.yml': `${yaml}${ALL_OFF}\n`,
      'evals/gsm8k.jsonl': items.split('\n').slice(0, 3).join('\n'),
      'models/math-7b-v1.gguf': 'weights of v1\n',
      'models/math-7b-v2.gguf': 'weights of v2\n',
      'bin/llama-server': LLAMA_SERVER,
    });
    chmodSync(join(folder, 'bin/llama-server'), 0o755);
    const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
    const pin = await runInProcess(['pin'], { cwd: folder, env });
    expect(pin.code, pin.stderr).toBe(0);
    return { folder, run: await runInProcess(CHECK, { cwd: folder, env }) };
  }

  test('works as it stands', async () => {
    const { folder, run } = await check(documented);
    expect(run.code, run.stderr).toBe(0);
    expect(readResult(join(folder, 'out')).suites[0]?.outcomes.new).toMatchObject({ failed: 0 });
    expect(read(folder, 'out/serve-new.log')).toMatch(/^weights of v2\n/u);
  });

  test('without {root}, the error says where the command ran and what to write', async () => {
    expect(documented).toContain('{root}/');
    const { folder, run } = await check(documented.replace('{root}/', ''));
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(
      `It ran in an empty folder, where "models/math-7b-v1.gguf" does not exist. For a path in ${folder}, write {root}/models/math-7b-v1.gguf in serve.command.`,
    );
  });
});

test('a terminal that is closed stops the run as SIGTERM does', async () => {
  const { folder, pids } = await pinnedProject('--has-family', '--ignores-sigterm', '--never-ready');
  const { child, ended } = startCli(CHECK, { cwd: folder });
  await until('the servers are there', () => pidsIn(pids).length === 4);
  const cutOff = ended.catch(() => 'the output was cut off');
  const exited = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.stdout.destroy();
  child.stderr.destroy();
  child.kill('SIGHUP');
  expect(await exited).toBe(3);
  expect(pidsIn(pids).filter(isAlive)).toEqual([]);
  expect(await cutOff).toBe('the output was cut off');
});

describe('a job', () => {
  async function servedScene(pids: string, ...options: readonly string[]): Promise<Scene> {
    const files = { 'reversal.yml': configuration(pids, ...options), 'items.jsonl': items };
    const lock = await pinned(files);
    return scene(
      {
        'model.yaml': modelYaml('v2'),
        // The serve settings of a pull request are not used.
        'reversal.yml': configuration(`${pids}-of-the-pull-request`),
      },
      { ...files, 'reversal.lock': lock, 'model.yaml': modelYaml('v1') },
    );
  }

  test("starts nothing for a fork's pull request, by its event or by hand", async () => {
    const pids = join(temporaryFolder(), 'pids');
    const { repository, github, run } = await servedScene(pids);
    const event = pullRequestEvent(repository, { from: 'stranger/models' });
    const byEvent = await run({ event, token: 'ghs_readOnly', inputs: { store: temporaryFolder() } });
    expect(byEvent.outputs, byEvent.log).toMatchObject({ verdict: 'invalid' });
    github.state.pulls.set(7, {
      number: 7,
      head: { sha: repository.head('topic'), ref: 'topic', repository: 'stranger/models' },
      base: { sha: repository.head('main'), ref: 'main' },
      mergeCommit: event.commit,
      state: 'open',
    });
    const byHand = await run({
      event: { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} },
      inputs: { pr: '7', store: temporaryFolder() },
    });
    expect(byHand.code, byHand.log).toBe(2);
    expect(byHand.log).toContain('checkpoints.serve starts a program on this machine');
    expect([pids, `${pids}-of-the-pull-request`].filter(existsSync)).toEqual([]);
  });

  test("serves with the base's command, and shows each log in its own fold, where it has no effect", async () => {
    const pids = join(temporaryFolder(), 'pids');
    const hostile = '::set-output name=verdict::progress\n::stop-commands::x\n##[error]forged';
    const { run } = await servedScene(pids, '--say', hostile);
    const { code, log, commands, outputs } = await run({
      inputs: { store: temporaryFolder() },
      env: { ACTIONS_RUNTIME_TOKEN: SECRET },
    });
    expect(code, log).toBe(0);
    expect(outputs['verdict']).not.toBe('');
    expect(existsSync(`${pids}-of-the-pull-request`)).toBe(false);
    expect(pidsIn(pids).map(isAlive)).toEqual([false, false]);
    const shown = commands.filter(({ name }) => name !== 'add-mask').map(({ name }) => name);
    expect(shown).toEqual(['group', 'endgroup', 'group', 'endgroup', 'group', 'endgroup']);
    expect(log).toContain('::group::Log of the server for old');
    expect(log).toContain('::group::Log of the server for new');
    expect(log).not.toContain(SECRET);
  });
});
