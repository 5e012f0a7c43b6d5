import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import type { Completion } from '../../servers/chat/completion.ts';
import type { Plan } from './plan.ts';

/**
 * Rejects a plan that samples its completions but has a suite whose grader expects given outcomes.
 *
 * @throws {ConfigError} with the first of these suites
 */
export function refuseGivenOutcomes({ suites, configPath }: Plan): void {
  const found = suites.find(({ grader }) => grader?.type === 'given');
  if (found === undefined) return;
  throw new ConfigError({
    what: `suite ${found.suite.name} uses the grader "given", which reads outcomes from files, but completions from a server have no outcomes`,
    where: configPath,
    fix: 'Set another grader, or compare files that have outcomes with reversal-check compare.',
  });
}

/**
 * Rejects files in which a completion of a suite with the grader `given` has no outcome, because the two sides would be
 * graded differently. Failed and truncated completions need no outcome.
 *
 * @returns complete sentences about outcomes that are ignored because the suite's grader grades the completions again
 * @throws {ConfigError} with the first completion without an outcome, and their number
 */
export function checkGivenOutcomes(
  { suites }: Plan,
  files: readonly { readonly path: string; readonly generations: readonly Completion[] }[],
): readonly string[] {
  const graders = new Map(suites.map(({ suite, grader }) => [suite.name, grader?.type]));
  const leftAside = new Set<string>();
  for (const { path, generations } of files) {
    const without = generations.filter(
      (each) =>
        graders.get(each.suite) === 'given' &&
        isToBeGraded(each) &&
        (each.outcome ?? undefined) === undefined,
    );
    const [first] = without;
    if (first !== undefined) throw lacksOutcome(first, without.length, path);
    for (const { suite, outcome } of generations) {
      if ((outcome ?? undefined) !== undefined && graders.get(suite) !== 'given') leftAside.add(suite);
    }
  }
  return [...leftAside].toSorted().flatMap((suite) => {
    const grader = graders.get(suite);
    return grader === undefined
      ? []
      : [`The outcomes in the files of ${suite} were ignored: its grader ${grader} graded the completions.`];
  });
}

/**
 * Whether the completion needs an outcome. It does unless the way the completion ended already determines its outcome.
 */
const isToBeGraded = ({ error, finish_reason: reason }: Completion): boolean =>
  typeof error !== 'string' && reason !== 'length' && reason !== 'content_filter';

function lacksOutcome({ suite, id, index }: Completion, count: number, path: string): ConfigError {
  const found = count === 1 ? 'has' : `and ${count - 1} more ${count === 2 ? 'sample' : 'samples'} have`;
  return new ConfigError({
    what: `sample ${index} of item ${quoted(id)} ${found} no outcome; suite ${suite} uses the grader "given"`,
    where: path,
    fix: 'Add "outcome" with the value "correct", "incorrect" or "unparseable" to every completion of the suite on both sides, or choose a grader that can grade them.',
  });
}
