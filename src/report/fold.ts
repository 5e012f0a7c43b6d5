import { markdownTable } from 'markdown-table';

/** Something folded under a line that is always visible. `summary` is HTML, `body` Markdown; both are harmless already. */
export interface Fold {
  readonly summary: string;
  readonly body: string;
}

/** A fold as Markdown. The blank lines make its body Markdown again inside the HTML. */
export const renderFold = ({ summary, body }: Fold): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;

/** A table of harmless cells, its source not padded: comments have a size limit. `align` has a letter a column. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('l' | 'r')[],
): string =>
  markdownTable(
    [head, ...rows].map((row) => Array.from(row)),
    { align: [...align], alignDelimiters: false },
  );

/** Blocks of Markdown under one another, without the empty ones. */
export const blocks = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');

/** A list of harmless sentences. */
export const list = (entries: readonly string[]): string => entries.map((entry) => `- ${entry}`).join('\n');
