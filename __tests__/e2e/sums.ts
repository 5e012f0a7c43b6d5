import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Asked, FakeServer, Listening } from '../sampling/fake-server.ts';
import { chatAnswer, firstIndexOf, question, sendJson, startServer } from '../sampling/fake-server.ts';
import { ANY_SERVER, pinned } from './pinned.ts';
import { ALL_OFF, project } from './project.ts';

/*
 * A small project of sums, and a server whose responses depend only on model, prompt and seed. The same run with it gives the
 * same completions, whatever was requested before and in whatever order.
 */

export const ITEMS = 40;
const N = 2;

/** Number of samples of a whole check, both sides. */
export const SAMPLES = 2 * ITEMS * N;

/** A whole number from 0 to 9 for a sample of a request: its first, second, … */
const lot = (asked: Asked, place: number): number =>
  createHash('sha256')
    .update(JSON.stringify([asked.body['model'], question(asked), Number(asked.body['seed']) + place]))
    .digest()
    .readUInt32BE() % 10;

const solve = (asked: Asked, place = 0): string => {
  const [, left = 0, right = 0] = /(\d+) \+ (\d+)/.exec(question(asked)) ?? [];
  return `It is <<${left}+${right}>>. #### ${Number(left) + Number(right) + (lot(asked, place) < 4 ? 1 : 0)}`;
};

/**
 * The response of a server that supports `n`: its completion for each of the following seeds, in ten wordings, because equal
 * samples in one request would look like a server that repeats itself.
 */
export const solveSeveral = (asked: Asked): object => ({
  ...chatAnswer(''),
  choices: Array.from({ length: Number(asked.body['n'] ?? 1) }, (_, index) => ({
    index,
    message: { role: 'assistant', content: `${'So '.repeat(lot(asked, index))}${solve(asked, index)}` },
    finish_reason: 'stop',
  })),
});

/** Serves the models; `before` may respond instead, and then returns true. */
export const startSums = (
  before: (asked: Asked, response: ServerResponse) => boolean | Promise<boolean> = () => false,
  listening: Listening = {},
): Promise<FakeServer> =>
  startServer(async (asked, response) => {
    if (await before(asked, response)) return;
    sendJson(response, 200, { ...chatAnswer(solve(asked)), model: asked.body['model'] });
  }, listening);

const SEED = 7;

/** The item of a request, and the index of the first sample that it asks for. */
export function sampleAsked(asked: Asked): { readonly id: string; readonly index: number } {
  const [, left = ''] = /(\d+) \+/.exec(question(asked)) ?? [];
  const id = `q${left}`;
  return { id, index: firstIndexOf(asked, { seed: SEED, id }) };
}

interface Setting {
  readonly concurrency?: number;
  readonly n?: number;
  /** Further keys of `sampling`. */
  readonly sampling?: string;
  /** Further keys of `checkpoints`. */
  readonly checkpoints?: string;
}

const config = (
  baseUrl: string,
  { concurrency = 4, n = N, sampling = '', checkpoints = '' }: Setting,
): string => `checkpoints:
  model: 'sums-{version}'
  base-url: ${baseUrl}
${checkpoints}sampling: { n: ${n}, seed: ${SEED}, concurrency: ${concurrency}${sampling} }
suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
${ALL_OFF}
`;

/** The project's files, without its lock. */
export const sumsFiles = (baseUrl: string, setting: Setting = {}) => ({
  'reversal.yml': config(baseUrl, setting),
  'items.jsonl': Array.from({ length: ITEMS }, (_, place) => ({
    id: `q${place}`,
    prompt: `What is ${place} + ${place % 7}?`,
    answer: place + (place % 7),
    group: place % 2 === 0 ? 'even' : 'odd',
  })),
});

/** A folder with the project, pinned. */
export async function sumsProject(baseUrl: string, setting: Setting = {}): Promise<string> {
  const lock = await pinned(sumsFiles(ANY_SERVER, { ...setting, concurrency: 4 }));
  return project({ ...sumsFiles(baseUrl, setting), 'reversal.lock': lock });
}

export const CHECK = ['check', '--old', 'v1', '--new', 'v2', '--out', 'out'] as const;
