import { ConfigError } from '../errors.ts';
import { quoted } from '../files/printable.ts';
import { lettered } from './choices.ts';
import { type Draft, type Drafted, NO_ANSWER, type PublishedFormat } from './format.ts';
import { CUSTOM, type CustomGrader } from './format-names.ts';
import { ASK_FOR_BOX, ASK_FOR_LETTER, ASK_FOR_NUMBER, below } from './instructions.ts';
import { type Fields, isFields } from './rows/row.ts';

/** Templates for the parts of an item. `{{field}}` is replaced by the field's value, `{{a.b.0}}` by a value inside it. */
export interface CustomParts {
  readonly prompt: string;
  readonly answer?: string | undefined;
  readonly group?: string | undefined;
  readonly id?: string | undefined;
  /** A single placeholder for a field that contains the options as a list of texts. */
  readonly choices?: string | undefined;
}

const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/gu;

const TEMPLATES: Readonly<Record<CustomGrader, string | undefined>> = {
  numeric: below(ASK_FOR_NUMBER),
  math: below(ASK_FOR_BOX),
  choice: below(ASK_FOR_LETTER),
  exact: undefined,
  contains: undefined,
};

/** The paths of the fields that a template names. */
export const placeholdersOf = (template: string): readonly string[] =>
  Array.from(template.matchAll(PLACEHOLDER), ([, path = '']) => path);

/** The value at a path such as `question.stem` or `choices.0`; a field with this whole name takes precedence. */
function valueAt(fields: Fields, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  let value: unknown = fields;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The template filled in; the reason why it cannot be. */
function filled(template: string, fields: Fields): { readonly text: string } | { readonly leftOut: string } {
  const parts: string[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, path = ''] = match;
    const value = valueAt(fields, path);
    if (value === undefined || value === null || value === '')
      return { leftOut: `the field ${quoted(path)} is missing or empty` };
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return { leftOut: `the field ${quoted(path)} is not text or a number` };
    parts.push(template.slice(end, match.index), String(value));
    end = match.index + whole.length;
  }
  return { text: parts.join('') + template.slice(end) };
}

function optionsAt(template: string, fields: Fields): readonly string[] | undefined {
  const value = valueAt(fields, placeholdersOf(template)[0] ?? '');
  const list = isFields(value) && Array.isArray(value['text']) ? value['text'] : value;
  return Array.isArray(list) &&
    list.length > 1 &&
    list.length <= 26 &&
    list.every((each) => typeof each === 'string')
    ? list
    : undefined;
}

function drafted(parts: CustomParts, fields: Fields): Drafted {
  const found: Partial<Record<'prompt' | 'answer' | 'group' | 'id', string>> = {};
  for (const key of ['prompt', 'answer', 'group', 'id'] as const) {
    const template = parts[key];
    if (template === undefined) continue;
    const value = filled(template, fields);
    if ('leftOut' in value) {
      // A row without a group is an item too.
      if (key === 'group') continue;
      return value;
    }
    found[key] = value.text;
  }
  if (found.prompt === undefined || found.prompt.trim() === '') return { leftOut: 'the prompt is empty' };
  if (parts.answer !== undefined && (found.answer ?? '').trim() === '') return NO_ANSWER;
  const draft: Draft = { ...found, prompt: found.prompt };
  if (parts.choices === undefined) return draft;
  const options = optionsAt(parts.choices, fields);
  if (options === undefined) return { leftOut: 'the options are not a list of 2 to 26 texts' };
  if (options.some((option) => option.trim() === '')) return { leftOut: 'an option is empty' };
  return { ...draft, prompt: `${found.prompt}\n\n${lettered(options)}`, meta: { choices: options } };
}

/**
 * A format for any data, defined by templates. Without an answer, the suite is open.
 *
 * @throws {ConfigError} for a template without a placeholder
 */
export function customFormat(parts: CustomParts, grader: CustomGrader | undefined): PublishedFormat {
  for (const [option, template] of Object.entries(parts)) {
    if (template === undefined || placeholdersOf(String(template)).length > 0) continue;
    throw new ConfigError({
      what: `found ${quoted(String(template))}, expected a template with at least one field in double braces`,
      where: `--${option}`,
      fix: `Write the name of a field of your file in double braces, for example: --${option} '{{question}}'`,
    });
  }
  const needed = [parts.prompt, parts.answer ?? '', parts.choices ?? ''].flatMap(placeholdersOf);
  return {
    name: CUSTOM,
    title: 'your own data',
    license: 'see the source of your data',
    page: '',
    paper: '',
    grader,
    template: grader && TEMPLATES[grader],
    forms: [
      {
        fields: needed.join(', '),
        fits: () => true,
        isTypical: () => true,
        draft: ({ fields }) => drafted(parts, fields),
      },
    ],
  };
}
