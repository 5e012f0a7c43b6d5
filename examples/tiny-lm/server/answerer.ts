import { createHash, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Answerer,
  ApiError,
  type Choice,
  type CompletionRequest,
} from '../../../__tests__/support/simulator/openai-api.ts';
import { type Pool, startPool } from './pool.ts';
import { createVocabulary, UnknownWord, type Vocabulary } from './vocabulary.ts';

/** The number of positions for which the graphs contain a rotation: the tokens of a prompt and its solution. */
const CONTEXT = 160;

/** More threads take memory and do not help. */
const MOST_THREADS = 4;

export interface Served {
  /** The folder of the example: vocabulary.json, graphs/ and checkpoints/. */
  readonly folder: string;
  /** At least one name of a checkpoint without `.safetensors`; served as `tiny-lm-NAME`. */
  readonly checkpoints: readonly string[];
  /** Threads per checkpoint; if absent one per processor, at most four. */
  readonly threads?: number;
}

/**
 * The backend of the API: checkpoints of the tiny model. The same seed and index give the same random numbers; the tokens that
 * they choose can depend, in the last bit of a score, on the other solutions written at the same time.
 *
 * @throws if a checkpoint cannot be read.
 */
export async function tinyModels({
  folder,
  checkpoints,
  threads = Math.min(MOST_THREADS, availableParallelism()),
}: Served): Promise<Answerer & { readonly close: () => Promise<void> }> {
  const words = z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, 'vocabulary.json'), 'utf8')));
  const vocabulary = createVocabulary(words);
  const { size, end } = vocabulary;
  const graphs = join(folder, 'graphs');
  const stack = createHash('sha256');
  for (const file of ['prompt.onnx', 'step.onnx']) stack.update(readFileSync(join(graphs, file)));
  const pools = new Map<string, Pool>();
  for (const name of checkpoints) {
    const checkpoint = join(folder, 'checkpoints', `${name}.safetensors`);
    pools.set(`tiny-lm-${name}`, await startPool(threads, { checkpoint, graphs, size, end }));
  }
  return {
    models: [...pools.keys()],
    owner: 'tiny-lm',
    fingerprint: `tiny-lm-${stack.digest('hex').slice(0, 12)}`,
    answer: async (request) => {
      const pool = pools.get(request.model);
      if (pool === undefined) throw new Error(`${request.model} was listed and is not served`);
      return solve(pool, vocabulary, request);
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

async function solve(
  pool: Pool,
  vocabulary: Vocabulary,
  { prompt: text, maxTokens, seed = randomInt(2 ** 32), stop, ...asked }: CompletionRequest,
): Promise<readonly Choice[]> {
  const prompt = [vocabulary.start, ...encoded(vocabulary, text), vocabulary.solve];
  if (prompt.length >= CONTEXT) {
    throw new ApiError({
      status: 400,
      message: `The prompt has ${prompt.length} tokens, and the model's context has ${CONTEXT}.`,
      code: 'context_length_exceeded',
      param: 'messages',
    });
  }
  const { n, temperature, topP } = asked;
  const room = Math.min(maxTokens, CONTEXT - prompt.length);
  const solutions = await pool.solve({ prompt, n, temperature, topP, seed, maxTokens: room });
  return solutions.map(({ tokens, finishReason }) => {
    const written = vocabulary.decode(tokens);
    const ends = stop.map((end) => written.indexOf(end)).filter((place) => place >= 0);
    return ends.length === 0
      ? { text: written, finishReason, tokens: tokens.length }
      : { text: written.slice(0, Math.min(...ends)), finishReason: 'stop', tokens: tokens.length };
  });
}

function encoded(vocabulary: Vocabulary, text: string): number[] {
  try {
    return vocabulary.encode(text);
  } catch (error) {
    if (!(error instanceof UnknownWord)) throw error;
    throw new ApiError({ status: 400, message: error.message, param: 'messages' });
  }
}
