import { basename } from 'node:path';
import { resolveCheckpoints } from './checkpoints/resolve.ts';
import { checkLock } from './config/compare-lock.ts';
import { createLock, lockHash, lockPathOf, lockText, readLock } from './config/lock.ts';
import { type EmbeddingEdges, type EmbedSolutions, solutionEmbedder } from './embed-solutions.ts';
import { ConfigError } from './errors.ts';
import { gradeSuite } from './grading/grade-suite.ts';
import { costOfBoth, greedyName, greedyNotes, greedyRequest } from './greedy.ts';
import { judgeSamples } from './judge.ts';
import { describeSuite } from './measures/describe-suite.ts';
import type { SuiteSamples } from './measures/samples.ts';
import type { Files, Plan } from './plan.ts';
import { checkSamplesSuffice, outlookOf, readPlan } from './plan.ts';
import { assembleResult } from './report/assemble.ts';
import { lookNotes } from './report/look-notes.ts';
import { outlookWarnings } from './report/plan.ts';
import type { Result } from './report/result.ts';
import type { Generation } from './sampling/generation.ts';
import type { OpenLooks } from './sampling/look-file.ts';
import { readGenerations } from './sampling/read-generations.ts';
import type { Sampler, SamplingRequest } from './sampling/sampler.ts';
import { standingOf } from './verdict/looks.ts';
import type { Unexpected } from './verdict/validity.ts';
import { ENGINE_VERSION } from './version.ts';

export interface Checked {
  readonly result: Result;
  /** Every sample with its outcome, by suite. */
  readonly graded: readonly SuiteSamples[];
}

type Generations = { readonly old: readonly Generation[]; readonly new: readonly Generation[] };

/** The whole way of the data: config and lock, eval set, sampling, grading, measures, verdict, result. */
export async function check({
  configPath,
  versions,
  files,
  notes = [],
  sampler,
  openLooks,
  embed,
  ...sampling
}: {
  readonly configPath: string;
  readonly versions: { readonly old: string; readonly new: string };
  readonly files: Files;
  /** Whole sentences that a reader of the report should know of, and that decide nothing. */
  readonly notes?: readonly string[];
  readonly sampler: Sampler;
  readonly openLooks: OpenLooks;
} & EmbeddingEdges &
  Pick<SamplingRequest, 'storeDir' | 'env' | 'signal' | 'onProgress' | 'onWarning'>): Promise<Checked> {
  const plan = await readPlan(configPath, files);
  const { config, suites } = plan;
  checkSamplesSuffice(plan, config.sampling.n);
  const current = createLock({ config, suites: suites.map(({ suite }) => suite) });
  const lockPath = lockPathOf(configPath);
  const locked = await readLock({ path: lockPath, readFile: files.readFile });
  const newer = checkLock({ locked, current, path: lockPath });
  const checkpoints = resolveCheckpoints({ checkpoints: config.checkpoints, versions, env: sampling.env });
  const { n } = config.sampling;
  const looks = await openLooks({ checkpoints, lock: locked, storeDir: sampling.storeDir });
  const standing = standingOf({ earlier: looks.earlier, n, extend: config.extend });
  const embedSolutions = solutionEmbedder(config, { embed, ...sampling });
  const expected = outlookWarnings({ outlook: outlookOf(plan, standing), samplesPerItem: config.sampling.n });
  for (const warning of expected) sampling.onWarning?.(warning);
  const request: SamplingRequest = {
    checkpoints,
    suites: suites.map(({ suite }) => suite),
    settings: config.sampling,
    ...sampling,
  };
  const greedy = config.sampling.greedy
    ? await sampler({
        ...greedyRequest(request),
        onProgress: (progress) => request.onProgress({ ...progress, suite: greedyName(progress.suite) }),
      })
    : undefined;
  const { generations, cost } = await sampler(request);
  const checked = await conclude(plan, {
    generations,
    greedy: greedy?.generations,
    embedSolutions,
    samplesPerItem: n,
    alpha: standing.alpha,
    old: { version: checkpoints.old.version, model: checkpoints.old.model },
    new: { version: checkpoints.new.version, model: checkpoints.new.model },
    notes: [...notes, ...newer, ...lookNotes(standing, config), ...expected],
    cost: greedy === undefined ? cost : costOfBoth(cost, greedy.cost),
    lock: lockHash(locked),
    sampling: locked.sampling,
    command: ['check', '--config', configPath, '--old', versions.old, '--new', versions.new],
  });
  if (standing.fresh) await looks.add({ n, verdict: checked.result.verdict.status });
  return checked;
}

/** Judges completions that files hold: enters at grading, needs no lock, asks no model but one that embeds solutions. */
export async function compare({
  configPath,
  paths,
  names,
  files,
  ...edges
}: {
  readonly configPath: string;
  readonly paths: { readonly old: string; readonly new: string };
  /** What to call the sides; the files' names where absent. */
  readonly names: { readonly old?: string | undefined; readonly new?: string | undefined };
  readonly files: Files;
} & EmbeddingEdges): Promise<Checked> {
  const plan = await readPlan(configPath, files);
  const { sampling } = plan.config;
  const embedSolutions = solutionEmbedder(plan.config, edges);
  const [ofOld, ofNew] = await Promise.all([
    readGenerations({ path: paths.old, open: files.open }),
    readGenerations({ path: paths.new, open: files.open }),
  ]);
  const generations = { old: ofOld, new: ofNew };
  refuseForeignSuites(plan, generations, paths);
  const samplesPerItem = sampling.nWritten ? sampling.n : samplesIn(generations);
  if (samplesIn(generations) < samplesPerItem) throw tooFewSamples(generations, samplesPerItem, configPath);
  checkSamplesSuffice(plan, samplesPerItem);
  const side = (which: 'old' | 'new'): Result['old'] => ({
    version: names[which] ?? basename(paths[which]).replace(/\.jsonl?$/u, ''),
    model: '',
  });
  return conclude(plan, {
    generations,
    greedy: undefined,
    embedSolutions,
    samplesPerItem,
    old: side('old'),
    new: side('new'),
    notes: [],
    cost: { requests: 0, prompt_tokens: 0, completion_tokens: 0, cached: 0 },
    lock: null,
    sampling: { n: samplesPerItem },
    command: [
      'compare',
      '--config',
      configPath,
      ...(['old', 'new'] as const).flatMap((which) => {
        const name = names[which];
        return name === undefined ? [] : [`--${which}`, name];
      }),
      paths.old,
      paths.new,
    ],
  });
}

