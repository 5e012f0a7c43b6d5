import { indexOutsideMath, mathIn } from './delimited.ts';

/** The last verb of a sentence that says what something is. */
const VERB =
  /^.*(?:(?<!\b(?:which|that|who) )\b(?:is|are|was|were|will be|equals)\b|(?<!\d\s?):)(?: (?:therefore|thus|simply|just|exactly|equal to))*\s*(?=\S)/su;
/** A sentence that begins with its value, but for the marks around it. */
const BEGINS_WITH_VALUE =
  /^[\s*_`"“”]*(?:[-+−–±]?\s?(?:[\p{Nd}.$€£¥\\([{∞π√|½⅓⅔¼¾]|<(?=\d))|(?![aAI]\s)\p{L}(?![\p{L}'’]))/u;
/** A name that a sentence begins with, and says something of. */
const SUBJECT =
  /^\s*(?:\$[a-zA-Z](?:\([a-zA-Z]\))?\$|\\\([a-zA-Z](?:\([a-zA-Z]\))?\\\)|[b-hj-zB-HJ-Z])\s+(?:is|are|must|can|may|has|equals|lies|will|should)\b/;
/** Where a clause begins that says something else about the value. */
const CLAUSE =
  /(?:[,;]|\s[—–-])?\s+(?:which|because|since|so|as|where|when|if|for|with|after|that|per|every|each|since|given|meaning|making|i\.e\.)(?![\p{L}])/iu;
/** Where a clause begins that gives the reason. */
const REASON =
  /[,;]\s+(?:as|since|because|given)(?!\p{L})|(?<=^(?!the |an? )[\p{L}-]{2,20}(?: [\p{L}-]{2,20})?)\s+since(?!\p{L})|(?<!\b(?:is|was|be|that['’]s))\s+because(?!\p{L})/iu;
/** Where what follows from the value is told, which may be what was asked for. */
const CONSEQUENCE = /[,;]\s+(?:so|thus|hence|therefore|giving|making|which (?:gives|means|makes))(?!\p{L})/iu;
/** The value once more, in brackets and less exact, or as a percentage. */
const REMARK =
  /(?<=[\s$)\]}*])\s*\(\s*(?:or |i\.e\.,? )?(?:(?:about|approx(?:imately|\.)?|roughly)\s|[$\\(]{0,2}(?:≈|\\approx)|[$\\(]{0,2}\d[\d.]*\\?%)[^()]{0,40}(?:\\\))?\)\s*\.?$/iu;
/** How a plain number was found, in brackets behind it. */
const CALCULATION = /(?<=[\p{L}\d]\*{0,2})\s\(([^()]*\d[^()]*[x×*+=÷/-][^()]*)\)(?=\s*$|\s\p{L}{2})/u;
/** Bold around words; `x**2` is a power. */
const BOLD = /(?<![\p{L}\p{N})])\*\*([^*]+)\*\*(?![\p{L}\p{N}(])/gu;

function before(text: string, end: number): string {
  return end === -1 ? text : text.slice(0, end);
}

function withoutMarks(text: string): string {
  return text
    .replaceAll(BOLD, ' $1 ')
    .replaceAll(/[_`"“”]{2,}|^[*_`"“”]+|[*_`"“”]+$/g, ' ')
    .trim();
}

/** A choice's letter before its value: `(B) 5`, `B. 5`, `B - 5`. */
const LABEL =
  /^[\s*]*(?:\(([A-E])\)|([A-E])(?:\)|\*\*(?= )|[.:](?=[\s*\\])|(?:,| [-–])(?= [\d$\\])))[\s*:]*(?:\\ )?(?=[\p{L}\p{N}\\$({[+−-])/u;
/** Several choices, one after another. */
const OPTIONS = /\S\s\(?[B-F]\)\s/;
const LABEL_BEFORE_BRACKETS = /^[\s*]*([A-E])[\s*]+\(([^()]+)\)[\s*]*$/;

/** A text whose letter of a choice is marked as the reader of answers knows it. */
export function withMarkedLabel(text: string): string {
  if (OPTIONS.test(text)) return text;
  const marked = text.replace(
    LABEL,
    (_, inBrackets?: string, bare?: string) => `\\text{(${inBrackets ?? bare ?? ''})} `,
  );
  return marked.replace(LABEL_BEFORE_BRACKETS, '\\text{($1)} $2');
}

function orWhole(exact: string, text: string): string {
  return /[\p{L}\p{N}]/u.test(exact) ? exact : text;
}

/** A value without a second way of writing it in brackets behind it. */
export function withoutRemark(text: string): string {
  return orWhole(text.replace(REMARK, ''), text);
}

/** The same without the calculation in brackets behind a number: in a formula it would be a factor. */
export function withoutCalculation(text: string): string {
  const exact = text.replace(CALCULATION, (remark, calculation: string) =>
    /(?<!\p{L})(?!x )\p{L}(?!\p{L})|\d[a-z]|\\/iu.test(calculation) ? remark : '',
  );
  return withoutRemark(orWhole(exact, text));
}

/** Whether behind the value of a sentence another one is derived from it: either may be the answer. */
export function derivesAnother(sentence: string): boolean {
  const at = indexOutsideMath(sentence, CONSEQUENCE);
  return (
    at !== -1 &&
    /[\p{N}\d]/u.test(sentence.slice(0, at)) &&
    /[\p{L})}\]]\$?\s?=\s?\S/u.test(sentence.slice(at))
  );
}

/**
 * What a sentence says that something is: the value that it begins with, or that stands after its last verb. Where there is
 * neither, the whole sentence: whether it holds one value is seen when it is read.
 */
export function said(whole: string): string {
  const sentence = withoutCalculation(before(whole, indexOutsideMath(whole, REASON)));
  if (BEGINS_WITH_VALUE.test(sentence) && !SUBJECT.test(sentence)) {
    const main = withoutCalculation(before(sentence, indexOutsideMath(sentence, CLAUSE)));
    const math = /^[\s*_`"“”]*(?:\$|\\[([])/.test(main) ? mathIn(main) : undefined;
    return math ?? withoutMarks(main);
  }
  const after = sentence.replace(VERB, '');
  if (BEGINS_WITH_VALUE.test(after)) return mathIn(after) ?? withoutMarks(after);
  return sentence.replaceAll(/[*`"“”]+/g, ' ').trim();
}
