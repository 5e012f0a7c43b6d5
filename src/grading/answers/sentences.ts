/** Matches math, and marks that end a sentence in any script that has answer markers. `$5. She has $3` is not math. */
const END =
  /[.!?](?=[\s*_)"'”’\]]|$)|[。！？।॥۔؟]|\$\$[^$]*\$\$|\$(?!\d[^$\n]*\s\$\d)[^$\n]*\$|\\\(.*?\\\)|\\\[.*?\\\]/gsu;
const ABBREVIATED =
  /(?:^|[^\p{L}])(?:\p{L}|ft|in|lbs?|oz|hrs?|mins?|secs?|yd|руб|коп|тыс|tys|Tsd|Mio|Mrd|[DJMS]rs?|Ms|Rs|St|No|vs|[Aa]pprox|[Ee]tc|[aip]\.[egm])$/u;

/**
 * The first sentence of the text, without its final mark. A full stop within a number, within math or after an
 * abbreviation does not end a sentence. Linear in the length of the text.
 */
export function firstSentence(text: string): string {
  for (const match of text.matchAll(END)) {
    if (match[0].length > 1) continue;
    if (match[0] === '.' && ABBREVIATED.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    if (
      match[0] === '!' &&
      /\d$/.test(text.slice(0, match.index)) &&
      /^!\s?[=+*/-]/.test(text.slice(match.index))
    )
      continue;
    // A full stop at the start of the text does not end a sentence.
    if (text.slice(0, match.index).trim() === '') continue;
    return text.slice(0, match.index);
  }
  return text;
}

/** All sentences of the text, without their final marks. A line break ends a sentence too. */
export function sentencesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const found: string[] = [];
    let rest = line.trim();
    while (rest !== '') {
      const sentence = firstSentence(rest);
      found.push(sentence);
      rest = rest.slice(sentence.length + 1).replace(/^[\s*_)"'”’\]]+/, '');
    }
    return found;
  });
}

/** Matches text after a bold value that changes the value. */
export const CHANGES_BOLD =
  /^(?:\s(?:million|billion|thousand|hundred|dozen|and (?:a|\d)|\p{L}+,? and \d|(?:hours?|minutes?|feet|foot|years?|months?|weeks?|days?|pounds?|dollars?),? \d)|%? of )/u;

/** Matches words that never end a sentence. */
export const GOES_ON =
  /\s(?:is|are|was|were|be|equals?|to|the|of|an?|and|or|by|for|that|which|with|in|on|at|from|than|as|because|if)$/i;
