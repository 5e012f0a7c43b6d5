import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import type { Checkpoint } from '../src/servers/checkpoint.ts';
import type { Item } from '../src/evalset/suite.ts';
import { sample } from '../src/sampling/sampler.ts';
import type { Progress } from '../src/sampling/progress.ts';
import type { SamplingSettings } from '../src/servers/chat/sampling-settings.ts';
import { table } from './table.ts';

/*
 * Compares the sampler with what is possible: a plain loop over `fetch` at the same server in the same run, the server's own
 * limit, and the sampler's own processor time and memory. `--quick` sends fewer requests and has wider bounds, because the start,
 * and a busy machine even more, then weigh more.
 */

/** A measured value, with its minimum or maximum. */
interface Promised {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly least?: number;
  readonly most?: number;
}

const FULL = {
  requests: 20_000,
  rounds: 4,
  capped: 20_000,
  settled: 2_000,
  completions: [10_000, 100_000],
  most: { wall: 1.15, cpuMs: 0.8, wasted: 0.02, memory: 1.1 },
  least: { throughput: 0.9, memory: 0.9 },
} as const;

const QUICK = {
  requests: 640,
  rounds: 1,
  capped: 1_280,
  settled: 640,
  completions: [1_600, 6_400],
  most: { wall: 2, cpuMs: 4, wasted: 0.1, memory: 1.5 },
  least: { throughput: 0.5, memory: 0.5 },
} as const;

const CONCURRENCY = 64;
const MOST_AT_ONCE = 40;
const COLLECTIONS = 4;
const LATENCY_MS = 50;
const SAMPLES = 16;
const SETTINGS = { n: SAMPLES, temperature: 0.8, topP: 0.95, timeoutMs: 60_000 } as const;
const PROMPT = 'a question of some words '.repeat(8);

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const sizes = values.quick ? QUICK : FULL;

setFlagsFromString('--expose-gc');
const collectGarbage = z.function().parse(runInNewContext('gc'));

interface Served {
  readonly baseUrl: string;
  readonly stats: () => Promise<{ readonly answered: number; readonly refused: number }>;
}

const statsSchema = z.object({ answered: z.number(), refused: z.number() });

/** The result of `work` with its own server, which ends with it. */
async function withServer<T>(options: readonly string[], work: (server: Served) => Promise<T>): Promise<T> {
  const path = fileURLToPath(new URL('sampling-server.ts', import.meta.url));
  const child = spawn(process.execPath, [path, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    const [port]: unknown[] = await once(child.stdout, 'data');
    const origin = `http://127.0.0.1:${String(port).trim()}`;
    return await work({
      baseUrl: `${origin}/v1`,
      stats: async () => statsSchema.parse(await (await fetch(`${origin}/stats`)).json()),
    });
  } finally {
    child.stdin.end();
    await once(child, 'exit');
  }
}

/** Samples this many completions in all, both sides. */
async function sampled(
  baseUrl: string,
  completions: number,
  settings: Pick<SamplingSettings, 'concurrency' | 'nPerRequest'>,
  onProgress: (progress: Progress) => void = () => {},
): Promise<void> {
  const storeDir = await mkdtemp(join(tmpdir(), 'reversal-check-bench-'));
  const items = Array.from({ length: completions / (2 * SAMPLES) }, (_, place): Item => {
    const id = `item ${place}`;
    const messages = [{ role: 'user', content: `${PROMPT}${place}` }] as const;
    return { id, messages, answer: '1', group: undefined, cluster: id, meta: undefined };
  });
  const checkpoint = (side: 'old' | 'new'): Checkpoint => ({
    side,
    version: side,
    model: side,
    baseUrl,
    api: 'chat',
    extraBody: {},
  });
  try {
    await sample({
      checkpoints: { old: checkpoint('old'), new: checkpoint('new') },
      suites: [{ name: 'bench', role: 'target', items, hash: 'sha256:none' }],
      settings: { ...SETTINGS, ...settings },
      storeDir,
      env: {},
      signal: new AbortController().signal,
      onProgress,
    });
  } finally {
    await rm(storeDir, { recursive: true });
  }
}

/** Sends this many requests in a plain loop. */
async function fetched(baseUrl: string, requests: number, concurrency: number): Promise<void> {
  const { temperature, topP } = SETTINGS;
  const messages = [{ role: 'user', content: PROMPT }];
  const body = JSON.stringify({ model: 'old', messages, temperature, top_p: topP });
  const headers = { 'content-type': 'application/json' };
  let sent = 0;
  const loop = async (): Promise<void> => {
    while (sent < requests) {
      sent += 1;
      await (await fetch(`${baseUrl}/chat/completions`, { method: 'POST', headers, body })).json();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
}

/** Wall-clock and processor seconds of this process alone. */
async function timed(work: () => Promise<unknown>): Promise<{ wall: number; cpu: number }> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - began) / 1_000, cpu: (user + system) / 1e6 };
}

