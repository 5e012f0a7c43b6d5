import { labelsAnswer, labelsOther } from './answer-words.ts';

/** The form in which a prompt asks for the answer: the literal text before and after the value. */
export interface AskedForm {
  /** The text before the value; not blank, at most {@link LONGEST_LABEL} long. */
  readonly before: string;
  /** The text after the value; empty if the value extends to the end of its line. */
  readonly after: string;
}

/** Maximum length of a label, in UTF-16 code units. */
export const LONGEST_LABEL = 60;

/** Matches verbs and particles that join a label to its value. */
const COPULA =
  /(?<!\p{L})(?:is|are|be|equals|lautet|ist|est|es|é|è|sera|será|luidt|är|er|wynosi|to|je|là|adalah|ni|равен|это)$|(?:是|为|為|は|คือ|은|는)$/iu;
/** Matches a mark that ends a label. */
const SEPARATOR = /(?:[:：=＝]|[-=~]{1,2}>|→|⇒|#{2,8}|\]|】|>|\)|\{|\(|\[|\||"|')$/u;
/** Matches marks that Markdown and LaTeX can put around any text. */
const ONLY_MARKUP = /^[*_`$"'“”‘’\s\\]*$/;

/** Creates a form from the text around a value; undefined if that text is too common to identify a form. */
export function formAround(before: string, after: string, isQuoted: boolean): AskedForm | undefined {
  const label = before
    .replace(/^(?:\s|[-*+•>]\s|\d{1,2}[.)]\s)+/, '')
    .replace(/^[*_]{1,3}(?=[\p{L}#])/u, '')
    .trimEnd()
    .replace(/[*_]+$/, '')
    .trimEnd();
  const closing = after
    .trim()
    .replace(/^[*_]+/, '')
    .replace(/[.,;。，]+$/, '');
  if (label === '' || label.length > LONGEST_LABEL || label.includes('\n')) return undefined;
  if (ONLY_MARKUP.test(label) || labelsOther(label)) return undefined;
  const isWords = /[\p{L}\p{N}]/u.test(label);
  const opens = /[[({<【「]$/.test(label);
  if (!isWords) {
    const isArrow = /[-=]>|→|⇒/.test(label);
    const isEnclosing = label.length >= 2 && closing.length >= 2 && !ONLY_MARKUP.test(closing);
    const isMark = /^(?:#{2,8}|={1,3}>|>{2,4})$/.test(label) && !isArrow;
    return isEnclosing
      ? { before: label, after: closing }
      : isMark
        ? { before: label, after: '' }
        : undefined;
  }
  if (opens) return closing === '' ? undefined : { before: label, after: closing };
  const joins = SEPARATOR.test(label) || (isQuoted && (COPULA.test(label) || labelsAnswer(label)));
  if (!joins) return undefined;
  return { before: label, after: ONLY_MARKUP.test(closing) ? '' : closing };
}
