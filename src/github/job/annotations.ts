import { ReversalCheckError } from '../../errors.ts';
import { headlineAfterName, VERDICT_WORDS } from '../../result/sentences/verdict-names.ts';
import type { Result } from '../../result/result.ts';

/** A message that GitHub shows with the run and, if it refers to a file, next to the line. Its text is not escaped yet. */
export interface Annotation {
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** Maximum number of errors that GitHub shows per step. It drops the rest. */
const MOST_SHOWN = 10;

const PLACE = /^(?<file>.+?)(?::(?<line>\d+))?(?::(?<column>\d+))?$/u;

/**
 * Annotates the mistakes that the user can fix, each next to its line. `isFile` returns whether the text is the path of a
 * file in the repository.
 */
export function annotationsOf(
  error: ReversalCheckError,
  isFile: (path: string) => boolean,
): readonly Annotation[] {
  const { where = '', what, fix, mistakes } = error;
  const { file = where, line, column } = PLACE.exec(where)?.groups ?? {};
  const title = isFile(file) || where === '' ? error.name : where;
  if (mistakes.length === 0 || !isFile(file)) {
    return [{ title, message: `${what}\n${fix}`, ...(isFile(file) ? placed(file, { line, column }) : {}) }];
  }
  const shown = mistakes.slice(0, mistakes.length > MOST_SHOWN ? MOST_SHOWN - 1 : MOST_SHOWN);
  const left = mistakes.length - shown.length;
  return [
    ...shown.map((mistake) => ({
      title,
      message: `${mistake.what}\n${mistake.fix}`,
      ...placed(file, mistake),
    })),
    ...(left > 0 ? [{ title, message: `For ${left} more mistakes, see the log.`, file }] : []),
  ];
}

/**
 * Explains why a verdict fails the check. For an invalid measurement, the explanation includes the first reason, which
 * says how to fix the problem.
 */
export function annotationOf({ verdict: { status, headline, reasons } }: Result): Annotation {
  const why = status === 'invalid' ? reasons.slice(0, 1) : [];
  return { title: VERDICT_WORDS[status], message: [headlineAfterName(status, headline), ...why].join('\n') };
}

function placed(
  file: string,
  {
    line,
    column,
  }: { readonly line?: number | string | undefined; readonly column?: number | string | undefined },
): Pick<Annotation, 'file' | 'line' | 'column'> {
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(line === undefined || column === undefined ? {} : { column: Number(column) }),
  };
}
