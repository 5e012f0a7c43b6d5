import type { Checkpoint } from '../checkpoint.ts';

/** A server that is asked: a checkpoint's, or that of a model which embeds or judges solutions. */
export interface Endpoint extends Pick<
  Checkpoint,
  'model' | 'baseUrl' | 'baseUrlEnv' | 'apiKeyEnv' | 'headersEnv'
> {
  /** For whom it answers. */
  readonly side: Checkpoint['side'] | 'embeddings' | 'the judge';
}

/** The section of the configuration that describes it. */
export function sectionOf({ side }: Endpoint): 'checkpoints' | 'embeddings' | 'grader' {
  if (side === 'the judge') return 'grader';
  return side === 'embeddings' ? 'embeddings' : 'checkpoints';
}

/**
 * The address as a message may show it: an address from the environment is a secret, so its variable is named in its place. No mask of
 * a runner can be relied on, since what makes a log inert changes how an address is written.
 */
export function shownAddress({ baseUrl, baseUrlEnv }: Pick<Endpoint, 'baseUrl' | 'baseUrlEnv'>): string {
  return baseUrlEnv === undefined ? baseUrl : `the address in ${baseUrlEnv}`;
}

/** The setting that says where the server is: a key of the configuration, or the environment variable that it names. */
export function addressSetting(endpoint: Endpoint): string {
  const { baseUrlEnv } = endpoint;
  return baseUrlEnv === undefined ? `${sectionOf(endpoint)}.base-url` : `environment variable ${baseUrlEnv}`;
}
