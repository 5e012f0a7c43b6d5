import { itemLineSchema } from '../evalset/item-line.ts';
import { boxes } from '../grading/answers/boxes.ts';
import { labelled, lettered } from '../import/choices.ts';
import { isFields } from '../import/rows/row.ts';

/** An item as written in a suite's file. */
export interface WrittenItem {
  readonly id: string;
  readonly prompt: string;
  readonly answer?: string;
  readonly group?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** The names of an item's fields in other data sets, most likely first. */
const NAMES = {
  prompt: ['prompt', 'question', 'problem', 'instruction', 'text', 'query', 'input'],
  answer: ['answer', 'target', 'expected', 'gold', 'label', 'answerKey', 'output', 'solution', 'response'],
  id: ['id', 'task_id', 'question_id', 'qid', 'uid', 'unique_id', 'uuid'],
  group: ['group', 'level', 'difficulty', 'subject', 'category', 'topic', 'type'],
  choices: ['choices', 'options'],
} as const;

/** Number of names of prompts that mean a prompt in any file. The others mean one only in JSONL, the usual format of eval sets. */
const CERTAIN = 4;

/** The fields that contain a programming task's tests. The grader `code` reads them from `meta`. */
const TEST_FIELDS = ['test', 'test_list', 'test_imports', 'test_setup_code', 'entry_point'] as const;

/** Maximum number of groups. If there are more distinct names, they probably refer to single items. */
const MOST_GROUPS = 20;

type Row = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string' && value.trim() !== '') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
};

/** The first of `names` whose field contains text in every row. */
const fieldIn = (rows: readonly Row[], names: readonly string[]): string | undefined =>
  names.find((name) => rows.every((row) => textOf(row[name]) !== undefined));

/** A question's options, and their labels if the data has labels. */
interface Options {
  readonly texts: readonly string[];
  readonly labels: readonly string[] | undefined;
}

const textsIn = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === 'string')
    ? value
    : undefined;

/** Options as a list of texts, as a list of texts with a list of labels, or as a list of texts with one label each. */
function optionsIn(value: unknown): Options | undefined {
  const texts = textsIn(value);
  if (texts !== undefined) return { texts, labels: undefined };
  const columns = Array.isArray(value)
    ? {
        text: value.map((each) => isFields(each) && each['text']),
        label: value.map((each) => isFields(each) && each['label']),
      }
    : isFields(value)
      ? value
      : {};
  const found = { texts: textsIn(columns['text']), labels: textsIn(columns['label']) };
  return found.texts !== undefined && found.labels?.length === found.texts.length
    ? { texts: found.texts, labels: found.labels }
    : undefined;
}

/** The answer at the end of a worked solution, which follows the last `####` or is in the last `\boxed{}`. */
function finalAnswer(text: string): string {
  const marked = text.lastIndexOf('####');
  if (marked !== -1) return text.slice(marked + 4).trim();
  const box = boxes(text).at(-1);
  return box === undefined ? text.trim() : text.slice(box.start, box.end).trim();
}

/**
 * The index of the first choice, 0 or 1, if answers are choice indexes. Undefined if the answers do not show whether
 * the indexes start at 0 or 1.
 */
function firstNumber(
  rows: readonly Row[],
  { answer, choices }: { readonly answer: string; readonly choices: string },
): 0 | 1 | undefined {
  const numbers = rows.map((row) => ({
    found: Number(textOf(row[answer]) ?? Number.NaN),
    count: optionsIn(row[choices])?.texts.length ?? 0,
  }));
  if (!numbers.every(({ found, count }) => Number.isInteger(found) && found <= count)) return undefined;
  if (numbers.some(({ found }) => found === 0)) return 0;
  return numbers.some(({ found, count }) => found === count) ? 1 : undefined;
}

/** The letter that the prompt shows for the option with this label; undefined if the data has no labels, or not this one. */
function letterOf(label: string, options: Options | undefined): string | undefined {
  const place = options?.labels === undefined ? -1 : (labelled(options.labels, label) ?? -1);
  return place === -1 ? undefined : String.fromCharCode(65 + place);
}

/** Tests that a programming task's prompt needs, because only they name the function; empty if the prompt has its name. */
function shownTests(row: Row): string {
  const tests = Array.isArray(row['test_list'])
    ? row['test_list'].filter((each) => typeof each === 'string')
    : [];
  return tests.length === 0 || row['entry_point'] !== undefined
    ? ''
    : ` Your code should pass these tests:\n\n${tests.join('\n')}`;
}

/** Whether the rows already have the format of a suite's file. */
export const areItems = (rows: readonly Row[]): boolean =>
  rows.every((row) => itemLineSchema.safeParse(row).success);

/**
 * Converts another data set's rows to items. The fields for prompt, answer, id and group are recognized by their names.
 * A worked solution is reduced to its final answer, and choices are listed with letters below the question. Undefined
 * if no field is a prompt. `rows` must not be empty.
 *
 * @param options.isTable whether the rows are from a table or a document, whose `text` or `input` may be anything
 */
export function itemsFromRows(
  rows: readonly Row[],
  name: string,
  { isTable = false }: { readonly isTable?: boolean } = {},
): readonly WrittenItem[] | undefined {
  const prompt = fieldIn(rows, isTable ? NAMES.prompt.slice(0, CERTAIN) : NAMES.prompt);
  if (prompt === undefined) return undefined;
  const others = (names: readonly string[]): readonly string[] => names.filter((each) => each !== prompt);
  const hasTests = rows.every((row) => TEST_FIELDS.slice(0, 2).some((field) => row[field] !== undefined));
  const answer = hasTests ? undefined : fieldIn(rows, others(NAMES.answer));
  const choices = NAMES.choices.find((field) =>
    rows.every((row) => (optionsIn(row[field])?.texts.length ?? 99) <= 26),
  );
  const id = NAMES.id.find(
    (field) =>
      rows.every((row) => textOf(row[field]) !== undefined) &&
      new Set(rows.map((row) => textOf(row[field]))).size === rows.length,
  );
  const group = NAMES.group.find((field) => {
    const names = new Set(rows.map((row) => textOf(row[field])));
    return !names.has(undefined) && names.size > 1 && names.size <= MOST_GROUPS;
  });
  const first =
    answer === undefined || choices === undefined ? undefined : firstNumber(rows, { answer, choices });
  const answerOf = (text: string): string =>
    first === undefined ? finalAnswer(text) || text : String.fromCharCode(65 + Number(text) - first);
  const digits = String(rows.length).length;
  return rows.map((row, place) => {
    const options = choices === undefined ? undefined : optionsIn(row[choices]);
    const asked = `${textOf(row[prompt]) ?? ''}${shownTests(row)}`;
    const found = answer === undefined ? undefined : textOf(row[answer]);
    const grouped = group === undefined ? undefined : textOf(row[group]);
    const meta = hasTests
      ? Object.fromEntries(
          TEST_FIELDS.filter((field) => row[field] !== undefined && row[field] !== null).map((field) => [
            field,
            row[field],
          ]),
        )
      : options && { choices: options.texts };
    return {
      id:
        (id === undefined ? undefined : textOf(row[id])) ??
        `${name}-${String(place + 1).padStart(digits, '0')}`,
      prompt: options === undefined ? asked : `${asked}\n\n${lettered(options.texts)}`,
      ...(found === undefined ? {} : { answer: letterOf(found, options) ?? answerOf(found) }),
      ...(grouped === undefined ? {} : { group: grouped }),
      ...(meta === undefined ? {} : { meta }),
    };
  });
}
