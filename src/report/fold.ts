import { markdownTable } from 'markdown-table';

/**
 * Content folded under a line that is always visible. `summary` is HTML and `body` is Markdown; both are already
 * neutralized.
 */
export interface Fold {
  readonly summary: string;
  readonly body: string;
}

/** A fold as Markdown. The blank lines switch from HTML back to Markdown for the body. */
export const renderFold = ({ summary, body }: Fold): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;

/**
 * Formats neutralized cells as a Markdown table. The source is not padded, because comments have a size limit. `align`
 * has one letter per column.
 */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('l' | 'r')[],
): string =>
  markdownTable(
    [head, ...rows].map((row) => Array.from(row)),
    { align: [...align], alignDelimiters: false },
  );

/** Joins blocks of Markdown with blank lines; drops empty blocks. */
export const blocks = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');

/** Formats neutralized sentences as a Markdown list. */
export const list = (entries: readonly string[]): string => entries.map((entry) => `- ${entry}`).join('\n');
