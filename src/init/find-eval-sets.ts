import { basename } from 'node:path';
import { type ItemLine, itemLineSchema } from '../evalset/item-line.ts';
import { below } from '../import/instructions.ts';
import type { FileRows } from '../import/rows/row.ts';
import { areItems, itemsFromRows } from './item-fields.ts';
import { proposeGrader } from './propose-grader.ts';

/** Data that can be a suite. */
export interface FoundSuite {
  readonly name: string;
  /** The paths of the files that the data is in. Never empty. */
  readonly sources: readonly string[];
  /** The published data set whose structure the data has; undefined if it has none of them. */
  readonly title: string | undefined;
  readonly count: number;
  /** The items in the format of a suite's file; undefined if the only source has this format. */
  readonly rewritten: string | undefined;
  /** The proposed grader; undefined for an open suite, in which no answer is right or wrong. */
  readonly grader: string | undefined;
  /** Asks for the answer in the form that the grader reads; undefined if the grader needs no form or the prompts ask. */
  readonly template: string | undefined;
  /** The distinct questions. */
  readonly prompts: ReadonlySet<string>;
  /** What to know about the data, in sentences. */
  readonly notes: readonly string[];
}

/** A file that cannot be a suite, with the reason. */
export interface Unusable {
  readonly source: string;
  readonly why: string;
}

/** Matches prompts that ask for the answer in a form that graders read. */
const ASKS = /answer is|answer:|boxed|####|final answer|only the letter/iu;

/** The share of prompts that must ask for the form themselves, so that no template is needed. */
const MOST = 0.9;

/** A suite's name: the name of its file without endings, as far as a suite's name may contain it. */
export const suiteName = (path: string): string =>
  basename(path)
    .replace(/(?:\.(?:jsonl|ndjson|json|csv|tsv|parquet|gz|items))+$/iu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
    .replace(/^[^A-Za-z0-9]+/u, '')
    .slice(0, 64) || 'suite';

/** Whether a file can be a suite's file if its rows are items. */
const isSuiteFile = (source: string, { kind }: FileRows): boolean =>
  kind === 'JSONL' && !/\.gz$/iu.test(source);

/**
 * Reads the rows of a file as a suite. Recognizes fields by their names, and proposes the first grader that grades the
 * file's own answers as correct.
 */
export async function readEvalSet(source: string, file: FileRows): Promise<FoundSuite | Unusable> {
  const rows = file.rows.map(({ fields }) => fields);
  if (rows.every((row) => 'suite' in row && 'index' in row))
    return { source, why: 'it contains completions' };
  const name = suiteName(source);
  const own = areItems(rows);
  const converted = own ? undefined : itemsFromRows(rows, name, { isTable: file.kind !== 'JSONL' });
  const items = (converted ?? rows).flatMap((row) => itemLineSchema.safeParse(row).data ?? []);
  if (items.length < rows.length) return { source, why: 'no field was recognized as the prompt' };
  if (new Set(items.map(({ id }) => id)).size < items.length) {
    return { source, why: 'two of its items have the same id' };
  }
  const grader = await proposeGrader(
    items.map(({ id, prompt, answer, meta }) => ({ id, prompt, answer, meta })),
  );
  const hasAnswers = items.some(({ answer, meta }) => answer !== undefined || meta !== undefined);
  return {
    name,
    sources: [source],
    title: undefined,
    count: items.length,
    rewritten:
      own && isSuiteFile(source, file)
        ? undefined
        : (converted ?? rows).map((item) => `${JSON.stringify(item)}\n`).join(''),
    grader: grader?.spec.type,
    template: grader?.ask === undefined || !mayNeedTemplate(items) ? undefined : below(grader.ask),
    prompts: new Set(items.map(questionOf)),
    notes:
      grader === undefined && hasAnswers
        ? ['No built-in grader reads its answers, so it is an open suite (docs/graders.md).']
        : [],
  };
}

/** Whether prompts lack the instruction. A template cannot be added to items with messages. */
function mayNeedTemplate(items: readonly ItemLine[]): boolean {
  if (items.some(({ prompt }) => prompt === undefined)) return false;
  return items.filter(({ prompt }) => ASKS.test(prompt ?? '')).length < MOST * items.length;
}

const questionOf = ({ prompt, messages }: ItemLine): string => prompt ?? JSON.stringify(messages);
