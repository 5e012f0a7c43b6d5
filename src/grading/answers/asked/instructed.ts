import { labelsAnswer, labelsOther, namesValue } from './answer-words.ts';
import { type AskedForm, formAround, LONGEST_LABEL } from './asked-form.ts';

/** Matches a placeholder in brackets or as a variable: `[answer]`, `<your answer>`, `{answer}`, `$ANSWER`, `___`. */
const PLACEHOLDER =
  /\[([^[\]\n]{1,60})\]|<([^<>\n/]{1,60})>|\{([^{}\n:]{1,60})\}|\(([^()\n]{1,60})\)|\$\{?([A-Z_]{2,20})\b\}?|(_{2,}|\.{3}|…)/g;
/** Matches a placeholder without brackets, or an example of a value, at the end of a format. */
const BARE =
  /(?:(?<![\p{L}\p{N}])(?:X{1,3}|[YN]|[A-J](?:(?:\s?[/|,]\s?(?:or )?|\sor\s)\(?[A-J]\)?){1,9}|(?:your |the )?(?:final |correct )?(?:answer|number|letter|integer|value|option|choice)(?: here)?)|答案|数字|选项|选项字母)$/iu;
/** Matches an example of a value. */
const EXAMPLE = /(?:(?<![\p{L}\p{N}])(?:[-−]?\d[\d,.]{0,12}|\(?[A-J]\)?))$/u;
/** Matches words that show that nearby text is a format. */
const FORMAT_WORDS =
  /(?<!\p{L})(?:answer|output|respond|response|reply|write|print|return|put|give|say|state|provide|present|report|end|finish|conclude|format|form|template|exactly|follow\p{L}*|e\.?g|for example|example|such as|like|line|between|within|inside|enclos\p{L}*|wrap\p{L}*|start|begin|prefix\p{L}*|submit|schreib\p{L}*|gib|antworte|format|écri\p{L}*|répond\p{L}*|termin\p{L}*|escrib\p{L}*|respond\p{L}*|escrev\p{L}*|scriv\p{L}*|rispond\p{L}*|напиши\p{L}*|ответ\p{L}*|ausgabe|schrijf)(?!\p{L})|写|填|输出|格式|回答|例如|書|出力|形式|作答|쓰|형식|답/iu;
/** Matches words that introduce a format within a line. The format begins after the last such word. */
const INTRODUCES =
  /(?:[.;!?。；！？,，]\s|(?<!\p{L})(?:with|as|in the (?:format|form)|format|form|by|like|write|writing|say|saying|output|print|return|return:|respond|reply|put|give|exactly|follows|template|pattern|style|e\.g\.|example|using|and then|then|finally|mit|als|avec|par|con|como|com)\s?:?\s|[:：]\s)(?=\S)/giu;
const QUOTED =
  /"([^"\n]{2,120})"|“([^“”\n]{2,120})”|`{1,3}([^`\n]{2,120})`{1,3}|(?<!\p{L})'([^'\n]{2,120})'(?!\p{L})|「([^「」\n]{2,120})」|«([^«»\n]{2,120})»|‘([^‘’\n]{2,120})’/gu;
/** Matches a description, in words, of two marks around the answer. */
const BETWEEN =
  /(?<!\p{L})(?:between|within|inside|enclosed (?:in|by|between|with)|zwischen|entre|tra|между)\s+(?:the )?(?:tags |markers |symbols |delimiters )?["'`“”]?([^\s"'`“”,，。\p{L}\p{N}][^\s"'`“”,，。]{0,19})["'`“”]?\s+(?:and|und|et|y|e|и)\s+["'`“”]?([^\s"'`“”,，。\p{L}\p{N}][^\s"'`“”,，。]{0,19}?)["'`“”.]?(?=[\s.,;)]|$)|在\s?["“「]?([[<【{#*|(][^\s，。和与與」”]{0,19})["”」]?\s?[和与與及]\s?["“「]?([[<【{#*|(/][^\s，。」”]{0,19}?)["”」]?\s?之[间間]/giu;
