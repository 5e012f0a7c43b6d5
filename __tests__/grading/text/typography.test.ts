import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUP_MARK, plainText } from '../../../src/grading/text/typography.ts';

const plain = (text: string): string => plainText(text, { ignoreCase: false });
const folded = (text: string): string => plainText(text, { ignoreCase: true });

describe('the same text, typeset in two ways', () => {
  test.each([
    ['a typographic apostrophe', 'can\u2019t', "can't"],
    ['a modifier apostrophe', 'O\u02BBzbekiston, Hawai\u02BCi', "O'zbekiston, Hawai'i"],
    ['an acute accent for an apostrophe', 'can\u00B4t', "can't"],
    ['a full-width apostrophe', 'can\uFF07t', "can't"],
    ['single quotation marks', '\u2018so\u2019, \u201Aso\u2018, \u2039so\u203A', "'so', 'so', 'so'"],
    ['double quotation marks', '\u201Cso\u201D, \u201Eso\u201C, \u00ABso\u00BB', '"so", "so", "so"'],
    ['primes', '5\u20326\u2033', '5\'6"'],
    ['geresh and gershayim', '\u05E6\u05D4\u05F4\u05DC \u05D2\u05F3', '\u05E6\u05D4"\u05DC \u05D2\''],
    ['a no-break space', 'New\u00A0York', 'New York'],
    ['a narrow no-break space', '18\u202F%', '18 %'],
    ['an ideographic space', '東京\u3000大阪', '東京 大阪'],
    ['spaces of other widths', 'a\u2003b\u2009c\u205Fd', 'a b c d'],
    ['a line break within a phrase', 'New\nYork', 'New York'],
    ['CRLF', 'a\r\nb', 'a\nb'],
    ['line separators', 'a\u2028b\u2029c\u0085d', 'a b c d'],
    ['runs of whitespace', '\t New \t\n York \n', 'New York'],
    ['a no-break hyphen', 'state\u2011of\u2010the\u2011art', 'state-of-the-art'],
    ['a figure dash', '555\u20121234', '555-1234'],
    ['a minus sign', '\u22125', '-5'],
    ['a maqaf', '\u05EA\u05DC\u05BE\u05D0\u05D1\u05D9\u05D1', '\u05EA\u05DC-\u05D0\u05D1\u05D9\u05D1'],
    ['an en dash in a compound', 'Bose\u2013Einstein', 'Bose-Einstein'],
    ['soft hyphens', 'con\u00ADden\u00ADsate', 'condensate'],
    [
      'zero-width spaces and joiners',
      'Pa\u200Bris \u0645\u06CC\u200C\u0634\u0648\u062F',
      'Paris \u0645\u06CC\u0634\u0648\u062F',
    ],
    ['a byte order mark', '\uFEFFParis', 'Paris'],
    ['direction marks', '\u200F\u202B\u05E9\u05DC\u05D5\u05DD\u202C', '\u05E9\u05DC\u05D5\u05DD'],
    ['an emoji variation selector', '\u2764\uFE0F', '\u2764'],
    ['decomposed letters', 'Cafe\u0301 Zu\u0308rich', 'Caf\u00E9 Z\u00FCrich'],
    ['decomposed Hangul', '\u1109\u1165\u110B\u116E\u11AF', '서울'],
    ['decomposed kana', 'か\u3099', 'が'],
    ['marks in another order', 'a\u0302\u0323', '\u1EAD'],
    ['full-width forms', '（ＡＢ　１８０％）', '(AB 180%)'],
    ['half-width katakana', 'ﾊﾟﾘ ｶﾞｽ', 'パリ ガス'],
    ['ligatures', '\uFB01nal \uFB04', 'final ffl'],
    ['an ellipsis', 'so\u2026', 'so...'],
    ['a fraction slash', '1\u20442', '1/2'],
    ['a wave dash', '1\u301C2 1\uFF5E2', '1~2 1~2'],
  ])('%s', (_, one, other) => {
    expect(plain(one)).toBe(plain(other));
    expect(plain(other)).toBe(other.replaceAll('\n', ' '));
  });

  test.each([
    ['ß, ẞ and ss', 'STRASSE', 'Stra\u00DFe'],
    ['ß, ẞ and ss', 'STRA\u1E9EE', 'stra\u00DFe'],
    ['sigma at the end of a word', 'ΟΔΟΣ', 'οδος'],
    ['sigma within it', 'ΣΟΦΟΣ', 'σοφοσ'],
    ['dotted İ', '\u0130STANBUL', 'istanbul'],
    ['dotted İ, decomposed', 'I\u0307stanbul', 'istanbul'],
    ['dotless ı', 'DIYARBAKIR', 'Diyarbak\u0131r'],
    ['other letters of Turkish', '\u015EANLIURFA', '\u015Eanl\u0131urfa'],
    ['Cyrillic', 'МОСКВА', 'Москва'],
    ['Armenian, whose capital of և is two letters', 'ԵՒ', 'և'],
    ['Georgian', 'ᲗᲑᲘᲚᲘᲡᲘ', 'თბილისი'],
    ['the long s', 'Congre\u017Fs', 'CONGRESS'],
    ['a letter without a capital of its own', '\u0149', "'N"],
    ['full-width letters', 'ＴＯＫＹＯ', 'tokyo'],
  ])('without case: %s', (_, one, other) => {
    expect(folded(one)).toBe(folded(other));
    expect(plain(one)).not.toBe(plain(other));
  });
});

