import { join } from 'node:path';
import type { Files, PlannedSuite } from '../stages/plan.ts';
import { readPlan } from '../stages/plan.ts';
import { type GradedLines, readGraded } from './graded-file.ts';
import { explainItem, type ReadSuite, type Shown } from './explain-item.ts';
import { explainedLogs } from './explained-logs.ts';
import { findTarget, noSuchItem } from './find-target.ts';
import { findTexts, type TextOf, type TextSource } from './find-texts.ts';
import type { Config } from '../../config/schema/config.ts';
import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import { unreadableFile } from '../../files/unreadable-file.ts';
import { asksForChoice } from '../../config/graders/graders.ts';
import { type EmbeddingModel, resolveEmbeddingModel } from '../../servers/embedding-model.ts';
import type { GradedItem } from '../../grading/outcome.ts';
import { describeSuite } from '../../measures/describe-suite.ts';
import { measureSuite } from '../../measures/measure-suite.ts';
import type { PairedItem } from '../../measures/measurement.ts';
import type { LogFiles } from '../../logs/read-logs.ts';
import { textsToEmbed } from '../../measures/diversity/semantic-diversity.ts';
import type { EmbeddingOf } from '../../measures/samples.ts';
import type { Explanation } from '../../result/explanation.ts';
import { parseResult } from '../../result/json.ts';
import type { MeasureResult, Result } from '../../result/result.ts';
import { measureId } from '../../verdict/measure-id.ts';

/** Looks up a run's embeddings, which are never requested again. */
interface EmbeddingSource {
  readonly storeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Finds a run's embeddings in the store; provided by the entry point. */
  readonly lookUp: (options: {
    readonly model: EmbeddingModel;
    readonly texts: readonly string[];
    readonly storeDir: string;
  }) => Promise<EmbeddingOf>;
}

/**
 * Explains which items changed a stored result's measure most, or what happened to one item. Does not grade, send
 * requests or write files.
 *
 * @throws {ConfigError} if the run's files or the configuration cannot be read, if the requested measure or item does
 * not exist, or if the measure cannot be explained without the completions
 */
export async function explain({
  target,
  folder,
  configPath,
  files,
  source,
  embeddings,
  mostItems,
  samplesOfItem,
}: {
  /** A measure's id (for a guardrail, with any k), `suite/item`, or undefined for the first measure that was lost. */
  readonly target: string | undefined;
  /** The run's `--out` folder. */
  readonly folder: string;
  readonly configPath: string;
  readonly files: Files & LogFiles;
  /** Where to find the completions. */
  readonly source: TextSource;
  readonly embeddings: EmbeddingSource;
  readonly mostItems: number;
  /** Completions per side and item; undefined for as many as needed. */
  readonly samplesOfItem: number | undefined;
}): Promise<Explanation> {
  const path = join(folder, 'result.json');
  const bytes = await files.readFile(path).catch((error: unknown) => {
    throw unreadableFile(path, error, 'Specify the --out folder of a check or compare run.');
  });
  const result = parseResult(Buffer.from(bytes).toString('utf8'), path);
  const wanted = findTarget(result, target, path);
  const logged =
    'paths' in source && source.logs !== undefined
      ? await explainedLogs(result, { options: source.logs, paths: source.paths, files })
      : undefined;
  const plan = logged?.plan ?? (await readPlan(configPath, files));
  const graded = await readGraded(join(folder, 'graded.jsonl'), {
    suites: new Set(wanted.suites),
    open: files.open,
  });
  const planned = wanted.suites.map((name) => {
    const suite = plan.suites.find((each) => each.suite.name === name);
    if (suite === undefined) throw unknownSuite(name, configPath);
    return suite;
  });
  const { textOf, notes: onTexts } = await findTexts(
    planned.map(({ suite }) => suite),
    { source: logged ?? source, plan, result, files },
  );
  const asGraded = planned.map((suite) =>
    readSamples(suite, graded.get(suite.suite.name) ?? [], { textOf: textOf(suite.suite.name), result }),
  );
  const isSemantic = wanted.kind === 'measure' && wanted.measure.name === 'semantic';
  const suites = isSemantic ? await withEmbeddings(asGraded, plan.config, embeddings) : asGraded;
  const notes = [
    ...(plan.configHash === (result.provenance.config_hash ?? '')
      ? []
      : [
          `${configPath} is not the configuration that produced this result, so the prompts and completions may differ.`,
        ]),
    ...(wanted.kind === 'item' || [wanted.measure.id, undefined].includes(target)
      ? []
      : [
          `In this result, ${quoted(target ?? '')} is ${wanted.measure.id}, because K depends on how many samples failed.`,
        ]),
    ...onTexts,
  ];
  const versions = { old: result.old.version, new: result.new.version };
  const shown = (suite: ReadSuite, id: string, how: Omit<Shown, 'count'>) =>
    explainItem(suite, id, { ...how, count: samplesOfItem });
  if (wanted.kind === 'item') {
    const [suite] = suites;
    const item = suite?.samples.items.find(({ id }) => id === wanted.id);
    if (suite === undefined || item === undefined) throw noSuchItem(result, wanted, path);
    const items = [shown(suite, wanted.id, { values: undefined, among: 'outcomes' })];
    return { versions, measure: undefined, moved: undefined, items, notes };
  }
  const { measure } = wanted;
  const among = measure.dimension === 'diversity' ? 'correct' : 'outcomes';
  const ranked = suites
    .flatMap((suite) => valuesOf(suite, measure).map((values) => ({ suite, values })))
    .toSorted(
      (a, b) => moveOf(b.values, measure) - moveOf(a.values, measure) || (a.values.id < b.values.id ? -1 : 1),
    );
  const changes = ranked.map(({ values }) => values.new - values.old);
  return {
    versions,
    measure,
    moved: {
      items: ranked.length,
      up: changes.filter((change) => change > 0).length,
      down: changes.filter((change) => change < 0).length,
    },
    items: ranked
      .filter(({ values }) => moveOf(values, measure) > 0)
      .slice(0, mostItems)
      .map(({ suite, values }) => shown(suite, values.id, { values, among })),
    notes,
  };
}

