import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Checkpoint } from '../../src/servers/checkpoint.ts';
import { SamplingError } from '../../src/errors.ts';
import type { Item, Suite } from '../../src/evalset/suite.ts';
import type { Completion } from '../../src/servers/chat/completion.ts';
import type { Progress } from '../../src/sampling/progress.ts';
import type { Sampled } from '../../src/sampling/sampled.ts';
import { samplerWith } from '../../src/sampling/sampler.ts';
import type { SamplingRequest } from '../../src/sampling/sampling-request.ts';
import type { SamplingSettings } from '../../src/servers/chat/sampling-settings.ts';
import type { Timing } from '../../src/timing.ts';

export const NOW = Date.parse('2026-11-02T08:00:00Z');

/** A clock that stands still, random numbers that are always ½, and sleeps that take no time but are recorded. */
export function stillTiming(): Timing & { readonly slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => NOW,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      slept.push(ms);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
  };
}

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reversal-check-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function makeItem(id: string, content = `question ${id}`): Item {
  return {
    id,
    messages: [{ role: 'user', content }],
    answer: '1',
    group: undefined,
    cluster: id,
    meta: undefined,
  };
}

export function makeSuite(name: string, ids: readonly string[]): Suite {
  return { name, role: 'target', items: ids.map((id) => makeItem(id)), hash: `sha256:${name}` };
}

export function makeCheckpoint(
  side: 'old' | 'new',
  baseUrl: string,
  more: Partial<Checkpoint> = {},
): Checkpoint {
  return { side, version: 'v1', model: `model-${side}`, baseUrl, api: 'chat', extraBody: {}, ...more };
}

export const SETTINGS: SamplingSettings = {
  n: 2,
  temperature: 0.8,
  topP: 0.95,
  concurrency: 4,
  timeoutMs: 5_000,
};

/** A whole request; by default both sides are at one server. */
export function makeRequest(
  options: { baseUrl: string; storeDir: string } & Partial<SamplingRequest>,
): SamplingRequest & { readonly progress: Progress[] } {
  const { baseUrl, ...more } = options;
  const progress: Progress[] = [];
  return {
    checkpoints: { old: makeCheckpoint('old', baseUrl), new: makeCheckpoint('new', baseUrl) },
    suites: [makeSuite('gsm8k', ['a', 'b'])],
    settings: SETTINGS,
    env: {},
    signal: new AbortController().signal,
    onProgress: (one) => progress.push(one),
    progress,
    ...more,
  };
}

/** Path and text of every file of the store, in the order of paths. */
export async function readStore(storeDir: string): Promise<{ path: string; text: string }[]> {
  const entries = await readdir(storeDir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** The SamplingError that a run ends with; fails the test if it ends otherwise. */
export async function samplingError(run: Promise<unknown>): Promise<SamplingError> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SamplingError) return error;
  throw new Error('expected a SamplingError', { cause: error });
}

/** The samples, with the generations of all suites in the order of suites. */
export interface Drawn extends Omit<Sampled, 'generations'> {
  readonly generations: { readonly old: readonly Completion[]; readonly new: readonly Completion[] };
}

/** Samples with a clock, and reads the samples from the store. */
export function drawerWith(timing: Timing): (request: SamplingRequest) => Promise<Drawn> {
  const sample = samplerWith(timing);
  return async (request) => {
    const sampled = await sample(request);
    const bySuite = [];
    for (const { name } of request.suites) bySuite.push(await sampled.generations(name));
    return {
      ...sampled,
      generations: {
        old: bySuite.flatMap((suite) => suite.old),
        new: bySuite.flatMap((suite) => suite.new),
      },
    };
  };
}