/** Compares with a plain loop, both in turns, so that other work on the machine affects both. */
async function againstFetch(): Promise<Promised[]> {
  const { requests, rounds, most } = sizes;
  const [ours, plain] = [
    { wall: 0, cpu: 0 },
    { wall: 0, cpu: 0 },
  ];
  await withServer(['--latency-ms', String(LATENCY_MS)], async ({ baseUrl }) => {
    for (let round = 0; round < rounds; round += 1) {
      const loop = await timed(() => fetched(baseUrl, requests / rounds, CONCURRENCY));
      const own = await timed(() => sampled(baseUrl, requests / rounds, { concurrency: CONCURRENCY }));
      plain.wall += loop.wall;
      plain.cpu += loop.cpu;
      ours.wall += own.wall;
      ours.cpu += own.cpu;
    }
  });
  const bound = (requests * LATENCY_MS) / CONCURRENCY / 1_000;
  const cpuMs = (seconds: number): string => ((seconds * 1_000) / requests).toFixed(2);
  process.stdout.write(
    `${requests} requests of ${LATENCY_MS} ms ± 20%, ${CONCURRENCY} at a time: bound ${bound.toFixed(1)} s, plain fetch ${plain.wall.toFixed(1)} s (${cpuMs(plain.cpu)} ms of processor each), sampling ${ours.wall.toFixed(1)} s (${cpuMs(ours.cpu)} ms)\n`,
  );
  return [
    {
      what: 'time, in times a plain fetch loop',
      measured: ours.wall / plain.wall,
      most: most.wall,
      unit: '×',
    },
    {
      what: 'processor time a request',
      measured: (ours.cpu * 1_000) / requests,
      most: most.cpuMs,
      unit: 'ms',
    },
  ];
}

/** Compares at a server that refuses excess requests, once its limit is known. */
async function againstLimit(concurrency: SamplingSettings['concurrency']): Promise<Promised[]> {
  const { capped, settled, most, least } = sizes;
  const options = ['--latency-ms', String(LATENCY_MS), '--most-at-once', String(MOST_AT_ONCE)];
  return withServer(options, async ({ baseUrl, stats }) => {
    const plain = await timed(() => fetched(baseUrl, settled, MOST_AT_ONCE));
    const start = await stats();
    const done = { old: 0, new: 0 };
    let since: Promise<readonly [number, { answered: number; refused: number }]> | undefined;
    let until: typeof since;
    const look = async () => [performance.now(), await stats()] as const;
    await sampled(baseUrl, capped, { concurrency }, (progress) => {
      done[progress.side] = progress.done;
      const all = done.old + done.new;
      if (all >= settled) since ??= look();
      if (all >= capped - MOST_AT_ONCE) until ??= look();
    });
    if (since === undefined || until === undefined) throw new Error('sampling ended early');
    const [[from, before], [to, after]] = [await since, await until];
    const answered = after.answered - before.answered;
    const refused = after.refused - before.refused;
    const best = settled / plain.wall;
    const own = (answered * 1_000) / (to - from);
    process.stdout.write(
      `at most ${MOST_AT_ONCE} at a time, asked with concurrency ${concurrency}: bound ${((MOST_AT_ONCE * 1_000) / LATENCY_MS).toFixed(0)} a second, plain fetch at ${MOST_AT_ONCE} ${best.toFixed(0)}, sampling ${own.toFixed(0)}; refused ${before.refused - start.refused} until settled, ${refused} of ${answered + refused} after\n`,
    );
    const what = `at most ${MOST_AT_ONCE} at a time, concurrency ${concurrency}`;
    return [
      { what: `${what}: throughput, of the best`, measured: own / best, least: least.throughput, unit: '×' },
      {
        what: `${what}: wasted requests`,
        measured: refused / (answered + refused),
        most: most.wasted,
        unit: '×',
      },
    ];
  });
}

