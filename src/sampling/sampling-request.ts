import type { Servers } from '../servers/serve/running-server.ts';
import type { StoreRequest } from '../store/suite-in-store.ts';
import type { Budget } from './budget.ts';
import type { Preflight } from './preflight.ts';
import type { Progress } from './progress.ts';
import type { Sampled } from './sampled.ts';
import type { Order } from './turns.ts';

export interface SamplingRequest extends StoreRequest {
  /** Default: `interleaved`. Ignored if the run serves both checkpoints itself. */
  readonly order?: Order;
  /** Whether this is one shard of a run. A shard may lack every sample of a side and still be useful. */
  readonly isPart?: boolean;
  /**
   * Serves the checkpoints that have `serve`. Required if either does. The caller must stop the running server at the
   * end.
   */
  readonly servers?: Servers;
  /** Checks the run's first samples. Default: no checks. */
  readonly preflight?: Preflight;
  /** Default: unlimited. */
  readonly budget?: Budget;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Called with the progress of one side of a suite, at the start and whenever a sample succeeds or fails. */
  readonly onProgress: (progress: Progress) => void;
  /** Called with the duration of each block of samples, including all retries and waits. */
  readonly onBlock?: (block: {
    readonly side: 'old' | 'new';
    readonly suite: string;
    readonly ms: number;
  }) => void;
  /** Called with one sentence about an anomaly that does not stop the run. */
  readonly onWarning?: (message: string) => void;
}

export type Sampler = (request: SamplingRequest) => Promise<Sampled>;
