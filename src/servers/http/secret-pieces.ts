/** Number of buckets for the three-character groups in the cheap first pass of `secretPieces`. */
const BUCKETS = 2 ** 16;

/**
 * Converts the text to lower case while keeping every character at its original index. Lower-casing U+0130 gives two
 * characters, so in text that contains it, only A to Z are lower-cased.
 */
export function lowerCased(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

/**
 * Redacts every run of at least `shortest` characters (3 or more) that also occurs in one of `words`, ignoring case.
 * This covers both whole words and the beginning of a key, which some servers show. Takes time linear in the text's
 * length. Unless a word matches, it looks at only three of every `shortest` − 2 characters.
 */
export function secretPieces(options: {
  readonly words: readonly string[];
  readonly shortest: number;
  readonly mark: string;
}): (text: string) => string {
  const { shortest, mark } = options;
  const words = options.words.map(lowerCased).filter((word) => word.length >= shortest);
  const pieces = new Set(words.flatMap((word) => piecesOf(word, shortest)));
  if (pieces.size === 0) return (text) => text;
  const holds = new Uint8Array(BUCKETS);
  for (const word of words) for (let at = 0; at + 2 < word.length; at += 1) holds[bucketAt(word, at)] = 1;
  // In a piece of the shortest length, exactly one three-character group starts at a multiple of this.
  const step = shortest - 2;
  return (original) => {
    const text = lowerCased(original);
    let clean = '';
    let taken = 0;
    for (let look = 0; look + 2 < text.length; look += step) {
      if (holds[bucketAt(text, look)] === 0) continue;
      let at = Math.max(taken, look - step + 1);
      while (at <= look && !pieces.has(text.slice(at, at + shortest))) at += 1;
      if (at > look) continue;
      let end = at + shortest;
      while (end < text.length && pieces.has(text.slice(end - shortest + 1, end + 1))) end += 1;
      clean += original.slice(taken, at) + mark;
      taken = end;
      look = Math.floor((end - 1) / step) * step;
    }
    return taken === 0 ? original : clean + original.slice(taken);
  };
}

function piecesOf(word: string, length: number): readonly string[] {
  return Array.from({ length: word.length - length + 1 }, (_, at) => word.slice(at, at + length));
}

function bucketAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 17 + text.charCodeAt(at + 2)) % BUCKETS;
}
