import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import {
  baseUrl,
  environmentVariable,
  limitKeys,
  type LimitsPerMinute,
  limitsIn,
  modelName,
} from './server.ts';
import { wholeNumber } from './whole-number.ts';

/** The model that embeds solutions, and its server's address. Either `baseUrl` or `baseUrlEnv` is set. */
export interface EmbeddingsConfig {
  readonly model: string;
  readonly baseUrl?: string;
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  readonly digest?: string;
  /** Texts per request. */
  readonly batch: number;
  /** Maximum characters per text. Only the beginning of longer text is embedded. */
  readonly maxCharacters: number;
  readonly limits?: LimitsPerMinute;
}

export const embeddingsSchema = z
  .strictObject({
    model: modelName('BAAI/bge-m3').describe(
      'Name of the embedding model. Semantic diversity values from different embedding models are not comparable',
    ),
    'base-url': baseUrl
      .optional()
      .describe(
        'Base URL of an OpenAI-compatible server, up to and including `/v1`, without credentials or query',
      ),
    'base-url-env': environmentVariable('EMBEDDINGS_BASE_URL')
      .optional()
      .describe('Name of the environment variable that contains the base URL, if the address is not public'),
    'api-key-env': environmentVariable('EMBEDDINGS_API_KEY')
      .optional()
      .describe('Name of the environment variable that contains the API key'),
    'headers-env': environmentVariable('EMBEDDINGS_HEADERS')
      .optional()
      .describe('Name of the environment variable that contains additional headers, as a JSON object'),
    digest: z
      .string()
      .min(1)
      .register(expectations, {
        expected: 'a string that changes when the weights change',
        example: 'sha256:4f2a…',
      })
      .optional()
      .describe(
        'Identifies the weights, so that stored embeddings can be reused even if another server serves the model. By default, the base URL identifies the weights',
      ),
    batch: wholeNumber(1, 2048, '64').prefault(64).describe('Number of texts per request'),
    'max-characters': wholeNumber(1, 1_000_000, '8000')
      .prefault(8000)
      .describe(
        "Maximum number of characters to embed from each text; the rest is ignored. Stay within the model's context length",
      ),
    ...limitKeys,
  })
  .superRefine((raw, context) => {
    const { 'base-url': url, 'base-url-env': variable } = raw;
    for (const key of ['model', 'base-url'] as const) {
      if (raw[key]?.includes('{version}') !== true) continue;
      context.addIssue({
        code: 'custom',
        path: [key],
        message: 'found {version}, but the same model must embed the solutions of both versions',
        params: { fix: 'Remove {version} from the model and its address.' },
      });
    }
    if (url !== undefined && variable !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['base-url-env'],
        message: 'found together with base-url, expected only one of the two',
        params: { fix: 'Keep base-url if the address is public, or base-url-env if it is not.' },
      });
    } else if (url === undefined && variable === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'found neither base-url nor base-url-env, expected one of the two',
        params: { fix: 'Add base-url with the address of the server that embeds texts.' },
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
    ...limitsIn(raw),
  }));
