/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < word.length; place += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(place), 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * A bag of words as a vector: each word adds or subtracts 1 at a position, both chosen by its hash. Texts
 * that share words are near each other, others about orthogonal. All zeros for text without words.
 */
export function hashedEmbedding(text: string, dimensions = 64): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const hash = hashOf(word);
    const place = (hash >>> 1) % dimensions;
    vector[place] = (vector[place] ?? 0) + (hash % 2 === 0 ? 1 : -1);
  }
  return vector;
}
