import type { Checkpoint } from '../../servers/checkpoint.ts';
import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import { judgeOf } from '../../config/graders/graders.ts';
import type { Plan } from './plan.ts';

/**
 * Rejects a judge that is also one of the two checkpoints, wherever it is served, because a model must not judge its
 * own work.
 *
 * @throws {ConfigError} with the name of the suite
 */
export function refuseOwnJudge(
  { suites, configPath }: Pick<Plan, 'suites' | 'configPath'>,
  checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint },
): void {
  for (const { suite, grader } of suites) {
    const judge = grader && judgeOf(grader);
    if (judge === undefined) continue;
    const itself = [checkpoints.old, checkpoints.new].find(
      ({ model, digest }) =>
        nameOf(model) === nameOf(judge.model) || (digest !== undefined && digest === judge.digest),
    );
    if (itself === undefined) continue;
    throw new ConfigError({
      what: `the judge of suite ${suite.name}, ${quoted(judge.model)}, is also the model of ${itself.side === 'old' ? 'the baseline' : 'the candidate'}, expected a different model`,
      where: configPath,
      fix: "Choose another model for the suite's grader: a model must not grade its own completions.",
    });
  }
}

/** Some servers ignore case in model names. */
const nameOf = (model: string): string => model.trim().toLowerCase();
