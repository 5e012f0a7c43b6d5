import { parseConfig } from '../../config/read.ts';
import { ConfigError } from '../../errors.ts';
import { contentHash } from '../../files/canonical-json.ts';
import type { LogFiles } from '../../logs/read-logs.ts';
import { completionsFrom, itemsOf } from '../../logs/to-samples.ts';
import type { Result } from '../../result/result.ts';
import type { Completion, CompletionPair } from '../../servers/chat/completion.ts';
import type { Plan } from '../stages/plan.ts';
import { type LogOptions, readBothLogs } from '../stages/read-both-logs.ts';

/**
 * Reads a result's items and completions again from its logs. Does not grade them, because the outcomes are in the
 * run's folder, so neither the configuration nor scores are needed.
 *
 * @throws {ConfigError} if a log is missing or invalid, or does not match the other side's log
 */
export async function explainedLogs(
  result: Pick<Result, 'suites' | 'provenance'>,
  {
    options,
    paths,
    files,
  }: {
    readonly options: LogOptions;
    readonly paths: { readonly old: string; readonly new: string };
    readonly files: LogFiles;
  },
): Promise<{ readonly plan: Plan; readonly generations: CompletionPair }> {
  const logs = await readBothLogs(options, paths, files);
  const generations = { old: [] as Completion[], new: [] as Completion[] };
  const suites = result.suites.map(({ name, role, grader }) => {
    const [ofOld, ofNew] = [logs.old.get(name), logs.new.get(name)];
    if (ofOld === undefined || ofNew === undefined) {
      throw new ConfigError({
        what: `found no log for suite ${name}, but the result contains this suite`,
        where: ofOld === undefined ? paths.old : paths.new,
        fix: 'Specify the same logs that you passed to compare, and the same --pool.',
      });
    }
    logs.checkSame(name, ofOld, ofNew);
    for (const each of completionsFrom(ofOld, name, undefined)) generations.old.push(each);
    for (const each of completionsFrom(ofNew, name, undefined)) generations.new.push(each);
    const items = itemsOf(ofOld);
    const choice = grader === 'choice' || [...ofOld.items.values()].every((item) => item.choice);
    return {
      suite: { name, role, items, hash: contentHash(items) },
      grader: role === 'open' ? undefined : ({ type: 'given', choice } as const),
      graderFiles: new Map<string, Uint8Array>(),
      hardestGroup: undefined,
    };
  });
  const written = suites.map(({ suite: { name, role }, grader }) => ({
    name,
    role,
    ...(grader && { grader }),
  }));
  const { config, path } = parseConfig(JSON.stringify({ suites: written }), paths.old, { items: 'logged' });
  return {
    plan: { config, configPath: path, configHash: result.provenance.config_hash ?? '', suites, waivers: [] },
    generations,
  };
}
