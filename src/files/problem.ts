import { ConfigError } from '../errors.ts';

/** One mistake in a file that the user wrote. */
export interface Problem {
  /** Line and column, both counted from 1; absent if the mistake has no position. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly what: string;
  readonly fix: string;
}

const MOST_SHOWN = 20;

const place = (file: string, { line, column }: Problem): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/**
 * Creates one error for all mistakes found in a file, in line order. It lists the first 20 in full and counts the rest.
 * `problems` must not be empty.
 */
export const configError = (file: string, problems: readonly Problem[]): ConfigError => {
  const inOrder = problems.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  const [first] = inOrder;
  if (first === undefined) throw new Error('configError needs a problem');
  if (inOrder.length === 1) {
    return new ConfigError({ what: first.what, where: place(file, first), fix: first.fix });
  }
  const shown = inOrder
    .slice(0, MOST_SHOWN)
    .map((problem) => `${place(file, problem)}: ${problem.what}\n    ${problem.fix}`);
  const rest = inOrder.length - shown.length;
  return new ConfigError({
    what: `${inOrder.length} mistakes`,
    where: file,
    mistakes: inOrder,
    fix: [...shown, ...(rest > 0 ? [`and ${rest} more mistakes`] : [])].join('\n  '),
  });
};
