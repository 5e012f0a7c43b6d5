import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { localFiles } from '../src/cli/files.ts';
import { pin } from '../src/run/plan/pin.ts';
import { readPlan } from '../src/run/stages/plan.ts';
import { resolveCheckpoints } from '../src/servers/resolve-checkpoints.ts';
import { pairIdentities, sampleKeys, storeFile } from '../src/store/identity.ts';
import { openStore } from '../src/store/store.ts';
import { simulatedLoad } from './simulated-load.ts';
import { table } from './table.ts';

/*
 * A second run with everything in the store: the built command in its own process, from start to end. Nothing listens at the
 * address of the checkpoints, so any request would fail.
 */

const ITEMS = 1319;
const SAMPLES = 16;
const RUNS = 5;
const MOST_SECONDS = 3;
/** A server that accepts `n` returns all samples of an item in one response; others return one each. */
const IN_ONE_ANSWER = [1, SAMPLES];
const FIRST_ANSWER = Date.UTC(2026, 10, 2);
const MILLISECONDS_APART = 7;

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/**
 * Reports at the end of a process how much processor time it took, in seconds, including compilation and garbage collection on
 * other threads.
 */
const TELL_CPU = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, String((user + system) / 1e6));
});`)}`;

/** Writes a pinned project whose store has every completion, with this many per response. */
async function writeProject(folder: string, inOneAnswer: number): Promise<void> {
  const load = simulatedLoad({ items: ITEMS, samples: SAMPLES });
  const configPath = join(folder, 'reversal.yml');
  await writeFile(
    join(folder, 'items.jsonl'),
    load.suite.items
      .map(({ id, messages, answer, group }) =>
        JSON.stringify({ id, prompt: messages[0]?.content, answer, group }),
      )
      .join('\n'),
  );
  await writeFile(
    configPath,
    `checkpoints: { model: 'simulated-{version}', base-url: 'http://127.0.0.1:1/v1' }
sampling: { n: ${SAMPLES}, seed: 1 }
suites: [{ name: simulated, role: target, items: items.jsonl, grader: numeric }]
guardrails: { ood: off }
`,
  );
  const { config, suites } = await readPlan(configPath, localFiles);
  const { path, text } = await pin(configPath, localFiles);
  await writeFile(path, text);
  const identities = pairIdentities(
    resolveCheckpoints({ checkpoints: config.checkpoints, versions: { old: 'v1', new: 'v2' }, env: {} }),
  );
  for (const { suite } of suites) {
    for (const side of ['old', 'new'] as const) {
      const identity = identities[side];
      const keys = new Map(
        suite.items.map((item) => [item.id, sampleKeys({ identity, item, settings: config.sampling })]),
      );
      const store = await openStore({
        path: join(folder, 'out/completions', storeFile(identity, suite.name)),
        wanted: new Set([...keys.values()].flat()),
      });
      const completions = load.generations[side].map((generation) => ({
        ...generation,
        error: undefined,
        suite: suite.name,
        key: keys.get(generation.id)?.[generation.index] ?? '',
        finish_reason: 'stop',
        usage: { prompt_tokens: 100, completion_tokens: 100 },
        model: 'simulated',
      }));
      for (let first = 0; first < completions.length; first += inOneAnswer) {
        const time = new Date(FIRST_ANSWER + first * MILLISECONDS_APART).toISOString();
        const answer = completions.slice(first, first + inOneAnswer);
        await store.append(answer.map((completion) => ({ ...completion, time })));
      }
      await store.close();
    }
  }
}

interface Run {
  readonly seconds: number;
  /** The text that it wrote to descriptor 3. */
  readonly told: string;
}

/** Runs the check once. @throws if a request was sent, or not everything came from the store. */
async function run(folder: string, nodeOptions: readonly string[] = []): Promise<Run> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...nodeOptions, CLI, 'check', '--old', 'v1', '--new', 'v2', '--out', 'out'],
    { cwd: folder, stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] } },
  );
  const pipe = child.stdio[3];
  if (pipe === null || pipe === undefined || !('readable' in pipe)) throw new Error('no pipe');
  const [told] = await Promise.all([text(pipe), once(child, 'close')]);
  const seconds = (performance.now() - began) / 1000;
  const { cost } = costSchema.parse(JSON.parse(await readFile(join(folder, 'out/result.json'), 'utf8')));
  const { requests, reused } = cost.sampling;
  if (requests !== 0 || reused !== 2 * ITEMS * SAMPLES) {
    throw new Error(`${requests} requests, and ${reused} completions from the store`);
  }
  return { seconds, told };
}

const costSchema = z.object({
  cost: z.object({ sampling: z.object({ requests: z.number(), reused: z.number() }) }),
});

interface Timed {
  readonly inOneAnswer: number;
  /** The best of this many runs. */
  readonly seconds: number;
  /** On all cores. */
  readonly cpuSeconds: number;
}

/** Times runs over a store with this many completions per response. */
async function time(inOneAnswer: number): Promise<Timed> {
  const folder = await mkdtemp(join(tmpdir(), 'reversal-check-warm-'));
  try {
    await writeProject(folder, inOneAnswer);
    const done: number[] = [];
    while (done.length < RUNS) done.push((await run(folder)).seconds);
    // A separate run, because reporting takes time.
    const { told } = await run(folder, ['--import', TELL_CPU]);
    return { inOneAnswer, seconds: Math.min(...done), cpuSeconds: Number(told) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const timed: Timed[] = [];
for (const inOneAnswer of IN_ONE_ANSWER) timed.push(await time(inOneAnswer));
const rows = timed.map(({ inOneAnswer, seconds, cpuSeconds }) => [
  inOneAnswer === 1 ? 'one' : String(inOneAnswer),
  `${seconds.toFixed(2)} s`,
  `${MOST_SECONDS.toFixed(2)} s`,
  seconds <= MOST_SECONDS ? 'kept' : 'BROKEN',
  `${cpuSeconds.toFixed(2)} s`,
]);
process.stdout.write(
  `A run with all of ${ITEMS} items × ${SAMPLES} samples × 2 in its store: 0 requests, from start to end, the best of ${RUNS}. What is timed is dist/ as it stands.\n\n${table(
    ['completions in one answer', 'measured', 'at most', '', 'processor time of all cores'],
    rows,
  )}\n`,
);
process.exitCode = timed.every(({ seconds }) => seconds <= MOST_SECONDS) ? 0 : 1;