/**
 * The heap of the whole process after a garbage collection, with this many completions sampled and with ten times as many, during
 * one run. If sampling kept anything of a completion besides the store, it would be in this heap, its text above all. The plan, a
 * key and a place for every sample, is there from the start; as it is released, the heap becomes somewhat smaller, which does no
 * harm. Buffers of connections and files are not included: they vary by megabytes, however much was sampled. The maximum size of
 * the process is printed too.
 */
async function memory(): Promise<Promised[]> {
  const [few, many] = sizes.completions;
  const used = async (): Promise<number> => {
    // The memory of requests' signals changes in steps, because their finalizers run between two collections.
    for (let time = 1; time < COLLECTIONS; time += 1) {
      collectGarbage();
      await setTimeout(1);
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const at = new Map<number, Promise<number>>();
  let all: { old: number; new: number } = { old: 0, new: 0 };
  const note = (progress: Progress): void => {
    all = { ...all, [progress.side]: progress.done };
    const done = all.old + all.new;
    for (const size of [few, many]) if (done >= size && !at.has(size)) at.set(size, used());
  };
  await withServer(['--latency-ms', '5'], ({ baseUrl }) =>
    sampled(baseUrl, many + few, { concurrency: 32, nPerRequest: 'auto' }, note),
  );
  const [before = Number.NaN, after = Number.NaN] = await Promise.all([at.get(few), at.get(many)]);
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  process.stdout.write(
    `heap in use of the whole process during one run: ${megabytes(before)} MB at ${few} completions, ${megabytes(after)} MB at ${many}, ${((after - before) / (many - few)).toFixed(0)} bytes a completion; at most ${megabytes(process.resourceUsage().maxRSS * 1024)} MB of memory held\n\n`,
  );
  return [
    {
      what: `heap at ${many} completions, in times that at ${few}`,
      measured: after / before,
      least: sizes.least.memory,
      most: sizes.most.memory,
      unit: '×',
    },
  ];
}

const promises = [
  ...(await memory()),
  ...(await againstFetch()),
  // Determining this takes longer than the quick benchmark runs.
  ...(values.quick ? [] : await againstLimit('auto')),
  ...(await againstLimit(CONCURRENCY)),
];
const isKept = ({ measured, least = -Infinity, most = Infinity }: Promised): boolean =>
  measured >= least && measured <= most;
process.stdout.write(
  `${table(
    ['promise', 'measured', 'at least', 'at most', ''],
    promises.map((promised) => [
      promised.what,
      `${promised.measured.toFixed(3)} ${promised.unit}`,
      promised.least?.toFixed(2) ?? '',
      promised.most?.toFixed(2) ?? '',
      isKept(promised) ? 'kept' : 'BROKEN',
    ]),
  )}\n`,
);
process.exitCode = promises.every(isKept) ? 0 : 1;
