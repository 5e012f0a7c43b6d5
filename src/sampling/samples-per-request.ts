import type { Block } from './blocks.ts';
import type { CompletionChoice, CompletionResponse } from '../servers/chat/completion-response.ts';
import { RequestFailure } from '../servers/http/request-failure.ts';
import { RepetitionTest } from './repetition-test.ts';
import type { Usage } from '../servers/chat/completion.ts';
import type { PerRequestSetting } from '../servers/chat/sampling-settings.ts';
import type { Sample } from '../store/suite-in-store.ts';

/** Samples per request for `auto`. Some servers do not accept more. */
const AUTO = 8;

/** The result for a group of samples: one completion each, or the reason for the failure. */
export type Drawn =
  | { readonly samples: readonly Sample[]; readonly completions: readonly CompletionChoice[] }
  | { readonly samples: readonly Sample[]; readonly failure: RequestFailure };

/** Sends one request for a group of samples. Resolves with their completions, or with the failure after all retries. */
type Send = (samples: Block) => Promise<CompletionResponse | RequestFailure>;

/** Maximum number of samples per request; 1 if not configured. */
export function perRequestOf({ nPerRequest = 1 }: { readonly nPerRequest?: PerRequestSetting }): number {
  return nPerRequest === 'auto' ? AUTO : nPerRequest;
}

/**
 * Requests blocks of samples from a server: one request per block if the server supports `n`, otherwise one per sample.
 * The first block tests this while the other blocks wait. If the server refuses the request but accepts a request for a
 * single sample, the next request asks for half as many samples. A server does not support `n` if it refuses even two
 * samples, if it ignores `n` (in that case, the one completion that it returns is kept), or if it repeats itself. A
 * server repeats itself if it returns one text several times although sampling should make the texts differ.
 *
 * A confident model may also return one text several times. Therefore, until a block has different texts, each block of
 * identical texts is compared with controls, which are samples that are requested alone and replace samples of the
 * block. At first, controls replace all but the block's first sample. Once all of these have agreed with their block,
 * each later block gets only one control. See {@link RepetitionTest}.
 *
 * Later, if a request for several samples is refused, or fails after all retries although the server responds, its
 * samples are requested one by one, because one of them may be to blame. If a response has fewer completions than
 * requested, those completions are kept, and later requests ask for at most that number.
 */
export function openBlockRequests(options: {
  readonly perRequest: number;
  /** Whether identical texts are expected, as at temperature 0. */
  readonly isGreedy: boolean;
  /** Called once, if the server repeats itself. */
  readonly onRepetition: () => void;
}): (block: Block, send: Send) => AsyncGenerator<Drawn> {
  const { isGreedy, onRepetition } = options;
  const repetition = new RepetitionTest();
  let most = options.perRequest;
  let takes = most > 1 ? undefined : false;
  /** The largest number of completions in any response so far. */
  let proven = 1;
  let test: Promise<void> | undefined;

  const isTesting = (): boolean => takes === undefined || (!isGreedy && repetition.state === 'untested');
  /** Sends one request for several samples; undefined if smaller requests may succeed. */
  const together = async (
    samples: Block,
    send: Send,
  ): Promise<CompletionResponse | RequestFailure | undefined> => {
    const answer = await send(samples);
    if (answer instanceof RequestFailure) {
      return answer.kind === 'moderated' || (takes === true && !isDivisible(answer)) ? answer : undefined;
    }
    const completions = answer.completions.slice(0, samples.length);
    if (completions.length > 1 && completions.length < samples.length) {
      most = Math.min(most, completions.length);
    }
    proven = Math.max(proven, completions.length);
    takes ??= completions.length > 1;
    return { ...answer, completions };
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
  /** Yields a block's completions. If their texts are identical, some of them are replaced with controls. */
  async function* controlled(
    samples: readonly Sample[],
    { completions, usage }: CompletionResponse,
    send: Send,
  ): AsyncGenerator<Drawn> {
    const isSuspect = completions.length > 1 && !isGreedy && areEqual(completions);
    if (completions.length > 1 && !isSuspect) repetition.sawDifferentTexts();
    let replaced = 0;
    if (isSuspect && repetition.state !== 'varies') {
      const needsOne = repetition.state === 'trusted';
      let controls = 0;
      let differing = 0;
      for (const sample of samples.slice(1)) {
        const control = await alone(sample, send);
        yield control;
        replaced += 1;
        if ('completions' in control) {
          controls += 1;
          differing += areEqual([...completions.slice(0, 1), ...control.completions]) ? 0 : 1;
        }
        if (needsOne && differing === 0) break;
      }
      if (repetition.sawOneText({ texts: completions.length, controls, differing })) {
        takes = false;
        onRepetition();
      }
    }
    const counts = <T>(all: readonly T[]): readonly T[] => [...all.slice(0, 1), ...all.slice(1 + replaced)];
    yield { samples: counts(samples), completions: shared(counts(completions), usage) };
  }

  return async function* ask(block, send) {
    let rest: readonly Sample[] = block;
    while (isBlock(rest) && takes !== false) {
      if (isTesting() && test !== undefined) {
        await test;
        continue;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      if (isTesting()) test = promise;
      try {
        const samples = firstOf(rest, most);
        const answer = await together(samples, send);
        if (answer === undefined) {
          const single = await alone(samples[0], send);
          const isTooMany = 'completions' in single && samples.length > proven;
          if (isTooMany) most = Math.min(most, Math.max(proven, Math.floor(samples.length / 2)));
          if (most === 1) takes = false;
          yield single;
          rest = rest.slice(1);
          if (!isTooMany) break;
        } else if (answer instanceof RequestFailure) {
          yield { samples, failure: answer };
          rest = rest.slice(samples.length);
        } else {
          const answered = samples.slice(0, answer.completions.length);
          yield* controlled(answered, answer, send);
          rest = rest.slice(answered.length);
        }
      } finally {
        if (test === promise) test = undefined;
        resolve();
      }
    }
    yield* singly(rest, send);
  };
}

/**
 * Whether a request for fewer samples may succeed: the server responded, was not merely busy, and did not refuse the
 * prompt's content.
 */
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