/** The lock of a configuration and its eval set as they are now: what a check must find. */
export async function pin(
  configPath: string,
  files: Files,
): Promise<{ readonly path: string; readonly text: string }> {
  const plan = await readPlan(configPath, files);
  checkSamplesSuffice(plan, plan.config.sampling.n);
  const lock = createLock({ config: plan.config, suites: plan.suites.map(({ suite }) => suite) });
  return { path: lockPathOf(configPath), text: lockText(lock) };
}

async function conclude(
  { config, configHash, suites }: Plan,
  {
    generations,
    greedy,
    embedSolutions,
    samplesPerItem,
    alpha,
    notes,
    cost,
    lock,
    sampling,
    command,
    ...known
  }: Pick<Result, 'old' | 'new' | 'cost'> & {
    readonly generations: Generations;
    readonly greedy: Generations | undefined;
    readonly embedSolutions: EmbedSolutions | undefined;
    readonly samplesPerItem: number;
    readonly alpha?: number;
    readonly notes: readonly string[];
    readonly lock: string | null;
    readonly sampling: Result['provenance']['sampling'];
    /** The arguments that give this result again. */
    readonly command: readonly string[];
  },
): Promise<Checked> {
  const unexpected: Unexpected[] = [];
  const gradedOnly: SuiteSamples[] = [];
  for (const { suite, grader, hardestGroup } of suites) {
    const { reasoning } = config.sampling;
    const { items, problems } = await gradeSuite({ suite, grader, generations, reasoning });
    const ofGreedy =
      greedy === undefined || grader === undefined
        ? undefined
        : await gradeSuite({ suite, grader, generations: greedy, reasoning });
    unexpected.push(...problems.map((problem) => ({ ...problem, suite: suite.name })));
    gradedOnly.push({
      name: suite.name,
      role: suite.role,
      grader: grader?.name,
      samplesPerItem,
      hardestGroup,
      items,
      ...(ofGreedy === undefined ? {} : { greedy: ofGreedy.items }),
    });
  }
  const embedded = await embedSolutions?.(gradedOnly);
  const graded =
    embedded === undefined
      ? gradedOnly
      : gradedOnly.map((samples) => ({ ...samples, embeddingOf: embedded.embeddingOf }));
  const { measures, judgement, validity } = judgeSamples({
    suites: graded,
    unexpected,
    policy: config.policy,
    alpha,
  });
  const result = assembleResult({
    ...known,
    notes: [...notes, ...greedyNotes(graded), ...(embedded?.notes ?? [])],
    cost: { ...cost, ...(embedded === undefined ? {} : { embeddings: embedded.cost }) },
    suites: graded.map((samples, place) => {
      const measured = measures[place];
      if (measured === undefined) throw new Error(`suite ${samples.name} was not measured`);
      return { samples, measures: measured, description: describeSuite(measured) };
    }),
    judgement,
    validity,
    policy: config.policy,
    provenance: {
      engine: ENGINE_VERSION,
      config: configHash,
      lock,
      sampling,
      graders: Object.fromEntries(
        suites.map(({ suite, grader }) => [
          suite.name,
          grader === undefined ? 'none' : `${grader.name} ${grader.version}`,
        ]),
      ),
      ...(embedded === undefined ? {} : { embeddings: embedded.provenance }),
      reproduce: ['npx', `reversal-check@${ENGINE_VERSION}`, ...command].map(shellWord).join(' '),
    },
  });
  return { result, graded };
}

/** n as the files have it: one more than the largest index. */
function samplesIn({ old, new: fresh }: Generations): number {
  let largest = 0;
  for (const { index } of [...old, ...fresh]) largest = Math.max(largest, index);
  return largest + 1;
}

function tooFewSamples(generations: Generations, n: number, configPath: string): ConfigError {
  const found = samplesIn(generations);
  return new ConfigError({
    what: `found ${n}, but the files hold ${found} ${found === 1 ? 'sample' : 'samples'} of an item`,
    where: `${configPath}: sampling.n`,
    mend: `Set sampling.n: ${found}, or leave it out: compare then takes it from the files.`,
  });
}

function refuseForeignSuites(
  { config, configPath }: Plan,
  generations: Generations,
  paths: { readonly old: string; readonly new: string },
): void {
  const known = new Set(config.suites.map(({ name }) => name));
  for (const side of ['old', 'new'] as const) {
    const foreign = generations[side].find(({ suite }) => !known.has(suite));
    if (foreign === undefined) continue;
    throw new ConfigError({
      what: `found completions of a suite ${JSON.stringify(foreign.suite.slice(0, 100))}; ${configPath} has ${[...known].join(', ')}`,
      where: paths[side],
      mend: 'Add the suite to the configuration, or leave its completions out of the file.',
    });
  }
}

/** Quoted for a POSIX shell where it has to be. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