const unknownSuite = (name: string, configPath: string): ConfigError =>
  new ConfigError({
    what: `found no suite ${quoted(name)}, but the result contains a suite with this name`,
    where: configPath,
    fix: 'Specify the configuration that the run used with --config.',
  });

function readSamples(
  planned: PlannedSuite,
  lines: readonly GradedLines[],
  { textOf, result }: { readonly textOf: TextOf; readonly result: Result },
): ReadSuite {
  const { suite, grader, hardestGroup } = planned;
  let hasTexts = true;
  const known = new Map(suite.items.map((item) => [item.id, item]));
  const itemOf = ({ id, ...sides }: Pick<GradedLines, 'id' | 'old' | 'new'>): GradedItem => {
    const side = (which: 'old' | 'new') =>
      sides[which].map((sample) => {
        const text = sample.outcome === 'failed' ? '' : textOf(which, id, sample.index);
        if (text === undefined) hasTexts = false;
        return { ...sample, text: text ?? '' };
      });
    const item = known.get(id);
    return { id, group: item?.group, cluster: item?.cluster ?? id, old: side('old'), new: side('new') };
  };
  const items = lines.map(itemOf);
  const greedy = lines.flatMap(({ id, greedy: sides }) =>
    sides.old.length + sides.new.length === 0
      ? []
      : [{ id, group: undefined, cluster: known.get(id)?.cluster ?? id, ...withoutTexts(sides) }],
  );
  const inResult = result.suites.find(({ name }) => name === suite.name);
  return {
    planned,
    textOf,
    hasTexts,
    samples: {
      name: suite.name,
      role: suite.role,
      grader: grader?.type,
      choice: asksForChoice(grader),
      samplesPerItem: inResult?.samples_per_item ?? 1,
      hardestGroup,
      items,
      ...(greedy.length === 0 ? {} : { greedy }),
    },
  };
}

const withoutTexts = ({ old, new: candidate }: GradedLines['greedy']): Pick<GradedItem, 'old' | 'new'> => ({
  old: old.map((sample) => ({ ...sample, text: '' })),
  new: candidate.map((sample) => ({ ...sample, text: '' })),
});

/**
 * Adds the solutions' embeddings to the suites; returns the suites unchanged if the configuration has no embeddings.
 */
async function withEmbeddings(
  suites: readonly ReadSuite[],
  { embeddings: config }: Config,
  { storeDir, env, lookUp }: EmbeddingSource,
): Promise<readonly ReadSuite[]> {
  if (config === undefined) return suites;
  const model = resolveEmbeddingModel(config, env);
  const texts = suites.flatMap(({ samples }) => textsToEmbed(samples.items));
  const embeddingOf = await lookUp({ model, texts, storeDir });
  return suites.map((suite) => ({ ...suite, samples: { ...suite.samples, embeddingOf } }));
}

/** The measure's values for each item of a suite. */
function valuesOf({ samples, hasTexts }: ReadSuite, measure: MeasureResult): readonly PairedItem[] {
  if (measure.dimension === 'diversity' && !hasTexts)
    throw cannotTell(
      measure,
      'it is computed from completions, and not all of them were found',
      'Specify the store with --store or, for a result from compare, the files with --old-completions and --new-completions.',
    );
  const suite = measureSuite(samples);
  const { accuracy, coverage, syntactic, logical, semantic, reach, hardestGroup } = suite;
  const gating = [accuracy, coverage, syntactic, logical, semantic, reach, hardestGroup];
  // The pooled target combines its suites' accuracy.
  const isIt = (each: (typeof gating)[number]): boolean =>
    each !== undefined && (measure.suite === null ? each === accuracy : measureId(each) === measure.id);
  const found = gating.find(isIt) ?? describeSuite(suite).reported.find(isIt);
  if (found === undefined)
    throw cannotTell(
      measure,
      measure.name === 'semantic'
        ? 'it is computed from embeddings, but the configuration does not set embeddings'
        : 'it is not computed from outcomes and texts alone',
      'Choose another measure of the suite, or an item.',
    );
  if (found.measurement.kind === 'measured') return found.measurement.items;
  throw cannotTell(
    measure,
    found.measurement.reason,
    found === semantic
      ? 'Use --store to specify the store that contains the embeddings, or choose another measure for the suite.'
      : 'Choose another measure for the suite.',
  );
}

const cannotTell = ({ id }: MeasureResult, why: string, fix: string): ConfigError =>
  new ConfigError({ what: `cannot explain which items changed this measure: ${why}`, where: id, fix });

/**
 * How far an item moved in the direction in which the measure changed, or in either direction if the measure did not
 * change.
 */
function moveOf(values: PairedItem, { change }: MeasureResult): number {
  const moved = values.new - values.old;
  const direction = Math.sign(change?.estimate ?? 0);
  return direction === 0 ? Math.abs(moved) : moved * direction;
}
