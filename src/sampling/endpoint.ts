import type { Checkpoint } from '../checkpoints/checkpoint.ts';

/** A server that is asked: a checkpoint's, or that of the model which embeds solutions. */
export interface Endpoint extends Pick<Checkpoint, 'model' | 'baseUrl' | 'apiKeyEnv' | 'headersEnv'> {
  /** For whom it answers. */
  readonly side: Checkpoint['side'] | 'embeddings';
}

/** The section of the configuration that describes it. */
export function sectionOf({ side }: Endpoint): 'checkpoints' | 'embeddings' {
  return side === 'embeddings' ? 'embeddings' : 'checkpoints';
}
