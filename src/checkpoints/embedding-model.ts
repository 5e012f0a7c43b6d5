import type { EmbeddingsConfig } from '../config/embeddings-schema.ts';
import { type Environment, addressFrom, checkBaseUrl } from './base-url.ts';

/** The model that embeds the solutions of both checkpoints, and where it can be asked. */
export interface EmbeddingModel {
  readonly model: string;
  /** Without user info, query, hash or a slash at the end. */
  readonly baseUrl: string;
  /** Name of the environment variable that holds the base URL; absent where the configuration holds it. */
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  readonly digest?: string;
  /** Texts in one request, at least 1. */
  readonly batch: number;
  /** Of a longer text this many characters from its beginning are embedded; at least 1. */
  readonly maxCharacters: number;
}

/**
 * The embedding model of a configuration; its base URL is taken from the environment where the configuration says so.
 *
 * @throws ConfigError where that variable is unset or empty, or holds no usable address.
 */
export const resolveEmbeddingModel = (config: EmbeddingsConfig, env: Environment): EmbeddingModel => {
  const { baseUrl, baseUrlEnv, ...rest } = config;
  if (baseUrl !== undefined) return { ...rest, baseUrl: checkBaseUrl(baseUrl, 'embeddings.base-url') };
  if (baseUrlEnv === undefined) throw new Error('embeddings have neither base-url nor base-url-env');
  const address = addressFrom(baseUrlEnv, 'embeddings.base-url-env', env);
  return { ...rest, baseUrlEnv, baseUrl: checkBaseUrl(address, `the environment variable ${baseUrlEnv}`) };
};
