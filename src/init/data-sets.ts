import { dirname } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { OpenFile } from '../files/json-lines.ts';
import type { PublishedFormat } from '../import/format.ts';
import { importRows, itemLines } from '../import/import-rows.ts';
import { readRows } from '../import/rows/read-rows.ts';
import type { FileRows, Row } from '../import/rows/row.ts';
import { recogniseFile } from '../import/select-rows.ts';
import { type FoundSuite, readEvalSet, suiteName, type Unusable } from './find-eval-sets.ts';

/** The data sets in some files, and the files that cannot be used, with reasons. */
export interface DataSets {
  readonly suites: readonly FoundSuite[];
  readonly unusable: readonly Unusable[];
}

/** A file of a published data set. */
interface Part {
  readonly source: string;
  readonly format: PublishedFormat;
  readonly rows: readonly Row[];
}

/** Reads files as suites. `open` reads a file by its path in `sources`. Files of one split of a data set are combined. */
export async function readDataSets(sources: readonly string[], open: OpenFile): Promise<DataSets> {
  const suites: FoundSuite[] = [];
  const unusable: Unusable[] = [];
  const parts: Part[] = [];
  for (const source of sources) {
    const file = await rowsOrReason(source, open);
    if ('why' in file) {
      unusable.push(file);
      continue;
    }
    // A JSON file with one row is one question of a data set with a file per question.
    const known = file.kind === 'JSON' && file.rows.length === 1 ? undefined : recogniseFile(file);
    if (known !== undefined) {
      parts.push({ source, ...known });
      continue;
    }
    const found = await readEvalSet(source, file);
    if ('why' in found) unusable.push(found);
    else suites.push(found);
  }
  const published = suitesOfParts(parts);
  return {
    suites: [...published.suites, ...suites],
    unusable: [...published.unusable, ...unusable],
  };
}

async function rowsOrReason(source: string, open: OpenFile): Promise<FileRows | Unusable> {
  try {
    return await readRows(source, open);
  } catch (error) {
    if (error instanceof ConfigError) return { source, why: shortReason(error, source) };
    throw error;
  }
}

/** An error's first sentence, with the line if the error is about one. */
function shortReason({ what, where, mistakes }: ConfigError, source: string): string {
  const [first] = mistakes;
  const line = first?.line ?? /^:(\d+)/u.exec(where?.slice(source.length) ?? '')?.[1];
  return `${line === undefined ? '' : `line ${line}: `}${first?.what ?? what}`;
}

/** The splits of a data set, the most suitable for an eval set first. Any other name comes between these two. */
const SPLITS = [/test/iu, /val(?:id(?:ation)?)?|dev/iu] as const;
const named = (split: RegExp): RegExp => new RegExp(`(?:^|[/_.-])(?:${split.source})(?=[/_.-]|$)`, 'iu');
const TEST = named(SPLITS[0]);
const VALIDATION = named(SPLITS[1]);

const rankOf = (path: string): 0 | 1 | 2 => (TEST.test(path) ? 0 : VALIDATION.test(path) ? 2 : 1);

/** A folder without the parts of its path that name a split. */
const placeOf = (path: string): string => dirname(path).replace(TEST, '').replace(VALIDATION, '');

/**
 * One suite for each data set and folder, from the files of one split. The test split is preferred; another one is used if
 * it has no answers.
 */
function suitesOfParts(parts: readonly Part[]): DataSets {
  const suites: FoundSuite[] = [];
  const unusable: Unusable[] = [];
  for (const set of Map.groupBy(
    parts,
    ({ source, format }) => `${format.name} ${placeOf(source)}`,
  ).values()) {
    let used: FoundSuite | undefined;
    for (const split of bySplit(set)) {
      if (used !== undefined) {
        const why = `another split of ${used.title ?? used.name} is used: ${used.sources.join(', ')}`;
        unusable.push(...split.map(({ source }) => ({ source, why })));
        continue;
      }
      const found = suiteOfParts(split);
      if ('why' in found) unusable.push(...split.map(({ source }) => ({ source, why: found.why })));
      else suites.push((used = found));
    }
  }
  return { suites, unusable };
}

const bySplit = (parts: readonly Part[]): readonly (readonly Part[])[] =>
  [...Map.groupBy(parts, ({ source }) => rankOf(source))]
    .toSorted(([a], [b]) => a - b)
    .map(([, split]) => split);

/** The data set's name, unless the file has a name of its own, because other data can have the same structure. */
function nameOf({ source, format }: Part): string {
  const isNamed = plainName(source).includes(plainName(format.name)) || rankOf(source) !== 1;
  return isNamed ? format.name : suiteName(source);
}

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');

function suiteOfParts(parts: readonly Part[]): FoundSuite | { readonly why: string } {
  const [first] = parts;
  if (first === undefined) throw new Error('a suite needs a file');
  const { format } = first;
  try {
    const { items, rows, leftOut } = importRows({ format, rows: parts.flatMap((part) => part.rows) });
    return {
      name: parts.length === 1 ? nameOf(first) : format.name,
      sources: parts.map(({ source }) => source),
      title: format.title,
      count: items.length,
      rewritten: [...itemLines(items)].join(''),
      grader: format.grader,
      template: format.template,
      prompts: new Set(items.map(({ prompt }) => prompt)),
      notes: [
        `License of ${format.title}: ${format.license}.`,
        ...(leftOut.length === 0
          ? []
          : [
              `Left out ${rows - items.length} of ${rows} rows: ${leftOut.map(({ reason, count }) => `${reason} (${count})`).join('; ')}.`,
            ]),
      ],
    };
  } catch (error) {
    if (error instanceof ConfigError) return { why: error.what };
    throw error;
  }
}
