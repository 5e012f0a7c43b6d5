import { createHash } from 'node:crypto';
import { graderSpecSchema } from '../config/graders/graders.ts';
import { ConfigError } from '../errors.ts';
import { quoted } from '../files/printable.ts';
import type { Grader } from '../grading/grader.ts';
import { createGrader } from '../grading/registry.ts';
import type { Draft, Drafted, PublishedFormat } from './format.ts';
import { formOf } from './published-formats.ts';
import type { Row } from './rows/row.ts';

/** An item as it is written to a suite's file. */
export interface ImportedItem extends Omit<Draft, 'id'> {
  readonly id: string;
}

/** Rows that did not become items, for one reason. */
export interface LeftOut {
  /** Completes "left out 3 rows: …". */
  readonly reason: string;
  readonly count: number;
  /** The places of the first of these rows: `data/test.jsonl:12`. */
  readonly places: readonly string[];
}

/** A suite made from published rows. */
export interface Imported {
  /** Never empty. In the order of the rows. */
  readonly items: readonly ImportedItem[];
  /** The number of rows that were read. */
  readonly rows: number;
  /** The most frequent reason first. */
  readonly leftOut: readonly LeftOut[];
  /** Whether the ids are those of the source. Otherwise, they are derived from the items' content. */
  readonly hasOwnIds: boolean;
}

/** Number of places that are listed for a reason. */
const PLACES = 3;

/** Length of a content-derived id's hash in hexadecimal digits: 64 bits, so that even a million items have different ids. */
const HASH_DIGITS = 16;

interface Placed {
  readonly row: Row;
  readonly draft: Draft;
}

/**
 * Makes a suite's items from the rows of a data set. Rows that cannot be used are left out and counted, never changed:
 * rows without an answer, rows that the grader cannot grade, and repeated questions. If the same question has different
 * answers, none of its rows is used.
 *
 * The ids are the source's own if every row has one and no two are the same. Otherwise, an id is a hash of the prompt, so
 * that an item keeps its id if the file is sorted, filtered or split.
 *
 * @param onRow called after each row with the number of rows done
 * @throws {ConfigError} if no row can be used
 */
export function importRows({
  format,
  rows,
  onRow = () => {},
}: {
  readonly format: PublishedFormat;
  readonly rows: readonly Row[];
  readonly onRow?: (done: number) => void;
}): Imported {
  const leftOut = new Map<string, { count: number; places: string[] }>();
  const leave = (reason: string, { path, place }: Row): void => {
    const counted = leftOut.get(reason) ?? { count: 0, places: [] };
    leftOut.set(reason, counted);
    counted.count += 1;
    if (counted.places.length < PLACES) counted.places.push(`${path}:${place}`);
  };
  const grader = format.grader && createGrader(graderSpecSchema.parse(format.grader));
  const ungradable = grader && oneReason(grader);
  const drafts: Placed[] = [];
  for (const [done, row] of rows.entries()) {
    const drafted = draftOf(format, row);
    const reason = 'leftOut' in drafted ? drafted.leftOut : ungradable?.(drafted);
    if (reason !== undefined) leave(reason, row);
    else if (!('leftOut' in drafted)) drafts.push({ row, draft: drafted });
    onRow(done + 1);
  }
  const kept = withoutRepeats(drafts, leave);
  const reasons = [...leftOut]
    .map(([reason, counted]) => ({ reason, ...counted }))
    .toSorted((a, b) => b.count - a.count);
  if (kept.length === 0) throw nothingLeft(format, rows, reasons);
  const own = new Set(kept.map(({ draft }) => draft.id));
  const hasOwnIds = !own.has(undefined) && own.size === kept.length;
  return {
    items: kept.map(({ draft }) => itemOf(draft, hasOwnIds ? draft.id : undefined, format.name)),
    rows: rows.length,
    leftOut: reasons,
    hasOwnIds,
  };
}

function draftOf(format: PublishedFormat, row: Row): Drafted {
  const form = formOf(format, row);
  if (form === undefined) return { leftOut: `the row does not have the fields of ${format.title}` };
  const drafted = form.draft(row);
  return 'prompt' in drafted && drafted.prompt.trim() === '' ? { leftOut: 'the question is empty' } : drafted;
}

/** Checks drafts with the grader. The first reason stands for all, because it quotes the item. */
function oneReason(grader: Grader): (draft: Draft) => string | undefined {
  let shown: string | undefined;
  return ({ prompt, answer, meta }) => {
    const found = grader.checkItem({ id: '', prompt, answer, meta });
    if (found === undefined) return undefined;
    shown ??= `the grader ${grader.name} cannot grade the item (for example: ${found})`;
    return shown;
  };
}

function withoutRepeats(
  drafts: readonly Placed[],
  leave: (reason: string, row: Row) => void,
): readonly Placed[] {
  const byPrompt = Map.groupBy(drafts, ({ draft }) => draft.prompt);
  return drafts.filter((placed) => {
    const same = byPrompt.get(placed.draft.prompt) ?? [];
    if (same.length === 1) return true;
    if (same.some(({ draft }) => draft.answer !== placed.draft.answer)) {
      leave('the same question has a different answer in another row', placed.row);
      return false;
    }
    if (placed === same[0]) return true;
    leave('the question repeats an earlier row', placed.row);
    return false;
  });
}

/** Writes the parts in the order in which people read them; absent parts are left out. */
function itemOf(
  { prompt, answer, group, cluster, meta }: Draft,
  id: string | undefined,
  name: string,
): ImportedItem {
  return {
    id: id ?? `${name}-${createHash('sha256').update(prompt).digest('hex').slice(0, HASH_DIGITS)}`,
    prompt,
    ...(answer !== undefined && { answer }),
    ...(group !== undefined && { group }),
    ...(cluster !== undefined && { cluster }),
    ...(meta !== undefined && { meta }),
  };
}

function nothingLeft(
  { title }: PublishedFormat,
  rows: readonly Row[],
  reasons: readonly LeftOut[],
): ConfigError {
  const why = reasons.slice(0, PLACES).map(({ reason, count }) => `${reason} (${count})`);
  return new ConfigError({
    what: `none of the ${rows.length} rows can be used as an item of ${title}: ${why.join('; ')}`,
    where: rows[0]?.path ?? '',
    fix: 'Check that this is the right file and split. The fields of the first row are '.concat(
      Object.keys(rows[0]?.fields ?? {})
        .map(quoted)
        .join(', '),
      '.',
    ),
  });
}

/** The text of a suite's file: one item per line. */
export function* itemLines(items: readonly ImportedItem[]): Generator<string> {
  for (const item of items) yield `${JSON.stringify(item)}\n`;
}
