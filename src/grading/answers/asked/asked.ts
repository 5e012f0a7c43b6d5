import type { GradableItem } from '../../grader.ts';
import { markersFor } from '../markers.ts';
import { labelsAnswer } from './answer-words.ts';
import { type AskedForm, LONGEST_LABEL } from './asked-form.ts';
import { askedTags } from './asked-tags.ts';
import { demonstratedForms } from './demonstrated.ts';
import { instructedForms } from './instructed.ts';
import { nextQuestionSource } from './next-question.ts';

/** The form in which a prompt asks for the answer. */
export interface Asked {
  /** The whole prompt as sent, with single spaces. Used to find text that was copied from it. */
  readonly text: string;
  /** The prompt's letters and digits, without any other characters; empty if there are no forms and no tags. */
  readonly words: string;
  /** The forms in which the prompt asks for the answer, except those that are always recognized. */
  readonly forms: readonly CompiledForm[];
  /** The names of the tags in which the prompt asks for the answer, in lower case, except those that are always recognized. */
  readonly tags: readonly string[];
  /** Whether the last message ends in a label of the answer, such as `Answer:`, so that a completion begins with its answer. */
  readonly isPrimed: boolean;
  /** Finds lines that begin another question, in the prompt's own format. */
  readonly nextQuestion: RegExp | undefined;
}

/** A form, and the pattern that finds the text before its value. */
export interface CompiledForm extends AskedForm {
  /** Whether the prompt contains answers in this form rather than only a description of it. */
  readonly isDemonstrated: boolean;
  readonly pattern: RegExp;
}

/** Maximum number of UTF-16 code units that are read at each end of a prompt. */
const MOST_READ = 20_000;
const MOST_FORMS = 8;

/** Matches the text before a value that is in a tag. */
const OPENING_TAG = /^<([a-z][\w-]{0,29})>$/i;
/** Matches tags that other rules already recognize. */
const ALWAYS_TAG = /^(?:answers?|final[_ -]?answer|choice|final|ans)$/;

/** Matches forms that other rules already recognize. */
const ALWAYS_READ =
  /^(?:#{4,8}|.*\\(?:boxed|fbox)\{.*|<(?:answer|final[_ -]?answer|choice|final)>|["'](?:(?:final|correct)[_ ]?)?ans(?:wer)?["']:)$/is;

function isAlwaysRead({ before, after }: AskedForm): boolean {
  if (ALWAYS_READ.test(before)) return true;
  if (after !== '') return false;
  const { marker } = markersFor(before);
  marker.lastIndex = 0;
  const found = marker.exec(`${before} `);
  return found !== null && found.index + found[0].length >= before.length;
}

/** Replaces every run of whitespace with a single space. */
export function withSingleSpaces(text: string): string {
  // Does not match single spaces, which make up most of the text's whitespace.
  return text.replaceAll(/\s{2,}|[^\S ]/g, ' ');
}

/** Removes spaces, punctuation and markup from the text. */
export function onlyWords(text: string): string {
  return text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** A pattern that tolerates differences from the prompt in spacing, markup, quotation marks and full-width colons. */
function patternOf(before: string): string {
  const tokens = before.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]|\s+/gu) ?? [];
  const written = tokens.map((token) => {
    if (/^\s/.test(token)) return String.raw`[\s*_]{1,4}`;
    if (/^["'“”‘’]$/.test(token)) return `["'“”‘’]?`;
    if (/^[:：]$/.test(token)) return String.raw`[*_]{0,2}[ \t]?[:：]`;
    if (token === '=') return String.raw`[ \t]?=`;
    return escaped(token);
  });
  const boundary = /^[\p{L}\p{N}]/u.test(before) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const end = /[\p{L}\p{N}]$/u.test(before) ? String.raw`(?![\p{L}\p{M}\p{N}])` : '';
  return `${boundary}${written.join('')}${end}`;
}

const compiled = new Map<string, RegExp>();
const MOST_COMPILED = 500;

function compile(source: string, flags: string): RegExp {
  const key = `${flags} ${source}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const pattern = new RegExp(source, flags);
  compiled.set(key, pattern);
  return pattern;
}

/** Whether a prompt ends in a label of the answer: `Answer:`, `A:`, `[Answer]`, `<answer>`. */
function endsInLabel(prompt: string): boolean {
  const last =
    prompt
      .slice(-4 * LONGEST_LABEL)
      .replace(/[\s`*_]+$/, '')
      .split('\n')
      .at(-1) ?? '';
  return (
    last.length <= LONGEST_LABEL &&
    (/^\W*A\s?:$/.test(last) || (/[:：=\]>]$/.test(last) && labelsAnswer(last)))
  );
}

function read(texts: readonly string[], demonstrations: readonly string[]): Asked {
  const text = texts.join('\n\n');
  const part =
    text.length > 2 * MOST_READ ? `${text.slice(0, MOST_READ)}\n\n${text.slice(-MOST_READ)}` : text;
  const byPattern = new Map<string, CompiledForm>();
  const tags = new Set(askedTags(part).filter((name) => !ALWAYS_TAG.test(name)));
  const demonstrated = demonstratedForms(part, demonstrations);
  const isDemonstrated = (form: AskedForm): boolean => demonstrated.includes(form);
  for (const form of [...demonstrated, ...instructedForms(part)]) {
    if (isAlwaysRead(form) || byPattern.size >= MOST_FORMS) continue;
    const tag = OPENING_TAG.exec(form.before)?.[1];
    if (tag !== undefined && form.after.toLowerCase() === `</${tag.toLowerCase()}>`) {
      tags.add(tag.toLowerCase());
      continue;
    }
    const source = patternOf(form.before);
    const key = `${source.toLowerCase()} ${form.after}`;
    if (!byPattern.has(key))
      byPattern.set(key, { ...form, pattern: compile(source, 'giu'), isDemonstrated: isDemonstrated(form) });
  }
  const forms = [...byPattern.values()];
  const next = forms.length + tags.size === 0 ? undefined : nextQuestionSource(part, escaped);
  const words = forms.length + tags.size === 0 ? '' : onlyWords(text);
  return {
    text: withSingleSpaces(text),
    words,
    forms,
    tags: [...tags],
    isPrimed: endsInLabel(texts.at(-1) ?? ''),
    nextQuestion: next === undefined ? undefined : compile(next, 'gu'),
  };
}

const asWritten = new WeakMap<object, Asked>();
const normalized = new WeakMap<object, Asked>();

/**
 * The forms in which an item's prompt asks for the answer; undefined if the prompt is unknown. Set `isNormalized` if the
 * texts are in NFKC. The result is cached per item.
 */
export function askedOf(
  item: Pick<GradableItem, 'prompt' | 'messages'>,
  isNormalized = false,
): Asked | undefined {
  const { prompt, messages } = item;
  if (messages === undefined && prompt === undefined) return undefined;
  const cache = isNormalized ? normalized : asWritten;
  const known = cache.get(item);
  if (known !== undefined) return known;
  const all = messages ?? [{ role: 'user' as const, content: prompt ?? '' }];
  const textOf = ({ content }: { readonly content: string }): string =>
    isNormalized ? content.normalize('NFKC') : content;
  const asked = read(all.map(textOf), all.filter(({ role }) => role === 'assistant').map(textOf));
  cache.set(item, asked);
  return asked;
}
