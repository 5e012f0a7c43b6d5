import type { Block } from './blocks.ts';
import type { CompletionChoice, CompletionResponse } from '../servers/chat/completion-response.ts';
import { RequestFailure } from '../servers/http/request-failure.ts';
import type { Usage } from '../servers/chat/completion.ts';
import type { PerRequestSetting } from '../servers/chat/sampling-settings.ts';
import type { Sample } from '../store/suite-in-store.ts';

/** Samples per request for `auto`. Some servers do not accept more. */
const AUTO = 8;
/**
 * If this many responses in a row, from the first one on, contain only identical texts, all further samples are
 * requested one at a time.
 */
const MOST_REPETITIONS = 3;

/** The result for a group of samples: one completion each, or the reason for the failure. */
export type Drawn =
  | { readonly samples: readonly Sample[]; readonly completions: readonly CompletionChoice[] }
  | { readonly samples: readonly Sample[]; readonly failure: RequestFailure };

/** Sends one request for a group of samples. Resolves with their completions, or with the failure after all retries. */
type Send = (samples: Block) => Promise<CompletionResponse | RequestFailure>;

/** Maximum samples per request; 1 if not configured. */
export function perRequestOf({ nPerRequest = 1 }: { readonly nPerRequest?: PerRequestSetting }): number {
  return nPerRequest === 'auto' ? AUTO : nPerRequest;
}

/**
 * Requests blocks of samples from a server: one request per block if the server supports `n`, otherwise one per sample.
 * The first block tests this while the others wait. A server does not support `n` if it refuses the request but accepts
 * a request for a single sample, if it ignores `n` (the completion that it returns is used), or if it returns n
 * identical texts although sampling should make them differ. Identical texts can occur by chance. If it happens, only
 * the block's first completion is used, the other samples are requested one by one, and the next block is tested, up to
 * three times.
 *
 * Later, if a request for several samples is refused, they are requested one by one. If a response contains fewer
 * completions than requested, they are used, and no later request asks for more than that number.
 */
export function openBlockRequests(options: {
  readonly perRequest: number;
  /** Whether identical texts are expected, as at temperature 0. */
  readonly isGreedy: boolean;
  /** Called once, if the server keeps returning identical texts. */
  readonly onRepetition: () => void;
}): (block: Block, send: Send) => AsyncGenerator<Drawn> {
  const { isGreedy, onRepetition } = options;
  let most = options.perRequest;
  let takes = most > 1 ? undefined : false;
  let repetitions = 0;
  let test: Promise<void> | undefined;

  const learn = (completions: readonly CompletionChoice[], asked: number): void => {
    if (completions.length > 1) most = Math.min(most, completions.length < asked ? completions.length : most);
    if (takes !== undefined) return;
    if (completions.length === 1) takes = false;
    else if (isGreedy || !areEqual(completions)) takes = true;
    else {
      repetitions += 1;
      if (repetitions < MOST_REPETITIONS) return;
      takes = false;
      onRepetition();
    }
  };
  /** Sends one request for several samples. Samples missing from the response must be requested one by one. */
  const together = async (samples: Block, send: Send): Promise<Drawn | undefined> => {
    const answer = await send(samples);
    if (answer instanceof RequestFailure) {
      const isAll = answer.kind === 'moderated' || (takes === true && answer.isTransient);
      return isAll ? { samples, failure: answer } : undefined;
    }
    const all = answer.completions.slice(0, samples.length);
    learn(all, samples.length);
    const counts = takes === true ? all : all.slice(0, 1);
    return { samples: samples.slice(0, counts.length), completions: shared(counts, answer.usage) };
  };
  const alone = async (sample: Sample, send: Send): Promise<Drawn> => {
    const answer = await send([sample]);
    return answer instanceof RequestFailure
      ? { samples: [sample], failure: answer }
      : { samples: [sample], completions: shared(answer.completions.slice(0, 1), answer.usage) };
  };
  async function* singly(samples: readonly Sample[], send: Send): AsyncGenerator<Drawn> {
    for (const sample of samples) yield await alone(sample, send);
  }
  /** Requests a block to test whether the server supports `n`. Returns at least the block's first sample. */
  const tested = async (block: Block, send: Send): Promise<Drawn> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    test = promise;
    try {
      const drawn = await together(block, send);
      if (drawn !== undefined) return drawn;
      const single = await alone(block[0], send);
      if ('completions' in single) takes = false;
      return single;
    } finally {
      test = undefined;
      resolve();
    }
  };

  return async function* ask(block, send) {
    let rest: readonly Sample[] = block;
    while (takes === undefined && rest.length > 1 && test !== undefined) await test;
    if (takes === undefined && rest.length > 1) {
      const drawn = await tested(block, send);
      yield drawn;
      rest = rest.slice(drawn.samples.length);
    }
    while (takes === true && isBlock(rest)) {
      const drawn = await together(firstOf(rest, most), send);
      if (drawn === undefined) break;
      yield drawn;
      rest = rest.slice(drawn.samples.length);
    }
    yield* singly(rest, send);
  };
}

function isBlock(samples: readonly Sample[]): samples is Block {
  return samples.length > 1;
}

function firstOf([first, ...others]: Block, most: number): Block {
  return [first, ...others.slice(0, most - 1)];
}

function areEqual([first, ...others]: readonly CompletionChoice[]): boolean {
  return others.every(({ text }) => text === first?.text);
}

/** The completions, each with its share of the response's tokens. The shares are whole numbers that add up to the total. */
function shared(
  completions: readonly CompletionChoice[],
  usage: Usage | undefined,
): readonly CompletionChoice[] {
  if (usage === undefined) return completions;
  const count = completions.length;
  const share = (whole: number, place: number): number =>
    Math.floor((whole * (place + 1)) / count) - Math.floor((whole * place) / count);
  return completions.map((completion, place) => ({
    ...completion,
    usage: {
      prompt_tokens: share(usage.prompt_tokens, place),
      completion_tokens: share(usage.completion_tokens, place),
      ...(usage.reasoning_tokens !== undefined && {
        reasoning_tokens: share(usage.reasoning_tokens, place),
      }),
    },
  }));
}
