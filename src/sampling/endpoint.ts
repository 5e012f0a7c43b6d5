import type { Checkpoint } from '../checkpoints/checkpoint.ts';

/** A server that is asked: a checkpoint's, or that of a model which embeds or judges solutions. */
export interface Endpoint extends Pick<Checkpoint, 'model' | 'baseUrl' | 'apiKeyEnv' | 'headersEnv'> {
  /** For whom it answers. */
  readonly side: Checkpoint['side'] | 'embeddings' | 'the judge';
}

/** The section of the configuration that describes it. */
export function sectionOf({ side }: Endpoint): 'checkpoints' | 'embeddings' | 'grader' {
  if (side === 'the judge') return 'grader';
  return side === 'embeddings' ? 'embeddings' : 'checkpoints';
}
