import type { Servers } from '../servers/serve/running-server.ts';
import type { StoreRequest } from '../store/suite-in-store.ts';
import type { Budget } from './budget.ts';
import type { Preflight } from './preflight.ts';
import type { Progress } from './progress.ts';
import type { Sampled } from './sampled.ts';
import type { Order } from './turns.ts';

export interface SamplingRequest extends StoreRequest {
  /** Whether both sides are asked in turn; so where absent. */
  readonly order?: Order;
  /** Whether this is a part of a run, which may lack every sample of a side and still be worth something to the whole. */
  readonly isPart?: boolean;
  /** Serves the checkpoints that have a `serve`; needed where one has. Whoever opened it stops what runs in the end. */
  readonly servers?: Servers;
  /** What is done with the samples that a run begins with; nothing where absent. */
  readonly preflight?: Preflight;
  /** What may be spent; anything where absent. */
  readonly budget?: Budget;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Told where each side of each suite stands: at the start, and whenever a sample was had or failed. */
  readonly onProgress: (progress: Progress) => void;
  /** Told how long each block of samples took, with all attempts and waits. */
  readonly onBlock?: (block: {
    readonly side: 'old' | 'new';
    readonly suite: string;
    readonly ms: number;
  }) => void;
  /** Told in one sentence of what is odd but stops nothing. */
  readonly onWarning?: (message: string) => void;
}

export type Sampler = (request: SamplingRequest) => Promise<Sampled>;
