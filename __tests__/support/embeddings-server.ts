import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Asked, type FakeServer, sendJson, startServer } from '../sampling/fake-server.ts';
import { hashedEmbedding } from './hashed-embedding.ts';

const requestSchema = z.object({
  model: z.string(),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.literal('float'),
});

/** The texts that a request wants to embed. */
export function textsOf({ body }: Asked): readonly string[] {
  return requestSchema.parse(body).input;
}

/** The numbers as servers write them under `encoding_format: base64`. */
export function base64Of(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64');
}

/**
 * The response to a request: hashed bags of words, last text first, because the order of a response carries
 * no meaning.
 */
export function embeddingsAnswer(
  asked: Asked,
  format: 'float' | 'base64' = 'float',
): Record<string, unknown> {
  const texts = textsOf(asked);
  const data = texts.map((text, index) => {
    const vector = hashedEmbedding(text);
    return { object: 'embedding', index, embedding: format === 'float' ? vector : base64Of(vector) };
  });
  const prompt_tokens = texts.join(' ').split(/\s+/u).length;
  return {
    object: 'list',
    model: String(asked.body['model']),
    data: data.toReversed(),
    usage: { prompt_tokens, total_tokens: prompt_tokens },
  };
}

/**
 * An OpenAI-compatible `/v1/embeddings` on 127.0.0.1 that stops with the test. `instead` may answer a request
 * differently, and then returns true.
 */
export function startEmbeddingsServer(
  instead: (asked: Asked, response: ServerResponse) => boolean = () => false,
): Promise<FakeServer> {
  return startServer((asked, response) => {
    if (instead(asked, response)) return;
    if (asked.path === '/v1/embeddings') sendJson(response, 200, embeddingsAnswer(asked));
    else if (asked.path === '/v1/models') sendJson(response, 200, { object: 'list', data: [{ id: 'bags' }] });
    else sendJson(response, 404, { error: { message: `no ${asked.path} here` } });
  });
}
