import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { baseUrl, environmentVariable, modelName } from './server.ts';
import { wholeNumber } from './whole-number.ts';

/** The model that embeds solutions, and its address: either `baseUrl` or `baseUrlEnv` is set. */
export interface EmbeddingsConfig {
  readonly model: string;
  readonly baseUrl?: string;
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  readonly digest?: string;
  /** Texts per request. */
  readonly batch: number;
  /** Maximum characters of a text; of longer texts, only the beginning is embedded. */
  readonly maxCharacters: number;
}

export const embeddingsSchema = z
  .strictObject({
    model: modelName('BAAI/bge-m3').describe(
      'Model that embeds solutions; another one makes semantic diversity another measure',
    ),
    'base-url': baseUrl
      .optional()
      .describe('OpenAI-compatible server, up to and with `/v1`; no user info, no query'),
    'base-url-env': environmentVariable('EMBEDDINGS_BASE_URL')
      .optional()
      .describe('Names the variable that holds the base URL, where the address is not public'),
    'api-key-env': environmentVariable('EMBEDDINGS_API_KEY')
      .optional()
      .describe('Names the variable with the API key'),
    'headers-env': environmentVariable('EMBEDDINGS_HEADERS')
      .optional()
      .describe('Names the variable with a JSON object of further headers'),
    digest: z
      .string()
      .min(1)
      .register(expectations, {
        expected: 'a text that changes when the weights do',
        example: 'sha256:4f2a…',
      })
      .optional()
      .describe(
        'Identifies the weights; stored embeddings are found again under it wherever the model is served. The base URL does so where absent',
      ),
    batch: wholeNumber(1, 2048, '64').prefault(64).describe('Texts in one request'),
    'max-characters': wholeNumber(1, 1_000_000, '8000')
      .prefault(8000)
      .describe(
        'Longest text that is embedded: of a longer one its beginning is. Keep it within what the model reads',
      ),
  })
  .superRefine((raw, context) => {
    const { 'base-url': url, 'base-url-env': variable } = raw;
    for (const key of ['model', 'base-url'] as const) {
      if (raw[key]?.includes('{version}') !== true) continue;
      context.addIssue({
        code: 'custom',
        path: [key],
        message: 'found {version}, but one model embeds the solutions of both versions',
        params: { fix: 'Write the model and its address without {version}.' },
      });
    }
    if (url !== undefined && variable !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['base-url-env'],
        message: 'found beside base-url, expected one of the two',
        params: { fix: 'Keep base-url-env where the address is not public, base-url where it is.' },
      });
    } else if (url === undefined && variable === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'found neither base-url nor base-url-env, expected one of the two',
        params: { fix: 'Add base-url: with the address of the server that embeds texts.' },
      });
    }
  })
  .register(expectations, {
    expected: 'a mapping with model and base-url',
    example: '{ model: …, base-url: … }',
  })
  .transform((raw): EmbeddingsConfig => ({
    model: raw.model,
    ...(raw['base-url'] === undefined ? {} : { baseUrl: raw['base-url'] }),
    ...(raw['base-url-env'] === undefined ? {} : { baseUrlEnv: raw['base-url-env'] }),
    ...(raw['api-key-env'] === undefined ? {} : { apiKeyEnv: raw['api-key-env'] }),
    ...(raw['headers-env'] === undefined ? {} : { headersEnv: raw['headers-env'] }),
    ...(raw.digest === undefined ? {} : { digest: raw.digest }),
    batch: raw.batch,
    maxCharacters: raw['max-characters'],
  }));
