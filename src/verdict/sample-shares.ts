import type { GradedItem, GradedSample } from '../grading/outcome.ts';

/** Share of the graded samples that fit; undefined where none is graded. Failed samples count as nothing. */
export function shareOf(
  samples: readonly GradedSample[],
  fits: (sample: GradedSample) => boolean,
): number | undefined {
  const graded = samples.filter(({ outcome }) => outcome !== 'failed');
  return graded.length === 0 ? undefined : graded.filter(fits).length / graded.length;
}

/** The same of all samples of each side; 0 where none is graded. */
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
        items.flatMap(({ new: fresh }) => fresh),
        fits,
      ) ?? 0,
  };
}

/** Items by their ids, so that what is named of them does not depend on the order of lines in a file. */
export function byId(items: readonly GradedItem[]): readonly GradedItem[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
