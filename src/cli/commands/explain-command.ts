import { explain } from '../../run/explain/explain.ts';
import type { TextSource } from '../../run/explain/find-texts.ts';
import { ConfigError } from '../../errors.ts';
import { serialiseExplanation } from '../../result/explanation.ts';
import { renderExplanationMarkdown, renderExplanationTerminal } from '../../report/explanation-rendering.ts';
import type { Tool } from '../../logs/task-log.ts';
import { storedEmbeddings } from '../../store/embedding-store.ts';
import { storedPair } from '../../store/stored.ts';
import { localFiles } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { renderingFor } from '../terminal.ts';

interface ExplainOptions {
  readonly config: string;
  readonly out: string;
  readonly store: string;
  readonly oldCompletions?: string | undefined;
  readonly newCompletions?: string | undefined;
  readonly from?: Tool | undefined;
  readonly pool?: readonly string[] | undefined;
  readonly ignorePromptDifference?: string | undefined;
  readonly fresh?: string | undefined;
  readonly items: number;
  readonly samples?: number | undefined;
  readonly markdown: boolean;
  readonly json: boolean;
}

/**
 * `reversal-check explain`: shows the items that contributed most to a measure's change. Exits with 0 regardless of
 * the verdict, because it only explains a stored result.
 */
export async function explainCommand(
  target: string | undefined,
  options: ExplainOptions,
  { out, env }: Terminal,
): Promise<number> {
  const explanation = await explain({
    target,
    folder: options.out,
    configPath: options.config,
    files: localFiles,
    source: sourceOf(options, env),
    embeddings: { storeDir: options.store, env, lookUp: storedEmbeddings },
    mostItems: options.items,
    samplesOfItem: options.samples,
  });
  if (options.json) out.write(serialiseExplanation(explanation));
  else if (options.markdown) out.write(renderExplanationMarkdown(explanation));
  else out.write(renderExplanationTerminal(explanation, renderingFor(out, env)));
  return 0;
}

/** Uses the completions in the given files or, if none are given, those in the store. */
function sourceOf(options: ExplainOptions, env: Terminal['env']): TextSource {
  const { oldCompletions, newCompletions, from, pool, ignorePromptDifference, fresh: candidate } = options;
  if (oldCompletions !== undefined && newCompletions !== undefined) {
    const logs = from && { tool: from, pools: pool, ignoredInPrompts: ignorePromptDifference };
    return { paths: { old: oldCompletions, new: newCompletions }, logs };
  }
  if (from !== undefined && oldCompletions === newCompletions) throw logsAreMissing(from);
  if (oldCompletions === undefined && newCompletions === undefined)
    return { storeDir: options.store, fresh: candidate, env, lookUp: storedPair };
  throw new ConfigError({
    what: `found only --${oldCompletions === undefined ? 'new' : 'old'}-completions, expected both --old-completions and --new-completions, or neither`,
    where: 'the command line',
    fix: 'Specify both paths that you passed to compare: --old-completions OLD --new-completions NEW',
  });
}

const logsAreMissing = (from: Tool): ConfigError =>
  new ConfigError({
    what: `found --from ${from} without --old-completions and --new-completions`,
    where: 'the command line',
    fix: 'Specify both logs that you passed to compare: --old-completions OLD --new-completions NEW',
  });
