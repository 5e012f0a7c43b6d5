import type { Checkpoint } from '../checkpoint.ts';

/** The server for a checkpoint, the embedding model or the judge. */
export interface Endpoint
  extends
    Pick<Checkpoint, 'model' | 'baseUrl' | 'baseUrlEnv' | 'apiKeyEnv' | 'headersEnv'>,
    Partial<Pick<Checkpoint, 'api'>> {
  /** The role of this server. */
  readonly side: Checkpoint['side'] | 'embeddings' | 'the judge';
}

/** The configuration section that defines this server. */
export function sectionOf({ side }: Endpoint): 'checkpoints' | 'embeddings' | 'grader' {
  if (side === 'the judge') return 'grader';
  return side === 'embeddings' ? 'embeddings' : 'checkpoints';
}

/** The request path under the base URL. */
export function pathOf({ side, api = 'chat' }: Pick<Endpoint, 'side' | 'api'>): string {
  if (side === 'embeddings') return '/embeddings';
  return api === 'chat' ? '/chat/completions' : '/completions';
}

/** The server's name at the start of a message. */
export function serverName({ side }: Endpoint): string {
  if (side === 'the judge') return "The judge's server";
  return side === 'embeddings' ? 'The embedding server' : `The server for ${side}`;
}

/**
 * The address to show in messages. An address from the environment is a secret, so the variable's name is shown
 * instead. The CI runner's masking is not enough, because neutralizing log text changes the spelling of an address.
 */
export function shownAddress({ baseUrl, baseUrlEnv }: Pick<Endpoint, 'baseUrl' | 'baseUrlEnv'>): string {
  return baseUrlEnv === undefined ? baseUrl : `the address in ${baseUrlEnv}`;
}

/**
 * The setting that contains the server's address: a configuration key, or the environment variable that the key refers
 * to.
 */
export function addressSetting(endpoint: Endpoint): string {
  const { baseUrlEnv } = endpoint;
  return baseUrlEnv === undefined ? `${sectionOf(endpoint)}.base-url` : `environment variable ${baseUrlEnv}`;
}
