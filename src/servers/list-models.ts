import { openConnection } from './http/connection.ts';
import { RequestFailure } from './http/request-failure.ts';
import type { Timing } from '../timing.ts';

/** The models that a server lists, or why it lists none. */
export type ModelList =
  | { readonly names: readonly string[] }
  | {
      /** Completes "the server does not list its models: …". Contains neither hosts nor secrets. */
      readonly why: string;
      /** `refused`: it needs a key, or another one. `other`: it answered something else. `silent`: it did not answer. */
      readonly kind: 'refused' | 'other' | 'silent';
    };

/**
 * Asks a server once which models it lists, for at most 5 seconds. Without `apiKeyEnv`, no key is sent.
 *
 * @param options.baseUrlEnv the variable that contains the base URL, which is then a secret
 * @throws {SamplingError} if `apiKeyEnv` is not set or cannot be sent
 */
export async function listModels(options: {
  readonly baseUrl: string;
  readonly baseUrlEnv?: string | undefined;
  readonly apiKeyEnv?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
}): Promise<ModelList> {
  const { baseUrl, baseUrlEnv, apiKeyEnv, env, timing } = options;
  const connection = openConnection({
    endpoint: {
      side: 'old',
      model: '{version}',
      baseUrl,
      ...(baseUrlEnv !== undefined && { baseUrlEnv }),
      ...(apiKeyEnv !== undefined && { apiKeyEnv }),
    },
    timeoutMs: 5_000,
    env,
    timing,
    heard: () => {},
  });
  try {
    return { names: await connection.listModels() };
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    const refused = error.status === 401 || error.status === 403;
    return { why: error.message, kind: refused ? 'refused' : error.isAnswer ? 'other' : 'silent' };
  } finally {
    connection.close();
  }
}
