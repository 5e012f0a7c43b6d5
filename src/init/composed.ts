import { join } from 'node:path';
import { parseConfig } from '../config/read.ts';
import { asksForChoice } from '../config/graders/graders.ts';
import { ConfigError } from '../errors.ts';
import type { Suite } from '../evalset/suite.ts';
import { readSuite } from '../evalset/read-suite.ts';
import { quoted } from '../files/printable.ts';
import { createGrader } from '../grading/registry.ts';
import type { Files } from '../run/stages/plan.ts';
import type { SuiteToPlan } from '../verdict/outlook.ts';
import { CONFIG } from './draft-config.ts';
import type { PlacedSuite } from './suite-files.ts';

/** A suite as it will be measured. */
export type PlannedSuite = SuiteToPlan & Pick<Suite, 'excluded'>;

/** Reads the suites of a configuration in the same way as a check does. */
export async function toPlan(text: string, folder: string, files: Files): Promise<readonly PlannedSuite[]> {
  const { config } = parseConfig(text, CONFIG);
  return Promise.all(
    config.suites.map(async (suite) => {
      const grader = suite.grader === undefined ? undefined : createGrader(suite.grader);
      const read = await readSuite({ suite, folder, open: files.open, grader });
      return {
        ...read,
        grader: asksForChoice(suite.grader) ? 'choice' : suite.grader?.type,
        hardestGroup: suite.hardestGroup,
      };
    }),
  );
}

/** The options that decide these keys of the configuration. */
const OPTIONS: Readonly<Record<string, string>> = {
  model: '--model',
  'base-url': '--base-url',
  'base-url-env': '--base-url',
  'api-key-env': '--api-key-env',
};

/**
 * Explains an error in text or a file that was composed but not written, so that a line number in it would help nobody:
 * the error names the decision behind the line instead.
 */
export function explainComposed(error: unknown, text: string, suites: readonly PlacedSuite[]): unknown {
  if (!(error instanceof ConfigError)) return error;
  const { where = '', what, fix, mistakes } = error;
  const [first] = mistakes;
  const reason =
    mistakes.length > 1 ? `${first?.what ?? what}, and ${mistakes.length - 1} more mistakes` : what;
  const line = first?.line ?? Number(/^[^:]*:(\d+)/u.exec(where)?.[1] ?? Number.NaN);
  const isConfig = where.startsWith(CONFIG);
  const named = /\bsuite ([A-Za-z0-9][A-Za-z0-9._-]*)/u.exec(reason)?.[1];
  const above = isConfig ? text.split('\n').slice(0, Number.isNaN(line) ? 0 : line) : [];
  const name =
    named ??
    above
      .findLast((each) => /^ {2}- name: /u.test(each))
      ?.replace(/^ {2}- name: /u, '')
      .replaceAll('"', '');
  const suite = suites.find(({ drafted, file }) =>
    isConfig
      ? drafted.name === name
      : [drafted.items, file?.path].some((path) => path !== undefined && where.includes(join(path))),
  );
  if (suite !== undefined) {
    const { drafted, found } = suite;
    return new ConfigError({
      what: `the suite that this command composed from this data is not valid (${drafted.name}, role ${drafted.role}, ${drafted.grader === undefined ? 'no grader' : `grader ${drafted.grader}`}): ${reason}`,
      where: found.sources.join(', '),
      fix: `Nothing was written. Correct the data, or move it out of this folder, and run the command again. Or convert it first: reversal-check import --help`,
      cause: error,
    });
  }
  const key = /^\s*([a-z-]+):/u.exec(above.at(-1) ?? '')?.[1] ?? '';
  const option = OPTIONS[key];
  return new ConfigError({
    what: `the configuration that this command composed is not valid${key === '' ? '' : ` (${quoted((above.at(-1) ?? '').trim())})`}: ${reason}`,
    where: option ?? 'the answers and the data found in this folder',
    fix: `Nothing was written. ${option === undefined ? fix : `Give another value with ${option}.`}`,
    cause: error,
  });
}
