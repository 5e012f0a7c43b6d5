import type { Block } from './blocks.ts';
import type { CompletionChoice, CompletionResponse } from '../servers/chat/completion-response.ts';
import { RequestFailure } from '../servers/http/request-failure.ts';
import type { Usage } from '../servers/chat/completion.ts';
import type { PerRequestSetting } from '../servers/chat/sampling-settings.ts';
import type { Sample } from '../store/suite-in-store.ts';

/** The number for `auto`. Some servers accept no more than this. */
const AUTO = 8;
/** If each of this many first responses consists of identical texts, samples are requested one at a time from then on. */
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
 * The first block tests this while the others wait. If the server refuses the request but accepts one for a single
 * sample, the next request asks for half as many. A server does not support `n` if it refuses even two, if it ignores
 * `n` (its one completion counts), or if it returns n identical texts although sampling should make them differ. Identical texts can occur by chance. In that case, only the first completion of the
 * block counts, the others are requested one by one, and the next block is tested, up to three times.
 *
 * Later, if a request for several samples is refused, or fails after all retries although the server responds, they are
 * requested one by one, because one of them may be to blame. If a response has fewer completions than requested, these
 * count, and no later request asks for more than that number.
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
  /** The largest number of completions in a response so far. */
  let proven = 1;
  let repetitions = 0;
  let test: Promise<void> | undefined;

  const learn = (completions: readonly CompletionChoice[], asked: number): void => {
    proven = Math.max(proven, completions.length);
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
  /** Sends one request for several samples. Undefined if smaller requests may succeed. */
  const together = async (samples: Block, send: Send): Promise<Drawn | undefined> => {
    const answer = await send(samples);
    if (answer instanceof RequestFailure) {
      const isAll = answer.kind === 'moderated' || (takes === true && !isDivisible(answer));
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
  /**
   * Requests the first samples of a block together, or if that fails, its first sample alone. Returns the result, and
   * whether the next samples may be requested together as well.
   */
  const first = async (
    block: Block,
    send: Send,
  ): Promise<{ readonly drawn: Drawn; readonly goesOn: boolean }> => {
    const samples = firstOf(block, most);
    const drawn = await together(samples, send);
    if (drawn !== undefined) return { drawn, goesOn: takes === true };
    const single = await alone(samples[0], send);
    const isTooMany = 'completions' in single && samples.length > proven;
    if (isTooMany) most = Math.min(most, Math.max(proven, Math.floor(samples.length / 2)));
    if (most === 1) takes = false;
    return { drawn: single, goesOn: isTooMany };
  };
  /** The same, while other blocks wait for what it shows about the server. */
  const tested: typeof first = async (block, send) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    test = promise;
    try {
      return await first(block, send);
    } finally {
      test = undefined;
      resolve();
    }
  };

  return async function* ask(block, send) {
    let rest: readonly Sample[] = block;
    for (let goesOn = true; goesOn && takes !== false && isBlock(rest);) {
      if (takes === undefined && test !== undefined) {
        await test;
        continue;
      }
      const result: Awaited<ReturnType<typeof first>> = await (takes === undefined ? tested : first)(
        rest,
        send,
      );
      yield result.drawn;
      rest = rest.slice(result.drawn.samples.length);
      goesOn = result.goesOn;
    }
    yield* singly(rest, send);
  };
}

/** Whether a request for fewer samples may succeed: the server responds, and is not merely busy. */
export function isDivisible(failure: RequestFailure): boolean {
  return failure.isAnswer && !failure.isBusy && failure.kind !== 'moderated';
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