test.each([
  ['accents', 'cafe', 'caf\u00E9'],
  ['a range and a hyphen', '10\u201318', '10-18'],
  ['an em dash and a hyphen', 'a\u2014b', 'a-b'],
  ['an en dash between spaces and a hyphen', 'a \u2013 b', 'a - b'],
  ['a hyphen and none', 're-cover', 'recover'],
  ['a space and none', 'New York', 'NewYork'],
  ['a power and a digit', 'x\u00B2', 'x2'],
  ['digits of other scripts', '\u0661\u0668', '18'],
  ['letters of other scripts', '\u0420aris', 'Paris'],
  ['hiragana and katakana', 'ぱり', 'パリ'],
  ['a letter and a styled one', '\u{1D400}', 'A'],
  [
    'flags of parts of a country',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
  ],
  ['a middle dot and a point', '1\u00B718', '1.18'],
])('%s are told apart, with or without case', (_, one, other) => {
  expect(plain(one)).not.toBe(plain(other));
  expect(folded(one)).not.toBe(folded(other));
});

test('a no-break space within a number becomes what was asked for; another one does not', () => {
  const grouped = (text: string): string => plainText(text, { ignoreCase: false, groupSpace: GROUP_MARK });
  expect(grouped('18\u00A0000 and 1\u202F180\u202F000')).toBe(
    `18${GROUP_MARK}000 and 1${GROUP_MARK}180${GROUP_MARK}000`,
  );
  expect(grouped('18 000, 18\u00A0kg, 18\u00A030, 18\u00A00001')).toBe('18 000, 18 kg, 18 30, 18 0001');
  expect(plain('18\u00A0000')).toBe('18 000');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'i',
      'I',
      '\u0130',
      '\u0131',
      '\u0307',
      '\u0301',
      '\u00DF',
      '\u03A3',
      '\uFF76',
      '\uFF9E',
      '\u200D',
      '\u00AD',
      '\u00A0',
      '\n',
      '1',
      '0',
      '\u2019',
    ),
  }),
);

test('a plain text stays as it is, with or without case', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plain(plain(text))).toBe(plain(text));
      expect(folded(folded(text))).toBe(folded(text));
    }),
    { numRuns: 2000 },
  );
});

test('how text is composed makes no difference, and neither does its case where case is ignored', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plain(text.normalize('NFD'))).toBe(plain(text));
      expect(plain(text.normalize('NFC'))).toBe(plain(text));
      expect(folded(text.toUpperCase())).toBe(folded(text));
      expect(folded(text.toLowerCase())).toBe(folded(text));
      expect(folded(plain(text))).toBe(folded(text));
    }),
    { numRuns: 2000 },
  );
});
