import { indexOutsideMath, mathIn } from './delimited.ts';

/** Matches the last verb of a sentence that gives the value of something. */
const VERB =
  /^.*(?:(?<!\b(?:which|that|who) )\b(?:is|are|was|were|will be|equals)\b|(?<!\d\s?):)(?: (?:therefore|thus|simply|just|exactly|equal to))*\s*(?=\S)/su;
/** Matches a sentence that starts with its value, apart from markup. */
const BEGINS_WITH_VALUE =
  /^[\s*_`"“”]*(?:[-+−–±]?\s?(?:[\p{Nd}.$€£¥\\([{∞π√|½⅓⅔¼¾]|<(?=\d))|(?![aAI]\s)\p{L}(?![\p{L}'’]))/u;
/** Matches a formula that is the subject of a sentence about it: "$32$ has to be multiplied". */
const FORMULA_AS_SUBJECT =
  /^\s*(?:\$[^$]+\$|\\\((?:(?!\\\)).)+\\\))\s(?:has|have|must|needs?|can|should|may)\s(?:to\s)?(?:be|not)\b/;
/** Matches a name that is the subject of a sentence. */
const SUBJECT =
  /^\s*(?:\$[a-zA-Z](?:\([a-zA-Z]\))?\$|\\\([a-zA-Z](?:\([a-zA-Z]\))?\\\)|[b-hj-zB-HJ-Z])\s+(?:is|are|must|can|may|has|equals|lies|will|should)\b/;
/** Matches the start of a clause that adds something about the value. */
const CLAUSE =
  /(?:[,;]|\s[—–-])?\s+(?:which|because|since|so|as|where|when|if|for|with|after|that|per|every|each|since|given|meaning|making|i\.e\.)(?![\p{L}])/iu;
/** Matches the start of a clause that gives the reason. */
const REASON =
  /[,;]\s+(?:as|since|because|given)(?!\p{L})|(?<=^(?!the |an? )[\p{L}-]{2,20}(?: [\p{L}-]{2,20})?)\s+since(?!\p{L})|(?<!\b(?:is|was|be|that['’]s))\s+because(?!\p{L})/iu;
/** Matches the start of a clause that gives a consequence of the value. The consequence may be the answer. */
const CONSEQUENCE = /[,;]\s+(?:so|thus|hence|therefore|giving|making|which (?:gives|means|makes))(?!\p{L})/iu;
/** Matches brackets that repeat the value less precisely or as a percentage. */
const REMARK =
  /(?<=[\s$)\]}*])\s*\(\s*(?:or |i\.e\.,? )?(?:(?:about|approx(?:imately|\.)?|roughly)\s|[$\\(]{0,2}(?:≈|\\approx)|[$\\(]{0,2}\d[\d.]*\\?%)[^()]{0,40}(?:\\\))?\)\s*\.?$/iu;
/** Matches a plain number's calculation, in brackets after the number. */
const CALCULATION = /(?<=[\p{L}\d]\*{0,2})\s\(([^()]*\d[^()]*[x×*+=÷/-][^()]*)\)(?=\s*$|\s\p{L}{2})/u;
/** Matches bold around words, but not `x**2`, which is a power. */
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

/** Matches an option's letter before its value: `(B) 5`, `B. 5`, `B - 5`. */
const LABEL =
  /^[\s*]*(?:\(([A-E])\)|([A-E])(?:\)|\*\*(?= )|[.:](?=[\s*\\])|(?:,| [-–])(?= [\d$\\])))[\s*:]*(?:\\ )?(?=[\p{L}\p{N}\\$({[+−-])/u;
/** Matches several options in a row. */
const OPTIONS = /\S\s\(?[B-F]\)\s/;
const LABEL_BEFORE_BRACKETS = /^[\s*]*([A-E])[\s*]+\(([^()]+)\)[\s*]*$/;

/** Rewrites an option's letter before its value into a form that the answer reader recognizes. */
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

/** Removes brackets after the value that only repeat it. */
export function withoutRemark(text: string): string {
  return orWhole(text.replace(REMARK, ''), text);
}

/** Removes the calculation in brackets after a number, because it would be read as a factor. */
export function withoutCalculation(text: string): string {
  const exact = text.replace(CALCULATION, (remark, calculation: string) =>
    /(?<!\p{L})(?!x )\p{L}(?!\p{L})|\d[a-z]|\\/iu.test(calculation) ? remark : '',
  );
  return withoutRemark(orWhole(exact, text));
}

/**
 * Whether a sentence gives a value and then derives another one from it, as in "x is 5, so 2x = 10". Either value may
 * be the answer.
 */
export function derivesAnother(sentence: string): boolean {
  const at = indexOutsideMath(sentence, CONSEQUENCE);
  return (
    at !== -1 &&
    /[\p{N}\d]/u.test(sentence.slice(0, at)) &&
    /[\p{L})}\]]\$?\s?=\s?\S/u.test(sentence.slice(at))
  );
}

/**
 * The value that a sentence gives, either at its start or after its last verb. Otherwise returns the whole sentence, and
 * the reader checks whether it contains exactly one value.
 */
export function said(whole: string): string {
  const sentence = withoutCalculation(before(whole, indexOutsideMath(whole, REASON)));
  const isAbout = SUBJECT.test(sentence) || FORMULA_AS_SUBJECT.test(sentence);
  if (BEGINS_WITH_VALUE.test(sentence) && !isAbout) {
    const main = withoutCalculation(before(sentence, indexOutsideMath(sentence, CLAUSE)));
    const math = /^[\s*_`"“”]*(?:\$|\\[([])/.test(main) ? mathIn(main) : undefined;
    return math ?? withoutMarks(main);
  }
  const after = sentence.replace(VERB, '');
  if (BEGINS_WITH_VALUE.test(after)) return mathIn(after) ?? withoutMarks(after);
  return sentence.replaceAll(/[*`"“”]+/g, ' ').trim();
}
