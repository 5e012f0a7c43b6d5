import { unreadable, type Answer, type Named, type Several } from '../answer.ts';
import { plainLatex } from '../latex/plain-latex.ts';
import { readBracketed, withoutAlignment } from './read-brackets.ts';
import { readMatrix } from './read-matrix.ts';
import { isName, readRelation } from './read-relation.ts';
import { readValue, TIME_OF_DAY } from './read-value.ts';
import { nearValue, sameValue, symbolsOf } from '../same/same-value.ts';
import { statedIn } from '../latex/sentence.ts';
import { splitAtTop } from '../latex/split-latex.ts';
import { wordsAnswer, wordsOf } from '../latex/words.ts';

/** Maximum number of `±` signs in a value. Values with more signs are not read. */
const MOST_SIGNS = 4;
/** Maximum nesting depth of lists. Deeper lists are not read. */
const MAX_NESTING = 6;

const CONNECTED = /\s*,?\s*\\text\{\s*,?\s*(?:and|or)\s*,?\s*\}\s*/g;
const OR = /\s*,?\s*\\text\{\s*or\s*\}\s*/;
/** Matches logical signs, which mean `and` and `or` between relations and are operators elsewhere. */
const LOGICAL = /\\(lor|vee|land|wedge)(?![a-zA-Z])/g;
const RELATION = /[=<>]|\\(?:le|ge|ne)(?![a-zA-Z])/;
/** Matches words that end in "and" or "or", as in `5 \text{ papers and } 2 \text{ bins}`. */
const WORDS_AND = /(\\text\{[^{}]*[^\s{},])\s+(and|or)\s*\}/g;
const ONLY_WORDS = /^(?:\\text\{[^{}]*\}|[\s.,;:'"()!?-])+$/;
/** Matches a condition that restricts a symbol of the expression before it: `k \in \mathbb{Z}`. */
const CONDITION =
  /^(?:\\text\{\s*(?:where|for|with)[^{}]*\}\s*)?\\?[a-zA-Z]+\s*\\in\s*(?:\\mathbb\s?\{[ZNR]\}|\\text\{[^{}]*\})\S*$|^\\text\{\s*(?:where|for any|for all|for some|with)\b[^{}]*\}.*$/;

const POINT_WITH_SIGNS = /^\(.*,.*\\(?:pm|mp)(?![a-zA-Z])|^\(.*\\(?:pm|mp)(?![a-zA-Z]).*,/;
/** A condition on a letter of the formula before it, in words or in brackets: `2n \text{ for } n \ge 1`. */
const CONDITIONS = [
  /^(.*?\S)\s*,?\s*\\text\{\s*(?:for|where|with)(?: (?:all|any|every|each|some))?\s*\}\s*(([a-zA-Z])\s*(?:\\(?:in|ne|ge|le)(?![a-zA-Z])|[<>])[^<>]*)$/,
  /^(.*?\S)\s*\((([a-zA-Z])\s*(?:\\(?:in|ne|ge|le)(?![a-zA-Z])|[<>])[^()]*)\)$/,
];

/** Replaces the words or brackets around a condition with a comma before it. */
function withPlainCondition(latex: string): string {
  for (const pattern of CONDITIONS) {
    const [, formula = '', condition = '', letter = ''] = pattern.exec(latex) ?? [];
    const holdsLetter = letter !== '' && formula.replaceAll(/\\[a-zA-Z]+/g, ' ').includes(letter);
    if (holdsLetter && !formula.includes('\\text') && !condition.includes('\\text'))
      return `${formula.replace(/,$/, '')}, ${condition}`;
  }
  return latex;
}

/** Matches a clause or a bracket that explains the answer before it. */
const EXPLANATION =
  /(?<=\S)(?:,\s*|\s+)\\text\{\s*(?:which|where|as|since|because|when|representing|rounded|meaning|assuming|i\.e)\b.*$|(?<=\S)\s+\(\s*\\text\{(?!\s*(?:not|and)\b)[^{}]*\}[^()]*\)\s*$/s;
/** Matches a percentage in brackets that repeats the value before it: `\frac14\ (25\%)`. */
const IN_PERCENT = /(?<=[\w})])\s*\((?:\\text\{\s*or\s*\}|≈)?\s*(\d[\d.]*\s?\\%)\s*\)$/;
const IMPLIES = /^\\(?:implies|Rightarrow|Longrightarrow|Leftrightarrow|iff)$/;

/** Removes a name's subscript: `x_1` and `x_2` are values of the same x, whereas `p` and `q` are different things. */
function stemOf(name: string): string {
  return name.replace(/_.*$/, '');
}

function isUnordered(part: Answer): part is Several {
  return part.kind === 'several' && part.join === 'or' && !part.isSet;
}

/** Flattens a list: two values in one part, as in `1 \pm 2`, become two parts of the whole. */
function flat(parts: readonly Answer[], isSet: boolean, join: Several['join']): Several {
  const hasNested = parts.some(isUnordered);
  const all = parts.flatMap((part) => (isUnordered(part) ? part.parts : [part]));
  return { kind: 'several', isSet, join: hasNested ? 'or' : join, parts: all };
}

/**
 * Creates a list of values. If all values have the same name, as in `x = 1, x = 2` or `a = 4, -8`, the values are the
 * solutions for that name.
 */
function listOf(parts: readonly Answer[], isSet: boolean, join: Several['join']): Answer {
  const [first] = parts;
  const named = parts.filter((part): part is Named => part.kind === 'named');
  const stems = new Set(named.map(({ name }) => stemOf(name)));
  if (first?.kind === 'named' && parts.length > 1 && (named.length === 1 || stems.size === 1)) {
    const values = parts.map((part) => (part.kind === 'named' ? part.value : part));
    const all = named.length === parts.length || values.every(({ kind }) => kind !== 'relation');
    if (all) return { kind: 'named', name: stemOf(first.name), value: flat(values, false, 'or') };
  }
  return flat(parts, isSet, join);
}

class Reader {
  readonly #depth: number;

  constructor(depth: number) {
    this.#depth = depth;
  }

  readonly read = (part: string): Answer => new Reader(this.#depth + 1).answer(part.trim());

  answer(latex: string): Answer {
    if (this.#depth > MAX_NESTING) return unreadable('its lists are nested too deeply');
    const text = withPlainCondition(withoutAlignment(latex)).replace(IN_PERCENT, '≈$1');
    const label = /^\\text\{\(([A-Z])\)\}\s*(\S.*)$/s.exec(text);
    if (label !== null) {
      return { kind: 'labelled', label: label[1] ?? '', value: this.read(label[2] ?? '') };
    }
    if ((ONLY_WORDS.test(text) && text.includes('\\text')) || /^[A-Z]{2,}$/.test(text))
      return wordsAnswer(text);
    const explained = text.replace(EXPLANATION, '');
    if (explained !== text && explained !== '') return this.read(explained);
    const { parts: steps } = splitAtTop(text, (token) => IMPLIES.test(token));
    const conclusion = steps.at(-1) ?? '';
    if (steps.length > 1 && conclusion !== '' && RELATION.test(steps[0] ?? '')) return this.read(conclusion);
    const stated = statedIn(text);
    if (stated === 'unclear') return unreadable('its sentence does not state exactly one value');
    if (stated === 'named') return { kind: 'words', text: wordsOf(text) };
    if (stated !== undefined && stated.value !== text) return this.read(stated.value);
    return this.#groups(text);
  }

  /**
   * Reads a list, which may be a list of points: `p = 5, q = 2; p = 7, q = 2`, or
   * `p = 5, q = 2 \text{ or } p = 7, q = 2`.
   */
  #groups(text: string): Answer {
    const cut = splitAtTop(text, (token) => token === ';').parts;
    const alternatives = text.split(OR);
    const arePoints =
      alternatives.length > 1 && alternatives.every((part) => part.includes(',') && part.includes('='));
    const groups = (arePoints ? alternatives : cut).filter((part) => part !== '');
    if (groups.length < 2) return this.#list(text);
    const points = groups.map((group): Answer => {
      const answer = this.read(group);
      return answer.kind === 'several' && answer.join === 'comma' && !answer.isSet
        ? { kind: 'tuple', open: '(', close: ')', parts: answer.parts }
        : answer;
    });
    return flat(points, false, 'or');
  }

  #list(text: string): Answer {
    const worded = RELATION.test(text)
      ? text.replaceAll(LOGICAL, (_, sign: string) =>
          /[lv]or|vee/.test(sign) ? '\\text{or}' : '\\text{and}',
        )
      : text;
    const joined = worded.replaceAll(WORDS_AND, '$1} \\text{$2}');
    const listed = joined.replaceAll(CONNECTED, ', ');
    const [first = '', ...rest] = splitAtTop(listed, (token) => token === ',').parts.filter(
      (part) => part !== '',
    );
    const isExpression = !/[<>]|\\(?:le|ge|ne)(?![a-zA-Z])/.test(first);
    const others = rest.filter((part) => !(isExpression && CONDITION.test(part)));
    if (others.length === 0) return this.#single(first);
    const all = [first, ...others];
    if (others.some((part) => part.startsWith('\\text{') && statedIn(part) !== undefined)) {
      return unreadable('it states several values');
    }
    const join = listed === joined ? 'comma' : /\bor\b/.test(joined) ? 'or' : 'and';
    return listOf(all.map(this.read), false, join);
  }

  #set = (parts: readonly string[]): Answer => listOf(parts.map(this.read), true, 'comma');

  #single(latex: string): Answer {
    const [exact = '', ...approximations] = splitAtTop(latex, (token) => token === '≈').parts;
    if (approximations.length > 0) {
      if (!this.#isRounded(exact, approximations))
        return unreadable('its approximation does not equal its exact value');
      return this.read(isName(exact) ? `${exact} = ${approximations[0] ?? ''}` : exact);
    }
    const [of = '', ...within] = splitAtTop(latex, (token) => token === '\\in').parts;
    if (within.length === 1 && isName(of)) return this.read(within[0] ?? '');
    return (
      readRelation(latex, this.read) ??
      readMatrix(latex, this.read) ??
      this.#combined(latex, '\\cup', '∪') ??
      this.#combined(latex, '\\cap', '∩') ??
      this.#combined(latex, '\\setminus', '∖') ??
      this.#pointsWithSigns(latex) ??
      readBracketed(latex, this.read, this.#set) ??
      this.#ratio(latex) ??
      this.#plusMinus(latex) ??
      readValue(latex)
    );
  }

  /** Whether a number and its approximation differ by at most one unit of the last digit. */
  #isRounded(exact: string, approximations: readonly string[]): boolean {
    if (!/\d/.test(exact)) return true;
    return approximations.every((approximation) => {
      const [, whole, zeros = '', places] = /^-?(\d*?)(0*)(?:\.(\d+))?$/.exec(approximation) ?? [];
      if (whole === undefined) return true;
      const [value, about] = [this.read(exact), this.read(approximation)];
      if (value.kind !== 'value' || about.kind !== 'value' || value.percent || value.unit !== undefined)
        return true;
      if (symbolsOf(value.term).length > 0) return true;
      const unit = places === undefined ? 10n ** BigInt(zeros.length) : 1n;
      const tolerance = { numerator: 99n * unit, denominator: 100n * 10n ** BigInt(places?.length ?? 0) };
      return sameValue(value.term, about.term) || nearValue(value.term, about.term, tolerance);
    });
  }

  #combined(latex: string, command: string, operator: '∪' | '∩' | '∖'): Answer | undefined {
    const { parts } = splitAtTop(latex, (token) => token === command);
    if (parts.length < 2 || parts.includes('')) return undefined;
    return { kind: 'combined', operator, parts: parts.map(this.read) };
  }

  #ratio(latex: string): Answer | undefined {
    const { parts } = splitAtTop(latex, (token) => token === ':');
    if (parts.length < 2 || parts.includes('')) return undefined;
    const value = readValue(latex);
    const mayBeTime = /^\d{1,2}:\d{2}(?::\d{2})?$/.test(latex);
    const isTime = value.kind === 'unreadable' && value.reason === TIME_OF_DAY;
    return isTime ? value : { kind: 'ratio', parts: parts.map(this.read), mayBeTime };
  }

  /** Reads points with `±` signs: `(\pm 1, 2)` is two points rather than an interval. */
  #pointsWithSigns(latex: string): Answer | undefined {
    const points = POINT_WITH_SIGNS.test(latex) ? this.#plusMinus(latex) : undefined;
    if (points?.kind !== 'several') return undefined;
    return {
      ...points,
      parts: points.parts.map((part) =>
        part.kind === 'tuple' ? { ...part, open: '\\langle', close: '\\rangle' } : part,
      ),
    };
  }

  /**
   * Reads the values in text with `±` signs: `a \pm b` has two values, and `\pm a \pm b` has four. Only `\mp` links its
   * sign to another sign.
   */
  #plusMinus(latex: string): Answer | undefined {
    const signs = [...latex.matchAll(/\\(?:pm|mp)(?![a-zA-Z])/g)].map(([sign]) => sign);
    if (signs.length === 0) return undefined;
    if (signs.length > 1 && signs.every((sign) => sign === '\\pm')) {
      if (signs.length > MOST_SIGNS) return unreadable('it has too many signs');
      const both = ['+', '-'].map((sign) => this.read(latex.replace(/\\pm(?![a-zA-Z])/, sign)));
      return flat(both, false, 'or');
    }
    const signed = (upper: string, lower: string): Answer =>
      this.read(latex.replaceAll(/\\pm(?![a-zA-Z])/g, upper).replaceAll(/\\mp(?![a-zA-Z])/g, lower));
    return flat([signed('+', '-'), signed('-', '+')], false, 'or');
  }
}

/** Reads an answer in LaTeX or plain text. Returns `unreadable`, with the reason, if the answer cannot be read. */
export function readAnswer(latex: string): Answer {
  return new Reader(0).answer(plainLatex(latex));
}
