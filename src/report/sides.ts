import { htmlCode, markdownCode, oneLine } from './neutralise.ts';
import type { Result } from './result.ts';

/** How the two checkpoints are called in tables and summaries: by version, or `old` and `new` where that would not do. */
export interface Sides {
  /** Whether the versions are short and different enough to head a column. */
  readonly byVersion: boolean;
  readonly old: Side;
  readonly new: Side;
}

interface Side {
  /** For a Markdown cell or sentence. */
  readonly markdown: string;
  /** For an HTML block such as `<summary>`. */
  readonly html: string;
}

/** Characters that a column of a table on a phone has for its head. */
const HEAD_LIMIT = 12;

/** The names of the two sides. Versions that are long, equal or look equal once cleaned give way to `old` and `new`. */
export const sidesOf = (result: Pick<Result, 'old' | 'new'>): Sides => {
  const [older, newer] = [oneLine(result.old.version), oneLine(result.new.version)];
  const byVersion = older !== newer && Math.max(older.length, newer.length) <= HEAD_LIMIT;
  const side = (version: string, word: string): Side =>
    byVersion ? { markdown: markdownCode(version), html: htmlCode(version) } : { markdown: word, html: word };
  return { byVersion, old: side(older, 'old'), new: side(newer, 'new') };
};
