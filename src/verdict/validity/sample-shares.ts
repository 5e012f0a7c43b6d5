import type { GradedItem, GradedSample } from '../../grading/outcome.ts';

/** The share of graded samples that match. Failed samples are ignored; undefined if there are no graded samples. */
export function shareOf(
  samples: readonly GradedSample[],
  fits: (sample: GradedSample) => boolean,
): number | undefined {
  const graded = samples.filter(({ outcome }) => outcome !== 'failed');
  return graded.length === 0 ? undefined : graded.filter(fits).length / graded.length;
}

/** The same share over all of each side's samples; 0 if there are no graded samples. */
export function sharesOf(
  items: readonly GradedItem[],
  fits: (sample: GradedSample) => boolean,
): { readonly old: number; readonly new: number } {
  return {
    old:
      shareOf(
        items.flatMap(({ old }) => old),
        fits,
      ) ?? 0,
    new:
      shareOf(
        items.flatMap(({ new: candidate }) => candidate),
        fits,
      ) ?? 0,
  };
}

/** Items ordered by id, so that the items named in a finding do not depend on the order of lines in a file. */
export function byId(items: readonly GradedItem[]): readonly GradedItem[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
