import { dirname, join } from 'node:path';
import { z } from 'zod';
import { expectations } from '../files/expectation.ts';
import { type Mistake, mistakes } from '../files/mistakes.ts';
import { configError } from '../files/problem.ts';
import { parseYaml } from '../files/yaml-document.ts';
import { yamlText } from '../files/yaml-text.ts';
import type { Waiver } from './waiver.ts';

/** Maximum length of a waiver's text in UTF-16 code units. It is limited because the text appears in comments. */
const MOST_CHARACTERS = 500;

const text = (meaning: string, expected: string, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(MOST_CHARACTERS)
    .register(expectations, { expected, example })
    .describe(meaning);

const version = (side: string) =>
  text(
    `The version of ${side}`,
    'a version, in quotes if YAML would read it as a number',
    side === 'old' ? "'v2'" : "'v3'",
  );

const waiver = z
  .strictObject({
    suite: text('Name of the suite, as in `reversal.yml`', 'the name of a suite', 'gsm8k'),
    measure: z
      .string()
      .regex(/^(?:accuracy|coverage|diversity|generalization)\/.+$/u)
      .register(expectations, {
        expected: 'a dimension and a measure: the id in result.json without the suite',
        example: 'coverage/pass@32',
      })
      .describe(
        'The guardrail: its `id` in `result.json` without the suite, for example `diversity/syntactic`',
      ),
    old: version('old'),
    new: version('new'),
    reason: text(
      'Why the loss is accepted. The report shows the reason',
      'a reason',
      'accepted for the latency it saves',
    ),
    by: text('Who accepts it', 'a name', "'@octocat'"),
    expires: z.iso
      .date()
      .register(expectations, { expected: 'a day, as YYYY-MM-DD', example: "'2026-12-31'" })
      .describe('The last day on which the waiver applies, in UTC'),
  })
  .register(expectations, {
    expected: 'a mapping with suite, measure, old, new, reason, by and expires',
    example: '{ suite: gsm8k, measure: coverage/pass@32, … }',
  });

/**
 * The schema for `reversal-waivers.yml`, which lists the losses that a team has accepted. The published JSON Schema is
 * generated from this schema.
 */
export const waiversSchema = z
  .strictObject({
    waivers: z
      .array(waiver)
      .register(expectations, { expected: 'a list of waivers', example: '[]' })
      .describe('Each waiver accepts the loss of one guardrail between two versions, until a given day'),
  })
  .register(expectations, { expected: 'a mapping with waivers', example: 'waivers: []' });

/** The path of the waivers file, in the same folder as the configuration. */
export const waiversPathOf = (configPath: string): string =>
  join(dirname(configPath), 'reversal-waivers.yml');

/** Reports a second waiver for the same guardrail and the same two versions. */
const repeated = (waivers: readonly Waiver[]): Mistake[] => {
  const seen = new Map<string, number>();
  return waivers.flatMap(({ suite, measure, old, new: candidate }, at): Mistake[] => {
    const key = JSON.stringify([suite, measure, old, candidate]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, at);
      return [];
    }
    return [
      {
        path: ['waivers', at],
        at: 'value',
        what: `waivers[${at}]: has the same guardrail and versions as waivers[${first}]`,
        fix: 'Keep one of the two.',
      },
    ];
  });
};

/**
 * Parses waivers. An empty file contains no waivers. All mistakes are reported in one error.
 *
 * @throws {ConfigError} with the file, line, column and key path of each mistake, what was found, what was expected,
 * and how to fix it
 */
export const parseWaivers = (bytes: Uint8Array, path: string): readonly Waiver[] => {
  const document = parseYaml(yamlText(bytes, path));
  if (document.problems !== undefined) throw configError(path, document.problems);
  const { data, locate } = document;
  if (data === null || data === undefined) return [];
  const parsed = waiversSchema.safeParse(data);
  const found = parsed.success
    ? repeated(parsed.data.waivers)
    : mistakes({ schema: waiversSchema, error: parsed.error, value: data, notation: 'yaml' });
  if (parsed.success && found.length === 0) return parsed.data.waivers;
  throw configError(
    path,
    found.map(({ path: key, at, what, fix }) => ({ ...locate(key, at), what, fix })),
  );
};
