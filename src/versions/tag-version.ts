/**
 * A tag parsed as a version. For example, `math-v1.2.3-rc.1` is a pre-release of version 1.2.3 in the series `math-v`.
 */
export interface TagVersion {
  /** The text before the numbers. Tags from different series are never compared. */
  readonly series: string;
  readonly numbers: readonly bigint[];
  readonly isPrerelease: boolean;
}

const START = String.raw`(?<series>(?:.*[-_/@])?v?)`;

/**
 * Patterns for the supported version formats: semantic versions, dates, and anything that ends in a number. The first
 * match wins.
 */
const FORMS = [
  // The series match is as short as possible, so that a pre-release's numbers are not mistaken for the version.
  /^(?<series>(?:.*?[-_/@])??v?)(?<numbers>\d+\.\d+\.\d+)(?<more>-[^+]+)?(?:\+.*)?$/u,
  new RegExp(String.raw`^${START}(?<numbers>\d{4}-\d{2}-\d{2})(?<more>)$`, 'u'),
  new RegExp(String.raw`^${START}(?<numbers>\d+(?:\.\d+)*)(?<more>[-._]?[A-Za-z][^/]*)?$`, 'u'),
] as const;

/** The version in a tag; `undefined` if the tag contains no number. */
export const tagVersion = (tag: string): TagVersion | undefined => {
  for (const form of FORMS) {
    const { series, numbers, more = '' } = form.exec(tag)?.groups ?? {};
    if (series === undefined || numbers === undefined) continue;
    return { series, numbers: numbers.split(/[.-]/u).map(BigInt), isPrerelease: more !== '' };
  }
  return undefined;
};

/**
 * Returns a negative number if `a` is earlier, 0 if both are equal, and a positive number otherwise. 1.2 equals 1.2.0.
 */
export const compareVersionNumbers = (a: readonly bigint[], b: readonly bigint[]): number => {
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const [left, right] = [a[place] ?? 0n, b[place] ?? 0n];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};
