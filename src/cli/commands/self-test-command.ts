import { ConfigError } from '../../errors.ts';
import { renderSelfTest, serialiseSelfTest } from '../../report/self-test.ts';
import { storedCompletions } from '../../store/stored.ts';
import type { Source } from '../../run/self-test/self-test.ts';
import { selfTest } from '../../run/self-test/self-test.ts';
import { localFiles } from '../files.ts';
import { localGrading } from '../grading.ts';
import { progressDisplay } from '../progress.ts';
import { withReadingStage } from '../reading-stage.ts';
import type { Terminal } from '../terminal.ts';
import { renderingFor } from '../terminal.ts';

/**
 * `reversal-check self-test`: measures how often an unchanged pair would raise a false alarm on this eval set. Exits
 * with 1 if this happens too often.
 */
export async function selfTestCommand(
  options: {
    readonly config: string;
    readonly generations?: string | undefined;
    readonly old?: string | undefined;
    readonly store: string;
    readonly out: string;
    readonly runs: number;
    readonly seed: number;
    readonly json: boolean;
  },
  { out, err, env }: Terminal,
  interruptible: () => AbortSignal,
): Promise<number> {
  const progress = progressDisplay({ err, env }, () => performance.now());
  const test = await selfTest({
    configPath: options.config,
    source: sourceOf(options),
    runs: options.runs,
    seed: options.seed,
    files: withReadingStage(localFiles, progress.onStage),
    grading: localGrading({ env }, interruptible, {
      storeDir: options.store,
      ...progress,
    }),
    onStage: progress.onStage,
  }).finally(progress.stop);
  out.write(options.json ? serialiseSelfTest(test) : renderSelfTest(test, renderingFor(out, env)));
  return test.found.holds ? 0 : 1;
}

function sourceOf({
  generations,
  old: version,
  store,
}: {
  readonly generations?: string | undefined;
  readonly old?: string | undefined;
  readonly store: string;
}): Source {
  if (generations !== undefined && version === undefined) return { path: generations };
  if (generations === undefined && version !== undefined) {
    return { version, storeDir: store, lookUp: storedCompletions };
  }
  throw new ConfigError({
    what: `found ${version === undefined ? 'neither --generations nor --old' : 'both --generations and --old'}, expected one of the two`,
    where: 'the command line',
    fix: 'Specify --generations with a file of completions, or --old with a version whose completions are in the store.',
  });
}