/** Matches a label to be followed by the answer: "write FINAL: followed by the number", `begin with "Result:"`. */
const FOLLOWED =
  /(?<![\p{L}\p{N}])([A-Z][\p{L}_ ]{1,30}?[:=]|#{3,8})\s?["'`”]?,?\s(?:followed by|and then|then|plus|before)\b/gu;
/** Matches a call with the answer as its argument: `Answer("X")`. */
const CALL = /(?<![\p{L}\p{N}_.\\])([\p{L}_]\w{2,30})([([])\s?["'“]?([^()[\]"'“”\n]{1,40})["'”]?\s?[)\]]/gu;
/** Matches a LaTeX command defined by the prompt with the answer as its argument: `\answer{…}`. */
const COMMAND = /\\([a-zA-Z]{3,20})\{/g;
/** Matches the members of a JSON object in an answer format that the prompt shows. */
const MEMBER =
  /["'“]([\p{L}_][\p{L}\p{N}_ -]{0,30})["'”]\s{0,4}:\s{0,4}(?:["'“]([^"'“”\n]{0,80})["'”]|([^\s"'{[,}][^,}\n]{0,60})|\[)/gu;

const CALLS =
  /^(?:(?:submit|give|return|report|final|my|the)_?)*(?:answer|finish|submit|final|result|solution|choose|select)$/i;

/** How far before a format to search for format words, in UTF-16 code units. */
const NEAR = 120;
/** Maximum length of a line that is searched for a format, in UTF-16 code units. */
const LONGEST_LINE = 1000;

/** Whether the words around a position show that a format is given there. */
function isFormatNear(prompt: string, at: number): boolean {
  return FORMAT_WORDS.test(prompt.slice(Math.max(0, at - NEAR), at));
}

function contentOf(match: readonly (string | undefined)[]): string {
  return match.slice(1).find((it) => it !== undefined) ?? '';
}

/** Whether a placeholder represents the answer. Dots and blanks represent whatever their label describes. */
function isValue([written, ...parts]: RegExpMatchArray, before: string): boolean {
  const content = contentOf([written, ...parts]);
  if (/^[_.…]+$/.test(content)) return labelsAnswer(before);
  // `\\frac{x}{n}` and `f(x)` are formulas.
  if (content.length === 1) return /^[[<(]/.test(written) && /[XYN]/.test(content);
  return namesValue(content) && !(/^[{(]/.test(written) && /[\p{L}\p{N}}]$/u.test(before));
}

/** The last placeholder for an answer in the text, and the text around it. */
function placeholderIn(segment: string): { before: string; after: string } | undefined {
  let last: RegExpExecArray | undefined;
  for (const match of segment.matchAll(PLACEHOLDER)) {
    // A name in brackets before a value is a label: `[Answer]: <number>`.
    if (isValue(match, segment.slice(0, match.index))) last = match;
  }
  if (last === undefined) return undefined;
  return { before: segment.slice(0, last.index), after: segment.slice(last.index + last[0].length) };
}

/** The closing marks directly after a value: symbols, or a tag. */
function closingOf(after: string): string {
  return (
    /^\s?(<\/?[\w|-]{1,20}>|["'”]?[)\]}>】]{1,4}|[^\s\p{L}\p{N}"'`“”‘’.,;:!?。，；：]{1,12})/u.exec(
      after,
    )?.[1] ?? ''
  );
}

/** A line's format: the text after the words that introduce it. */
function behindIntroduction(before: string): string {
  let from = 0;
  for (const match of before.matchAll(INTRODUCES)) {
    const end = match.index + match[0].length;
    if (end < before.length) from = end;
  }
  return before.slice(from);
}

function fromQuoted(prompt: string): (AskedForm | undefined)[] {
  return Array.from(prompt.matchAll(QUOTED), (match) => {
    const content = contentOf(match).trim();
    const isNear = isFormatNear(prompt, match.index);
    const found = placeholderIn(content);
    if (found !== undefined) return formAround(found.before, closingOf(found.after), true);
    if (!isNear) return undefined;
    const bare = BARE.exec(content);
    const marks = /[^\p{L}\p{N}]{0,12}$/u.exec(content)?.[0] ?? '';
    const inside = content.slice(0, content.length - marks.length);
    const value = bare ?? BARE.exec(inside) ?? EXAMPLE.exec(inside);
    if (value !== null && value.index > 0) {
      const closing = value === bare ? '' : marks;
      return formAround(content.slice(0, value.index), closingOf(closing), true);
    }
    return labelsAnswer(content) && /[:：=>]$|#{3,8}$/.test(content)
      ? formAround(content, '', true)
      : undefined;
  });
}

function fromLines(prompt: string): (AskedForm | undefined)[] {
  let at = 0;
  return prompt.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    if (line.length > LONGEST_LINE) return undefined;
    const found = placeholderIn(line);
    const isNear = isFormatNear(prompt, start) || FORMAT_WORDS.test(line);
    if (found !== undefined) {
      const own = behindIntroduction(found.before);
      // Other rules handle quoted formats and JSON.
      if (/["“”«「`]/.test(own)) return undefined;
      const isOwnLine = own === found.before && own.length <= LONGEST_LABEL;
      const isLabel = labelsAnswer(own) || (isNear && isOwnLine && /[:：]\s*$/.test(own));
      return isLabel && (isNear || isOwnLine) ? formAround(own, closingOf(found.after), false) : undefined;
    }
    // `Answer: X` on a line of its own, below words that announce a format.
    const bare = line.length <= LONGEST_LABEL ? BARE.exec(line.trim()) : null;
    const label = bare === null ? '' : line.trim().slice(0, bare.index);
    return isNear && labelsAnswer(label) && /[:：=]\s*$/.test(label)
      ? formAround(label, '', false)
      : undefined;
  });
}

function fromMarks(prompt: string): (AskedForm | undefined)[] {
  const between = Array.from(prompt.matchAll(BETWEEN), (match) =>
    formAround(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? '', true),
  );
  const doubled = Array.from(
    prompt.matchAll(/(\[\[|<<<?|\(\(|\{\{)\s?([^[\]<>(){}\n]{1,40}?)\s?(\]\]|>{2,3}|\)\)|\}\})/g),
    ([, open = '', content = '', close = ''], i) =>
      (namesValue(content) || /^(?:[A-JXN]|[-−]?\d{1,6})$/.test(content)) &&
      i < 40 &&
      open.length === close.length
        ? { before: open, after: close }
        : undefined,
  );
  const followed = Array.from(prompt.matchAll(FOLLOWED), (match) =>
    isFormatNear(prompt, match.index) ? formAround(match[1] ?? '', '', false) : undefined,
  );
  const calls = Array.from(prompt.matchAll(CALL), ([, name = '', open = '', content = '']) =>
    CALLS.test(name) && (namesValue(content) || /^(?:[A-JXN]|[-−]?\d{1,6}|[.…]+)$/.test(content))
      ? { before: `${name}${open}`, after: open === '(' ? ')' : ']' }
      : undefined,
  );
  const commands = Array.from(prompt.matchAll(COMMAND), ([written, name = '']) =>
    /^(?:final|my)?(?:answer|ans|result|solution|final)$/i.test(name)
      ? { before: written, after: '}' }
      : undefined,
  );
  return [...between, ...doubled, ...followed, ...calls, ...commands];
}

/** The JSON key whose value is the answer, if the prompt shows an object with such a key. */
function fromJson(prompt: string): (AskedForm | undefined)[] {
  const members = Array.from(prompt.matchAll(MEMBER), (match) => ({
    key: match[1] ?? '',
    value: match[2] ?? match[3] ?? '',
    at: match.index,
  })).filter(({ key, at }) => !labelsOther(key) && isFormatNear(prompt, at));
  const named = members.filter(({ key }) => labelsAnswer(key));
  const byValue = members.filter(({ value }) => namesValue(value) || /^(?:[A-J]|[-−]?\d{1,9})$/.test(value));
  return (named.length > 0 ? named : byValue).map(({ key }) => ({ before: `"${key}":`, after: '' }));
}

/** The label at the very end of a prompt, which a completion may repeat: `### Response:`. */
function fromEnd(prompt: string): (AskedForm | undefined)[] {
  const last = prompt.trimEnd().slice(-LONGEST_LABEL).split('\n').at(-1) ?? '';
  return /[:：=]$/.test(last) && labelsAnswer(last) ? [formAround(last, '', false)] : [];
}

/** Returns the answer forms that a prompt's wording asks for. Linear in the length of the prompt. */
export function instructedForms(prompt: string): readonly AskedForm[] {
  return [
    ...fromQuoted(prompt),
    ...fromLines(prompt),
    ...fromMarks(prompt),
    ...fromJson(prompt),
    ...fromEnd(prompt),
  ].filter((it) => it !== undefined);
}
