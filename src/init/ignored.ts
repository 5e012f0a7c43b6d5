/** The folder of a run, as a line of `.gitignore`. */
const LINE = '.reversal-check/';

/** The text of `.gitignore` with the folder of a run; undefined if this line is in it already. */
export function withIgnoredRuns(text: string): string | undefined {
  if (text.split('\n').some((line) => /^\/?\.reversal-check\/?$/u.test(line.trim()))) return undefined;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${LINE}\n`;
}
