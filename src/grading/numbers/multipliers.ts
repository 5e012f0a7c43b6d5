/** Words and letters that multiply the number before them, in the languages of the answer markers. */
const MULTIPLIERS: readonly (readonly [RegExp, bigint])[] = [
  [/[ -]?hundred(?!\p{L})/iuy, 100n],
  [
    /[ -]?(?:thousand|mille|mila|tausend|tsd\.|duizend|tysi(?:ąc|ące|ęcy)|tys\.|тисяч[аі]?|ribu|nghìn|ngàn|tusen|ألف|آلاف|هزار|אלף|тысяч[аи]?|тыс\.?|हज़ार|हजार|হাজার|వేలు|వేల)(?![\p{L}\p{M}])|\s?พัน/iuy,
    1000n,
  ],
  [/ ?(?:หมื่น)/uy, 10_000n],
  [/ ?(?:แสน)/uy, 100_000n],
  [/ ?(?:ร้อย|सौ(?![\p{L}\p{M}]))/uy, 100n],
  [/ ?k(?![\p{L}\d])/iuy, 1000n],
  [/[ -]?(?:lakhs?|लाख|লাখ|లక్షలు|లక్ష)(?![\p{L}\p{M}])/iuy, 100_000n],
  [
    /[ -]?(?:mill(?:ions?|ionen|ones|ón)|milhões|milhão|milioni|milione|mln|mio|млн|миллион(?:а|ов)?|мільйон(?:а|ів)?|miljoen|miljon(?:er)?|milion(?:y|ów)?|milyon|juta|triệu|مليون|ملايين|میلیون|מיליון)(?![\p{L}\p{M}])\.?| ?ล้าน/iuy,
    1_000_000n,
  ],
  [/[ -]?(?:crores?|करोड़|কোটি|కోట్లు|కోటి)(?![\p{L}\p{M}])/iuy, 10_000_000n],
  [
    /[ -]?(?:billions?|bn|млрд|миллиард(?:а|ов)?|milliarden?|milliards?|mrd|tỷ)(?![\p{L}\p{M}])\.?/iuy,
    1_000_000_000n,
  ],
  [/[ -]?trillions?(?!\p{L})/iuy, 1_000_000_000_000n],
  [/ ?[百백]/uy, 100n],
  [/ ?[千천]/uy, 1000n],
  [/ ?[万萬만]/uy, 10_000n],
  [/ ?[億亿억]/uy, 100_000_000n],
];

/** Letters that mean millions and billions only after an amount of money. Elsewhere, `5m` may mean metres. */
const OF_MONEY: readonly (readonly [RegExp, bigint])[] = [
  [/ ?(?:mm?|M)(?![\p{L}\d]|\s{0,2}\$)/uy, 1_000_000n],
  [/ ?[bB](?![\p{L}\d]|\s{0,2}\$)/uy, 1_000_000_000n],
];

/** The multiplier of a number that ends at `at`, and the multiplier's end; undefined if no multiplier follows. */
export function multiplierAt(
  text: string,
  at: number,
  isMoney: boolean,
): { readonly factor: bigint; readonly end: number } | undefined {
  const next = text.charCodeAt(at);
  // Fast path: most numbers are followed by the end of the text or by punctuation.
  if (Number.isNaN(next) || (next < 65 && next !== 32 && next !== 45)) return undefined;
  for (const [pattern, factor] of isMoney ? [...MULTIPLIERS, ...OF_MONEY] : MULTIPLIERS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { factor, end: pattern.lastIndex };
  }
  return undefined;
}
