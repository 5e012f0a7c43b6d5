import { z } from 'zod';
import { jsonOf, malformed } from '../http/response-json.ts';
import { foreignResponse } from '../http/foreign-response.ts';
import type { Redaction } from '../http/redaction.ts';
import type { Usage } from '../chat/completion.ts';
import { decodeVector, isFiniteVector } from './vector.ts';

/** A server's response to a batch of texts. */
export interface EmbeddingAnswer {
  /** In the same order as the texts. All have the same length and contain only finite numbers. */
  readonly vectors: readonly Float32Array[];
  /** Absent if the server does not count tokens. */
  readonly usage?: Usage;
}

const answerSchema = z.object({
  data: z.array(
    z.object({
      index: z.int().nonnegative(),
      embedding: z.union([z.array(z.number()).min(1), z.string()]),
    }),
  ),
  usage: z.object({ prompt_tokens: z.int().nonnegative() }).optional().catch(undefined),
});

/**
 * Reads the body of an `/embeddings` response: vectors as lists of numbers or as base64, in any order.
 *
 * @param expected.texts the number of texts sent
 * @param expected.dimensions the length of this model's vectors, if known
 * @throws {RequestFailure} `malformed`, unless there is exactly one valid vector for every text
 */
export function readEmbeddings(
  body: unknown,
  expected: { readonly texts: number; readonly dimensions: number | undefined; readonly redact: Redaction },
): EmbeddingAnswer {
  const answer = jsonOf(body);
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw foreignResponse({ body, expected: 'embeddings', redact: expected.redact });
  const { data, usage } = parsed.data;
  if (data.length !== expected.texts) {
    throw malformed(`contains ${data.length} embeddings for ${expected.texts} texts`);
  }
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of data) {
    if (index >= expected.texts) throw malformed(`contains an embedding with the unknown index ${index}`);
    if (vectors[index] !== undefined) throw malformed(`contains two embeddings with index ${index}`);
    vectors[index] = vectorOf(embedding);
  }
  const dimensions = expected.dimensions ?? vectors[0]?.length;
  const odd = vectors.find(({ length }) => length !== dimensions);
  if (odd !== undefined) {
    throw malformed(`contains an embedding of ${odd.length} numbers, but others have ${dimensions}`);
  }
  return {
    vectors,
    ...(usage !== undefined && { usage: { prompt_tokens: usage.prompt_tokens, completion_tokens: 0 } }),
  };
}

function vectorOf(embedding: readonly number[] | string): Float32Array {
  const vector = typeof embedding === 'string' ? decodeVector(embedding) : Float32Array.from(embedding);
  if (vector === undefined) throw malformed('contains an embedding that is not base64-encoded numbers');
  if (!isFiniteVector(vector)) throw malformed('contains an embedding with a non-finite number');
  return vector;
}
