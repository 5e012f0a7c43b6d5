import { resolveCheckpoints } from '../../servers/resolve-checkpoints.ts';
import type { Checkpoint } from '../../servers/checkpoint.ts';
import type { Suite } from '../../evalset/suite.ts';
import { ConfigError } from '../../errors.ts';
import { reasoningReader } from '../../grading/answers/reasoning.ts';
import type { Result } from '../../result/result.ts';
import type { Completion, CompletionPair } from '../../servers/chat/completion.ts';
import { readCompletions } from '../../store/read-completions.ts';
import type { SamplingSettings } from '../../servers/chat/sampling-settings.ts';
import type { Files, Plan } from '../stages/plan.ts';
import type { LogOptions } from '../stages/read-both-logs.ts';

/** The location of a run's completions. */
export type TextSource =
  | {
      /** Files of completions, as given to `compare`. */
      readonly paths: { readonly old: string; readonly new: string };
      /** How to read logs; undefined for this program's own completions format. */
      readonly logs?: LogOptions | undefined;
    }
  | {
      readonly storeDir: string;
      /** The draw's name if the candidate was sampled again. */
      readonly fresh: string | undefined;
      readonly env: Readonly<Record<string, string | undefined>>;
      /** Finds a check's completions for a suite in the store; provided by the entry point. */
      readonly lookUp: (options: {
        readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint };
        readonly suite: Suite;
        readonly settings: SamplingSettings;
        readonly storeDir: string;
      }) => Promise<CompletionPair>;
    };

/** Returns a completion as it was compared; undefined if it is not available. */
export type TextOf = (side: 'old' | 'new', id: string, index: number) => string | undefined;

/**
 * Finds a result's completions, suite by suite. If they cannot be found, a note gives the reason, and `textOf` returns
 * undefined.
 */
export async function findTexts(
  suites: readonly Suite[],
  {
    source,
    plan,
    result,
    files,
  }: {
    readonly source: TextSource | { readonly generations: CompletionPair };
    readonly plan: Plan;
    readonly result: Pick<Result, 'old' | 'new' | 'provenance'>;
    readonly files: Pick<Files, 'open'>;
  },
): Promise<{ readonly textOf: (suite: string) => TextOf; readonly notes: readonly string[] }> {
  const found = await generationsOf(suites, { source, plan, result, files });
  if ('why' in found) return { textOf: () => () => undefined, notes: [found.why] };
  const { reasoning, reasoningTags } = plan.config.sampling;
  const withoutReasoning = reasoning === 'strip' ? reasoningReader(reasoningTags) : undefined;
  const promptOf = new Map(
    suites.flatMap(({ name, items }) =>
      items.map(({ id, messages }) => [JSON.stringify([name, id]), messages.at(-1)?.content]),
    ),
  );
  const place = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);
  const texts = new Map<string, string>();
  const have = new Set<string>();
  for (const side of ['old', 'new'] as const) {
    for (const { suite, id, index, text } of found[side]) {
      have.add(suite);
      const prompt = promptOf.get(place(suite, id));
      texts.set(place(suite, side, id, index), withoutReasoning?.(text, prompt) ?? text);
    }
  }
  return {
    textOf: (suite) => (side, id, index) => texts.get(place(suite, side, id, index)),
    notes: suites
      .filter(({ name }) => !have.has(name))
      .map(
        ({ name }) =>
          `Found no completions for ${name}, so no text is shown. Use --store to specify the store that contains them.`,
      ),
  };
}

async function generationsOf(
  suites: readonly Suite[],
  { source, plan: { config }, result, files }: Parameters<typeof findTexts>[1],
): Promise<CompletionPair | { readonly why: string }> {
  if ('generations' in source) return source.generations;
  if ('paths' in source) {
    const { open } = files;
    const [old, candidate] = await Promise.all([
      readCompletions({ path: source.paths.old, open }),
      readCompletions({ path: source.paths.new, open }),
    ]);
    return { old, new: candidate };
  }
  if (result.provenance.lock_hash === undefined) {
    return {
      why: 'This result was computed from files, so no text is shown. Specify the files with --old-completions and --new-completions.',
    };
  }
  const { storeDir, fresh: candidate, env, lookUp } = source;
  try {
    const checkpoints = resolveCheckpoints({
      checkpoints: config.checkpoints,
      versions: { old: result.old.version, new: result.new.version },
      draws: { new: candidate },
      env,
    });
    const both: { readonly old: Completion[]; readonly new: Completion[] } = { old: [], new: [] };
    for (const suite of suites) {
      const of = await lookUp({ checkpoints, suite, settings: config.sampling, storeDir });
      for (const each of of.old) both.old.push(each);
      for (const each of of.new) both.new.push(each);
    }
    return both;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      why: `No text is shown, because the store cannot be searched: ${error.where ?? ''}: ${error.what}. ${error.fix}`,
    };
  }
}
