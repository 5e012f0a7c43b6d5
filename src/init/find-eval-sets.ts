import { basename } from 'node:path';
import { itemLineSchema } from '../evalset/item-line.ts';
import type { GradableItem } from '../grading/grader.ts';
import { areItems, itemsFromRows } from './item-fields.ts';
import { proposeGrader, type ProposedGrader } from './propose-grader.ts';

/** A JSONL file that can be a suite. */
export interface FoundSuite {
  readonly name: string;
  /** The path of the file that was found. */
  readonly source: string;
  readonly count: number;
  /** The items converted to a suite's format; undefined if the file already has that format. */
  readonly rewritten: string | undefined;
  /** The proposed grader; undefined for an open suite, in which no answer is right or wrong. */
  readonly grader: ProposedGrader | undefined;
  /** Whether the prompts already specify how to give the answer, or cannot be inserted into a template. */
  readonly asksAlready: boolean;
}

/** A JSONL file that cannot be a suite, with the reason. */
export interface Unusable {
  readonly source: string;
  readonly why: string;
}

const ASKS = /answer is|boxed|####|final answer|only the letter/iu;

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses each line of text as JSON; undefined if any line is not JSON. */
function jsonOf(text: string): readonly unknown[] | undefined {
  try {
    return text
      .replace(/^\uFEFF/u, '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}

const suiteName = (path: string): string =>
  basename(path)
    .replace(/\.jsonl$/u, '')
    .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
    .replace(/^[^A-Za-z0-9]+/u, '')
    .slice(0, 64) || 'suite';

/**
 * Reads a JSONL file as a suite. Recognises fields by their names, and proposes the first grader that grades the file's
 * own answers as correct.
 */
export async function readEvalSet(source: string, text: string): Promise<FoundSuite | Unusable> {
  const rows = jsonOf(text);
  if (rows === undefined) return { source, why: 'not every line is valid JSON' };
  if (rows.length === 0) return { source, why: 'the file is empty' };
  if (!rows.every(isRow)) return { source, why: 'not every line is a JSON object' };
  if (rows.every((row) => 'suite' in row && 'index' in row))
    return { source, why: 'it contains completions' };
  const name = suiteName(source);
  const rewritten = areItems(rows) ? undefined : itemsFromRows(rows, name);
  const parsed = (rewritten ?? rows).map((row) => itemLineSchema.safeParse(row));
  const items = parsed.flatMap(({ data }) => (data === undefined ? [] : [data]));
  if (items.length < rows.length) return { source, why: 'no field was recognised as the prompt' };
  if (new Set(items.map(({ id }) => id)).size < items.length) {
    return { source, why: 'two of its items have the same id' };
  }
  const gradable: readonly GradableItem[] = items.map(({ id, prompt, answer, meta }) => ({
    id,
    prompt,
    answer,
    meta,
  }));
  return {
    name,
    source,
    count: items.length,
    rewritten: rewritten?.map((item) => `${JSON.stringify(item)}\n`).join(''),
    grader: await proposeGrader(gradable),
    asksAlready: items.some(({ prompt }) => prompt === undefined || ASKS.test(prompt)),
  };
}
