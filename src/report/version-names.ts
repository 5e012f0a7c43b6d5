import { htmlCode, markdownCode, oneLine } from '../result/text/neutralise.ts';
import type { Result } from '../result/result.ts';

/**
 * The two checkpoints' names in tables and summaries: their versions, or `old` and `new` if the versions do not fit.
 */
export interface Sides {
  /** Whether the versions are short enough and different enough to be column headings. */
  readonly byVersion: boolean;
  readonly old: Side;
  readonly new: Side;
}

interface Side {
  /** The name for a Markdown cell or sentence. */
  readonly markdown: string;
  /** The name for an HTML block such as `<summary>`. */
  readonly html: string;
}

/** Maximum number of characters in a table's column heading on a phone. */
const HEAD_LIMIT = 12;

/**
 * Returns the two sides' names. Falls back to `old` and `new` if the versions are long, or if they are equal or look equal after
 * neutralizing.
 */
export const sidesOf = (result: Pick<Result, 'old' | 'new'>): Sides => {
  const [older, newer] = [oneLine(result.old.version), oneLine(result.new.version)];
  const byVersion = older !== newer && Math.max(older.length, newer.length) <= HEAD_LIMIT;
  const side = (version: string, word: string): Side =>
    byVersion ? { markdown: markdownCode(version), html: htmlCode(version) } : { markdown: word, html: word };
  return { byVersion, old: side(older, 'old'), new: side(newer, 'new') };
};
