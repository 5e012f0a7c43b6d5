import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject, test } from 'vitest';
import { putSpecialFile, SPECIAL_FILES, type SpecialFile } from '../support/special-file.ts';
import { processorTime } from './preload.ts';
import { ALL_OFF, project, temporaryFolder, writeFiles } from './project.ts';
import { startCli } from './run-cli.ts';

/*
 * Devices, pipes and lines of a gigabyte wherever a command reads a file: each is refused by name, quickly, and without being
 * kept in memory.
 */

const MOST_MEBIBYTES = 800;
const MOST_SECONDS = 60;

const KNOWN = `[{ text: "4", answer: "4", expected: correct }, { text: "5", answer: "4", expected: incorrect }]`;
const items = Array.from({ length: 3 }, (_, at) => ({ id: `q${at}`, prompt: `${at} + 1?`, answer: at + 1 }));
const completions = items.map(({ id, answer }) => ({ suite: 'sums', id, index: 0, text: `#### ${answer}` }));

const configuration = (
  grader: string,
): string => `checkpoints: { model: 'm-{version}', base-url: 'http://127.0.0.1:9/v1' }
suites: [{ name: sums, role: target, items: items.jsonl, grader: ${grader} }]
${ALL_OFF}
`;

const files = {
  'reversal.yml': configuration('numeric'),
  'command.yml': configuration(`{ type: command, command: [node, g.mjs], files: [g.mjs], known: ${KNOWN} }`),
  'module.yml': configuration(`{ type: module, file: g.mjs, known: ${KNOWN} }`),
  'judge.yml': configuration(
    `{ type: judge, base-url: 'http://127.0.0.1:9/v1', model: j, rubric-file: g.mjs, known: ${KNOWN} }`,
  ),
  'items.jsonl': items,
  'v1.jsonl': completions,
  'g.mjs': '// {{prompt}} {{answer}} {{completion}}',
};

/** Where the file is, and the command that reads it. */
const places: readonly (readonly [command: string, path: string])[] = [
  ['report x.json', 'x.json'],
  ['report --json x.json', 'x.json'],
  ['report --markdown x.json', 'x.json'],
  ['compare x.jsonl v1.jsonl --out out', 'x.jsonl'],
  ['compare v1.jsonl x.jsonl --out out', 'x.jsonl'],
  ['compare samples_x.jsonl samples_x.jsonl --from lm-eval --out out', 'samples_x.jsonl'],
  ['compare x.eval x.eval --from inspect --out out', 'x.eval'],
  ['compare x.json x.json --from inspect --out out', 'x.json'],
  ['explain --out out', 'out/result.json'],
  ['self-test --generations x.jsonl', 'x.jsonl'],
  ['merge shards/1 --out out', 'shards/1/shard.json'],
  ['pin', 'reversal.lock'],
  ...['pin', 'plan', 'probe --old v1 --new v2', 'check --old v1 --new v2'].flatMap((command) =>
    (['reversal.yml', 'items.jsonl'] as const).map((path) => [command, path] as const),
  ),
  ['check --old v1 --new v2', 'reversal-waivers.yml'],
  ['check --old v1 --new v2', 'reversal.lock'],
  ...['command', 'module', 'judge'].map((name) => [`pin --config ${name}.yml`, 'g.mjs'] as const),
  ['publish', 'event.json'],
];

/** The maximum memory of a process so far, in MiB. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const kinds = Object.keys(SPECIAL_FILES) as SpecialFile[];
const cases = places.flatMap(([command, path]) => kinds.map((kind) => [command, path, kind] as const));

test.concurrent.for(cases)(
  '%s refuses %s if it is %s',
  // Concurrent tests must use their own context, or one removes the folder of another.
  async ([command, path, kind], { onTestFinished, expect }) => {
    const folder = temporaryFolder(onTestFinished);
    writeFiles(folder, files);
    putSpecialFile(join(folder, path), kind);
    const env = {
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_TOKEN: 't',
      GITHUB_REPOSITORY: 'acme/models',
    };
    const counted = processorTime(temporaryFolder(onTestFinished));
    const { child, ended } = startCli(command.split(' '), { cwd: folder, env: { ...env, ...counted.env } });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid ?? 0))), 20);
    onTestFinished(() => clearInterval(watch));
    const { code, stderr } = await ended;
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(path.split('/').at(-1));
    expect(stderr).toMatch(
      kind === 'a line of more than a gigabyte'
        ? /larger than|longer than/u
        : new RegExp(`this is ${kind}|found no shard\\.json`, 'u'),
    );
    expect(counted.seconds()).toBeLessThan(MOST_SECONDS);
    if (process.platform === 'linux') expect(peak).toBeLessThan(MOST_MEBIBYTES);
  },
);

test.each(kinds)('the Action refuses the description of its event if it is %s', async (kind) => {
  const folder = project(files);
  const event = join(folder, 'event.json');
  putSpecialFile(event, kind);
  const child = spawn(process.execPath, [join(inject('packageFolder'), 'dist/action.js')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_RUN_ID: '1',
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_SHA: '0'.repeat(39).concat('1'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: MOST_SECONDS * 1000,
  });
  const code = new Promise((resolve) => child.once('close', resolve));
  expect(await text(child.stdout)).toMatch(
    kind === 'a line of more than a gigabyte' ? /larger than/u : new RegExp(`this is ${kind}`, 'u'),
  );
  expect(await code).toBe(2);
});
