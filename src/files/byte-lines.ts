const LINE_FEED = 0x0a;

/**
 * Maximum line length in bytes: longer than any sample or item, and shorter than the longest string in V8 (2^29 - 24
 * characters).
 */
export const LONGEST_LINE_BYTES = 200_000_000;

/**
 * Yields the lines of a byte stream without their line feeds, as bytes, because a chunk may end inside a character. If
 * a line is too long, yields `undefined` as soon as the limit is exceeded and discards the line. If `lastIsWhole` is
 * false, a last line without a line feed is dropped.
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  { lastIsWhole = true }: { readonly lastIsWhole?: boolean } = {},
): AsyncGenerator<Uint8Array | undefined> {
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  let isPassedOver = false;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const piece = chunk.subarray(start, end);
      if (!isPassedOver) yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
      rest = [];
      restBytes = 0;
      isPassedOver = false;
      start = end + 1;
    }
    if (start === chunk.length || isPassedOver) continue;
    rest.push(chunk.subarray(start));
    restBytes += chunk.length - start;
    if (restBytes <= LONGEST_LINE_BYTES) continue;
    yield undefined;
    rest = [];
    isPassedOver = true;
  }
  if (lastIsWhole && rest.length > 0) yield Buffer.concat(rest);
}
