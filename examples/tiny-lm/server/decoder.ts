import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from '../runtime/onnxruntime.ts';

/** The name that the graphs use for the file of weights, and a score that excludes a token. */
const WEIGHTS_FILE = 'weights';
const UNSEEN = -1e9;

/** Beginnings of solutions. */
export interface Reading {
  /**
   * Replaces the beginnings by longer ones: each is the one at the place `from` and a token. Returns the scores of their next
   * tokens: beginnings · size of the vocabulary. A beginning that is continued must also be continued at its own place, unless
   * there are no longer that many places.
   */
  readonly step: (
    beginnings: readonly { readonly from: number; readonly token: number }[],
  ) => Promise<Float32Array>;
}

export interface Decoder {
  /**
   * Reads prompts of at least one token, each of which becomes an empty beginning. Returns the scores of their first tokens:
   * prompts · size of the vocabulary.
   */
  readonly read: (
    prompts: readonly (readonly number[])[],
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
    async read(prompts) {
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
      const parts = new Map([['unseen', rowsOf(padding(prompts, longest))]]);
      for (let layer = 0; layer < layers; layer += 1) {
        const keys = resultOf(results, `keys.${layer}`);
        const [, heads = 0, width = 0] = keys.dims;
        const values = new Float32Array();
        parts.set(`prompt-keys.${layer}`, rowsOf(keys));
        parts.set(`prompt-values.${layer}`, rowsOf(resultOf(results, `values.${layer}`)));
        parts.set(`past-keys.${layer}`, { values, dims: [heads, 1, width, 0] });
        parts.set(`past-values.${layer}`, { values, dims: [heads, 1, 0, width] });
      }
      const positions = prompts.map((prompt) => prompt.length);
      return {
        first: numbersOf(resultOf(results, 'logits')),
        reading: readingOf(stepGraph, parts, positions),
      };
    },
  };
}

/** Equally large tensors, one for each beginning. There may be more values, which belong to none. */
interface Rows {
  readonly values: Float32Array;
  readonly dims: readonly number[];
}

/**
 * The step graph can read several solutions of a prompt beside each other; here each beginning is a prompt of its own, so that
 * any number of them can have the same prompt.
 *
 * @param parts the inputs of the step graph except tokens and positions
 * @param positions of the next token of each beginning
 */
function readingOf(
  stepGraph: InferenceSession,
  parts: Map<string, Rows>,
  positions: readonly number[],
): Reading {
  let places = positions;
  return {
    async step(beginnings) {
      const count = beginnings.length;
      places = beginnings.map(({ from }) => places[from] ?? 0);
      for (const [name, rows] of parts) parts.set(name, moved(rows, beginnings));
      const results = await stepGraph.run({
        ...Object.fromEntries([...parts].map(([name, rows]) => [name, tensorOf(rows, count)])),
        tokens: integers(
          beginnings.map(({ token }) => token),
          [count, 1],
        ),
        positions: integers(places, [count]),
      });
      places = places.map((place) => place + 1);
      for (const name of parts.keys()) {
        if (name.startsWith('past-'))
          parts.set(name, rowsOf(resultOf(results, name.replace('past-', 'own-'))));
      }
      return numbersOf(resultOf(results, 'logits'));
    },
  };
}

/** Copies only the beginnings that are not where they were. */
function moved({ values, dims }: Rows, beginnings: readonly { readonly from: number }[]): Rows {
  const size = sizeOf(dims);
  const room =
    values.length < beginnings.length * size
      ? new Float32Array(Math.ceil(1.25 * beginnings.length) * size)
      : values;
  if (room !== values) room.set(values);
  for (const [place, { from }] of beginnings.entries())
    if (place !== from) room.copyWithin(place * size, from * size, (from + 1) * size);
  return { values: room, dims };
}

const sizeOf = (dims: readonly number[]): number => dims.reduce((size, length) => size * length, 1);

const tensorOf = ({ values, dims }: Rows, count: number): Tensor =>
  new Tensor('float32', values.subarray(0, count * sizeOf(dims)), [count, ...dims]);

const rowsOf = (tensor: Tensor): Rows => ({ values: numbersOf(tensor), dims: tensor.dims.slice(1) });

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

function resultOf(results: InferenceSession.ReturnType, name: string): Tensor {
  const result = results[name];
  if (result === undefined) throw new Error(`the graph gives no ${name}`);
  return result;
}

function numbersOf(tensor: Tensor): Float32Array {
  if (tensor.data instanceof Float32Array) return tensor.data;
  throw new Error(`found numbers of type ${tensor.type}, expected float32`);
}
