import type { FoundSuite, Unusable } from './find-eval-sets.ts';

/** The share of the smaller suite's questions that must be in the other one, so that the two are the same data. */
const SAME = 0.5;

/** Whether two suites share at least half of the smaller one's questions. */
export function sameQuestions(a: FoundSuite, b: FoundSuite): boolean {
  const [small, large] = a.prompts.size <= b.prompts.size ? [a.prompts, b.prompts] : [b.prompts, a.prompts];
  let both = 0;
  for (const prompt of small) if (large.has(prompt)) both += 1;
  return both >= SAME * small.size;
}

/** Whether a suite's items are in a file already. */
const isFile = ({ rewritten }: FoundSuite): boolean => rewritten === undefined;

/** Items that were converted from other data, asked as that data is. */
const asConverted = (items: FoundSuite, { name, title, template }: FoundSuite): FoundSuite => ({
  ...items,
  name,
  title,
  template,
});

/**
 * Leaves out suites whose questions are in another one. If items were converted from another file that is there too, they
 * are used as they are, because the user may have edited them; the other file determines how they are asked. Of other
 * repeats, the first is used.
 */
export function withoutRepeats(suites: readonly FoundSuite[]): {
  readonly suites: readonly FoundSuite[];
  readonly unusable: readonly Unusable[];
} {
  const kept: FoundSuite[] = [];
  const unusable: Unusable[] = [];
  for (const suite of suites) {
    const place = kept.findIndex((each) => sameQuestions(each, suite));
    const same = kept[place];
    if (same === undefined) {
      kept.push(suite);
      continue;
    }
    const [used, repeat] = isFile(suite) && !isFile(same) ? [suite, same] : [same, suite];
    kept[place] =
      isFile(used) && !isFile(repeat) && used.grader === repeat.grader ? asConverted(used, repeat) : used;
    const why = `it has the same questions as ${used.sources.join(', ')}`;
    unusable.push(...repeat.sources.map((source) => ({ source, why })));
  }
  return { suites: kept, unusable };
}
