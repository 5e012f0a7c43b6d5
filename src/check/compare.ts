import { basename } from 'node:path';
import { type Checked, conclude, type Generations } from './conclude.ts';
import { type EmbeddingEdges, solutionEmbedder } from './embed-solutions.ts';
import { ConfigError } from '../errors.ts';
import type { GradingEdges } from '../grading/grader.ts';
import { checkGivenOutcomes } from './given-outcomes.ts';
import { openGraders } from './open-graders.ts';
import type { Files, Plan } from './plan.ts';
import { checkSamplesSuffice, readPlan } from './plan.ts';
import type { Result } from '../report/result.ts';
import { readGenerations } from '../sampling/read-generations.ts';

/** Judges completions that files hold: enters at grading, needs no lock, asks no model but one that embeds solutions. */
export async function compare({
  configPath,
  paths,
  names,
  files,
  grading,
  nowMs,
  ...edges
}: {
  readonly configPath: string;
  readonly paths: { readonly old: string; readonly new: string };
  /** What to call the sides; the files' names where absent. */
  readonly names: { readonly old?: string | undefined; readonly new?: string | undefined };
  readonly files: Files;
  readonly grading: GradingEdges;
  /** The time of the check, in milliseconds since 1970. */
  readonly nowMs: number;
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
  const notes = checkGivenOutcomes(plan, [
    { path: paths.old, generations: ofOld },
    { path: paths.new, generations: ofNew },
  ]);
  const samplesPerItem = sampling.nWritten ? sampling.n : samplesIn(generations);
  if (samplesIn(generations) < samplesPerItem) throw tooFewSamples(generations, samplesPerItem, configPath);
  checkSamplesSuffice(plan, samplesPerItem);
  const side = (which: 'old' | 'new'): Result['old'] => ({
    version: names[which] ?? basename(paths[which]).replace(/\.jsonl?$/u, ''),
    model: '',
  });
  const graders = await openGraders(plan, grading);
  try {
    return await conclude(plan, {
      graders,
      generations,
      greedy: undefined,
      embedSolutions,
      samplesPerItem,
      nowMs,
      old: side('old'),
      new: side('new'),
      notes,
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
  } finally {
    await graders.close();
  }
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
