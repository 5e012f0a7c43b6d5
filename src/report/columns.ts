import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Fits text into exactly `width` terminal columns: pads it, or shortens it with an ellipsis (…). Wide characters count
 * as two columns.
 */
export const fit = (text: string, width: number, align: 'l' | 'r' = 'l'): string => {
  const shown = stringWidth(text) <= width ? text : shortened(text, width);
  const padding = ' '.repeat(Math.max(0, width - stringWidth(shown)));
  return align === 'l' ? shown + padding : padding + shown;
};

/** Shortens text with an ellipsis. Also drops the first grapheme if it is wider than the available space. */
const shortened = (text: string, width: number): string => {
  const [start] = head(text, width - 1);
  return stringWidth(start) < width ? `${start}…` : '…';
};

/** Splits text after as many graphemes as fit in `width` columns, but at least one. */
const head = (text: string, width: number): [string, string] => {
  let taken = '';
  for (const { segment } of graphemes.segment(text)) {
    if (taken !== '' && stringWidth(taken + segment) > width) break;
    taken += segment;
  }
  return [taken, text.slice(taken.length)];
};

/** Breaks one line of text at spaces into lines of at most `width` columns. Longer words are broken. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    if (line !== '' && stringWidth(`${line} ${word}`) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (stringWidth(word) > width) {
      const [start, rest] = head(word, width);
      lines.push(start);
      word = rest;
    }
    line = word;
  }
  return line === '' ? lines : [...lines, line];
};
