/** A range in the text; `end` is exclusive. */
export type Range = readonly [start: number, end: number];

const FENCE = /^ {0,3}(?:`{3,}|~{3,})([^\n]*)$/gm;

/**
 * Matches text in quotation marks or backticks within a line. A mark after a digit means inches, and an apostrophe inside
 * a word does not quote. No pattern scans past the next mark of its kind, so the search takes linear time.
 */
const QUOTED = /(?<!\d)"[^"\n]*"|“[^“”\n]*”|(`{1,2})[^`\n]*\1|(?<!\w)'[^'\n]*'(?!\w)/g;

/**
 * Finds the code between two fences. A fence that names a language always opens a block, because the fence before it
 * may never have been closed.
 */
function fenced(text: string): Range[] {
  const ranges: Range[] = [];
  let start: number | undefined;
  for (const { 1: info = '', 0: line, index } of text.matchAll(FENCE)) {
    if (start === undefined || info.trim() !== '') {
      start = index;
    } else {
      ranges.push([start, index + line.length]);
      start = undefined;
    }
  }
  return ranges;
}

/**
 * Returns a function that checks whether an index is in quotation marks or fenced code, where text is mentioned rather
 * than used. Call it with ascending indexes. All calls together take time linear in the length of the text.
 */
export function mentions(text: string): (at: number) => boolean {
  const inFence = ascending(fenced(text));
  const inQuotes = ascending(Array.from(text.matchAll(QUOTED), quotedRange));
  return (at) => inFence(at) || inQuotes(at);
}

function quotedRange({ 0: quoted, index }: RegExpExecArray): Range {
  return [index, index + quoted.length];
}

function ascending(ranges: readonly Range[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    let range = ranges[next];
    while (range !== undefined && range[1] <= at) range = ranges[++next];
    return range !== undefined && range[0] <= at;
  };
}
