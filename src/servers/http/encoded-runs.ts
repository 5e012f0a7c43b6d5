/** So many characters in a row, each written by itself, are read; fewer could be part of ordinary text. */
const SHORTEST_RUN = 8;

const FORMS: readonly { readonly character: string; readonly read: (run: string) => string }[] = [
  // In a URL, in a string literal, and as the dump of bytes in hex.
  ...[
    String.raw`%[0-9a-f]{2}`,
    String.raw`\\{1,4}(?:u00|x)[0-9a-f]{2}`,
    String.raw`(?:0x)?(?<![0-9a-f])[0-9a-f]{2}(?![0-9a-f])[\s:,;-]{0,3}`,
    String.raw`&#x0{0,4}[0-9a-f]{2};`,
  ].map((character) => ({
    character,
    read: (run: string) => fromCodes(run.match(/[0-9a-f]{2}(?![0-9a-f])/giu) ?? [], 16),
  })),
  // As numbers of bytes: in HTML, and in a list.
  ...[String.raw`&#0{0,4}\d{2,3};`, String.raw`(?<!\d)\d{2,3}(?!\d)[\s,;]{0,3}`].map((character) => ({
    character,
    read: (run: string) => fromCodes(run.match(/\d+/gu) ?? [], 10),
  })),
  // Spelled, or as UTF-16 that is read as bytes: one character of another kind between any two.
  { character: String.raw`[!-~][^!-~]{1,2}`, read: (run) => run.replaceAll(/[^!-~]/gu, '') },
];

const RUNS = FORMS.map(({ character, read }) => ({
  // The last character of a run may stand without what parts it from the next.
  pattern: new RegExp(`(?:${character}){${SHORTEST_RUN},}[!-~]?`, 'giu'),
  read,
}));

/**
 * Replaces every run of characters that are written one by one, as `%73%6b`, `\u0073\u006b`, `&#115;&#107;`, `115, 107` or `s k`, where what
 * it says is not to be shown.
 */
export function withoutEncodedRuns(
  text: string,
  { isSecret, mark }: { readonly isSecret: (decoded: string) => boolean; readonly mark: string },
): string {
  let clean = text;
  for (const { pattern, read } of RUNS)
    clean = clean.replace(pattern, (run) => (isSecret(read(run)) ? mark : run));
  return clean;
}

function fromCodes(codes: readonly string[], radix: number): string {
  return codes.map((code) => String.fromCharCode(Number.parseInt(code, radix))).join('');
}
