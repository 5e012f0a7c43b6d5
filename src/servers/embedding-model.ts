import type { EmbeddingsConfig } from '../config/schema/embeddings.ts';
import type { LimitsPerMinute } from '../config/schema/server.ts';
import { type Environment, addressFrom, checkBaseUrl } from './address.ts';

/** The model that embeds both checkpoints' solutions, and its server. */
export interface EmbeddingModel {
  readonly model: string;
  /** Contains no user info, query, fragment or trailing slash. */
  readonly baseUrl: string;
  /** Name of the environment variable that contains the base URL; absent if the URL is in the configuration. */
  readonly baseUrlEnv?: string;
  readonly apiKeyEnv?: string;
  readonly headersEnv?: string;
  readonly digest?: string;
  /** Texts per request, at least 1. */
  readonly batch: number;
  /** Maximum characters per text, at least 1. Only the beginning of longer text is embedded. */
  readonly maxCharacters: number;
  /** The server's per-minute limits. */
  readonly limits?: LimitsPerMinute;
}

/**
 * Returns the configured embedding model. Reads its base URL from the environment if `base-url-env` is set.
 *
 * @throws {ConfigError} if that variable is unset or empty, or contains an invalid address
 */
export const resolveEmbeddingModel = (config: EmbeddingsConfig, env: Environment): EmbeddingModel => {
  const { baseUrl, baseUrlEnv, ...rest } = config;
  if (baseUrl !== undefined) return { ...rest, baseUrl: checkBaseUrl(baseUrl, 'embeddings.base-url') };
  if (baseUrlEnv === undefined) throw new Error('embeddings have neither base-url nor base-url-env');
  const address = addressFrom(baseUrlEnv, 'embeddings.base-url-env', env);
  return { ...rest, baseUrlEnv, baseUrl: checkBaseUrl(address, `the environment variable ${baseUrlEnv}`) };
};
