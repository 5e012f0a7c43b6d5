import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from '../runtime/onnxruntime.ts';

/** The name that the graphs use for the file of weights, and a score that excludes a token. */
const WEIGHTS_FILE = 'weights';
const UNSEEN = -1e9;

/** P prompts being solved, S solutions of each. */
export interface Reading {
  /** How many prompts, and how many solutions of each. */
  readonly prompts: number;
  readonly solutions: number;
  /** The scores of the next token of every solution after reading `tokens`, prompt by prompt: P · S · size of the vocabulary. */
  readonly step: (tokens: readonly number[]) => Promise<Float32Array>;
  /** The same reading of some of its prompts, in this order; the old one must not be used again. */
  readonly keep: (places: readonly number[]) => Reading;
}

export interface Decoder {
  /**
   * Reads prompts of at least one token. Returns the scores of the first token of each prompt's solutions (P · size of the
   * vocabulary); all solutions of a prompt share them.
   */
  readonly read: (
    prompts: readonly (readonly number[])[],
    solutions: number,
  ) => Promise<{ readonly first: Float32Array; readonly reading: Reading }>;
}

/**
 * The model in onnxruntime's WebAssembly build, on one thread. `weights` are the checkpoint's numbers in the order in which
 * the graphs refer to them.
 */
export async function loadDecoder(graphs: string, weights: Float32Array): Promise<Decoder> {
  const data = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  const load = (file: string): Promise<InferenceSession> =>
    InferenceSession.create(readFileSync(join(graphs, file)), {
      executionProviders: ['wasm'],
      externalData: [{ path: WEIGHTS_FILE, data }],
    });
  const promptGraph = await load('prompt.onnx');
  const stepGraph = await load('step.onnx');
  return {
    async read(prompts, solutions) {
      const longest = Math.max(...prompts.map((prompt) => prompt.length));
      const results = await promptGraph.run({
        tokens: integers(
          prompts.flatMap((prompt) => Array.from({ length: longest }, (_, place) => prompt[place] ?? 0)),
          [prompts.length, longest],
        ),
        last: integers(
          prompts.map((prompt) => prompt.length - 1),
          [prompts.length, 1],
        ),
        positions: integers([...Array(longest).keys()], [longest]),
        hidden: laterPlaces(longest),
      });
      const layers = Object.keys(results).filter((name) => name.startsWith('keys.')).length;
      const parts = new Map<string, Tensor>([['unseen', padding(prompts, longest)]]);
      for (let layer = 0; layer < layers; layer += 1) {
        const keys = resultOf(results, `keys.${layer}`);
        const [, heads = 0, width = 0] = keys.dims;
        const none = new Float32Array();
        parts.set(`prompt-keys.${layer}`, keys);
        parts.set(`prompt-values.${layer}`, resultOf(results, `values.${layer}`));
        const own = [prompts.length, heads, solutions];
        parts.set(`past-keys.${layer}`, new Tensor('float32', none, [...own, width, 0]));
        parts.set(`past-values.${layer}`, new Tensor('float32', none, [...own, 0, width]));
      }
      return {
        first: numbersOf(resultOf(results, 'logits')),
        reading: readingOf(
          stepGraph,
          parts,
          prompts.map((prompt) => prompt.length),
          solutions,
        ),
      };
    },
  };
}

/** @param parts the inputs of the step graph except tokens and positions; @param positions of the next token of each prompt. */
function readingOf(
  stepGraph: InferenceSession,
  parts: Map<string, Tensor>,
  positions: readonly number[],
  solutions: number,
): Reading {
  const prompts = positions.length;
  let steps = 0;
  return {
    prompts,
    solutions,
    async step(tokens) {
      const results = await stepGraph.run({
        ...Object.fromEntries(parts),
        tokens: integers(tokens, [prompts, solutions]),
        positions: integers(
          positions.map((position) => position + steps),
          [prompts],
        ),
      });
      steps += 1;
      for (const name of parts.keys()) {
        if (name.startsWith('past-')) parts.set(name, resultOf(results, name.replace('past-', 'own-')));
      }
      return numbersOf(resultOf(results, 'logits'));
    },
    keep(places) {
      const kept = new Map([...parts].map(([name, tensor]) => [name, rowsOf(tensor, places)]));
      return readingOf(
        stepGraph,
        kept,
        places.map((place) => (positions[place] ?? 0) + steps),
        solutions,
      );
    },
  };
}

const integers = (values: readonly number[], dims: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), dims);

/** A token sees itself and those before it: positions × positions, 0 where seen. */
function laterPlaces(longest: number): Tensor {
  const scores = new Float32Array(longest * longest);
  for (let row = 0; row < longest; row += 1)
    scores.fill(UNSEEN, row * longest + row + 1, (row + 1) * longest);
  return new Tensor('float32', scores, [longest, longest]);
}

/** Shorter prompts are padded at their end, and no solution sees the padding: P × 1 × 1 × T, 0 where seen. */
function padding(prompts: readonly (readonly number[])[], longest: number): Tensor {
  const scores = new Float32Array(prompts.length * longest);
  for (const [place, prompt] of prompts.entries())
    scores.fill(UNSEEN, place * longest + prompt.length, (place + 1) * longest);
  return new Tensor('float32', scores, [prompts.length, 1, 1, longest]);
}

function rowsOf(tensor: Tensor, places: readonly number[]): Tensor {
  const values = numbersOf(tensor);
  const [rows = 1, ...rest] = tensor.dims;
  const size = values.length / rows;
  const kept = new Float32Array(size * places.length);
  for (const [row, place] of places.entries())
    kept.set(values.subarray(place * size, (place + 1) * size), row * size);
  return new Tensor('float32', kept, [places.length, ...rest]);
}

function resultOf(results: InferenceSession.ReturnType, name: string): Tensor {
  const result = results[name];
  if (result === undefined) throw new Error(`the graph gives no ${name}`);
  return result;
}

function numbersOf(tensor: Tensor): Float32Array {
  if (tensor.data instanceof Float32Array) return tensor.data;
  throw new Error(`found numbers of type ${tensor.type}, expected float32`);
}
