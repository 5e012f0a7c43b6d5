import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const graderWith = (options: Record<string, unknown> = {}) =>
  createGrader(graderSpecSchema.parse({ type: 'contains', ...options }), withoutEffects);
const grade = (text: string, answer: string, options?: Record<string, unknown>) =>
  graderWith(options).grade(text, { id: 'i', answer, meta: undefined });

test.each([
  ['The capital is paris.', 'Paris'],
  ['Paris', 'Paris'],
  ['the parisian; in Paris', 'Paris'],
  ['I like C++!', 'C++'],
  ['It costs $18.', '$18'],
  ['It takes 18.', '18'],
  ['18, or so', '18'],
  ['xa-a-a', 'a-a'],
  ['un caf\u0065\u0301', 'caf\u00e9'],
  ['the New York mayor', ' New York '],
  ['New  York', 'New York'],
])('%j contains %j', (text, answer) => {
  expect(grade(text, answer)).toEqual({ outcome: 'correct', answer: answer.trim(), rule: 'whole-phrase' });
});

test.each([
  ['the parisian way', 'Paris'],
  ['180', '18'],
  ['1.18', '18'],
  ['18.5', '18'],
  ['18,000', '18'],
  ['x18', '18'],
  ['caf\u00e9s', 'caf\u00e9'],
  ['\u{1d400}Paris', 'Paris'],
])('%j does not contain %j', (text, answer) => {
  expect(grade(text, answer)).toEqual({ outcome: 'incorrect' });
});

describe('scripts without spaces', () => {
  test.each([
    ['Japanese', '日本の首都は東京です。', '東京'],
    ['Japanese, katakana', 'フランスの首都はパリである', 'パリ'],
    ['Japanese, hiragana', 'それはさくらという花です', 'さくら'],
    ['Japanese, a repeated character', '人々が佐々木さんを見た', '佐々木'],
    ['Chinese', '答案是北京市。', '北京'],
    ['Chinese, traditional', '答案是臺北市', '臺北'],
    ['Chinese, in bopomofo', '注音是ㄅㄟˇㄐㄧㄥ吧', 'ㄅㄟˇㄐㄧㄥ'],
    ['Chinese, a rare character beyond 16 bits', '這個字是\u{20BB7}野家', '\u{20BB7}'],
    ['Thai', 'เมืองหลวงคือกรุงเทพมหานคร', 'กรุงเทพ'],
    ['Thai, after a mark', 'ชื่อนี้สมชายครับ', 'สมชาย'],
    ['Lao', 'ນະຄອນຫຼວງວຽງຈັນແມ່ນ', 'ວຽງຈັນ'],
    ['Khmer', 'រាជធានីភ្នំពេញគឺ', 'ភ្នំពេញ'],
    ['Myanmar', 'မြို့တော်နေပြည်တော်ဖြစ်သည်', 'နေပြည်တော်'],
    ['Korean, a particle', '수도는 서울입니다.', '서울'],
    ['Korean, another particle', '세종대왕이 만들었다', '세종대왕'],
    ['Korean after Chinese characters', '首都서울은', '서울'],
    ['Latin letters within Japanese', '首都はTokyoです', 'Tokyo'],
    ['Latin letters before a Korean particle', '수도는 Seoul입니다', 'Seoul'],
    ['Latin letters after a Thai word', 'คือBangkokครับ', 'Bangkok'],
    ['Cyrillic letters within Chinese', '答案是Москва。', 'Москва'],
    ['Greek letters beside Chinese', '角度是α度', 'α'],
    ['an entry of a list', '①Paris ②London', 'Paris'],
    ['a number before a counter', '答えは18年です', '18'],
    ['a number between characters', '第18回', '18'],
    ['a number before a Korean counter', '모두 18개입니다', '18'],
    ['a number after a Korean word', '약18명', '18'],
    ['a number of Chinese characters', '答案是十八。', '十八'],
    ['the same beside characters that are none', '共有十八个', '十八'],
  ])('%s: %j contains %j', (_, text, answer) => {
    expect(grade(text, answer)).toMatchObject({ outcome: 'correct' });
  });

  test.each([
    ['Korean, within a word', '남서울입니다', '서울'],
    ['Latin letters within a word', 'これはTokyoiteです', 'Tokyo'],
    ['Latin letters beside other ones', 'これはNewTokyoです', 'Tokyo'],
    ['another word', '日本の首都は東京です。', '京都'],
    ['half a kana: a long vowel', 'カレーです', 'カレ'],
    ['half a kana: a small one', 'きゃくです', 'き'],
    ['half a kana: half-width voicing', 'ｶﾞｽです', 'カ'],
    ['a Thai consonant without its vowel below', 'นี้คือกู', 'ก'],
    ['a Thai consonant without its vowel before', 'เกม', 'กม'],
    ['a Thai consonant without its am', 'คำ', 'ค'],
    ['a Khmer consonant without what is below', 'ភ្នំ', 'ភ'],
    ['a Devanagari word within another', 'नईदिल्ली', 'दिल्ली'],
    ['an Arabic word within another', 'الباريسي', 'باريس'],
    ['a Tamil word with a case ending', 'சென்னையில்', 'சென்னை'],
    ['a number before a larger unit', '答えは18万です', '18'],
    ['a number before a larger Korean unit', '모두 18만 명', '18'],
    ['a number after a larger unit', '1万8000円', '8000'],
    ['a number of Chinese characters within another', '共有三十八个', '三十'],
    ['the same after another', '共有三十八个', '八'],
    ['ten and a hundred', '二百', '二'],
  ])('%s: %j does not contain %j', (_, text, answer) => {
    expect(grade(text, answer)).toEqual({ outcome: 'incorrect' });
  });
});

describe('numbers', () => {
  test.each([
    ['It takes 18.', '18'],
    ['It takes 18.\nThen 5 more.', '18'],
    ['18, 19 and 20', '18'],
    ['18、19', '18'],
    ['（１８）', '18'],
    ['1\u202F180\u00A0km', '1 180'],
    ['1 180 km', '1 180'],
    ['18 000 people', '18'],
    ['a 5\u203210\u2033 man', '10'],
    ['١٨.', '١٨'],
    ['see fig.18', '18'],
    ['so it is...18', '18'],
    ['18\u00A0kg', '18'],
  ])('%j contains %j', (text, answer) => {
    expect(grade(text, answer)).toMatchObject({ outcome: 'correct' });
  });

  test.each([
    ['1,180', '180'],
    ['1.180', '180'],
    ['1\u00A0180', '180'],
    ['18\u202F000', '18'],
    ["18'000", '18'],
    ['18\u2019000', '000'],
    ['.18', '18'],
    ['$.18', '18'],
    ['１８０', '18'],
    ['１．１８', '18'],
    ['１８，０００', '18'],
    ['١٨٠', '١٨'],
    ['١٨٫٥', '١٨'],
    ['١٨٬٠٠٠', '١٨'],
    ['१८०', '१८'],
    ['๑๘๐', '๑๘'],
    ['18\u00B2', '18'],
    ['18\u00BD', '18'],
    ['It is Python 3.12', 'Python 3'],
    ['0.18 apples', '18 apples'],
    ['1_800', '800'],
    ['18', '\u0661\u0668'],
  ])('%j does not contain %j', (text, answer) => {
    expect(grade(text, answer)).toEqual({ outcome: 'incorrect' });
  });
});

describe('typography', () => {
  test.each([
    ['I can\u2019t do that.', "can't"],
    ['It is \u201CO\u2019Brien\u201D.', '"O\'Brien"'],
    ['It is New\u00A0York.', 'New York'],
    ['It is New\r\n  York.', 'New York'],
    ['It is state\u2011of\u2011the\u2011art.', 'state-of-the-art'],
    ['Pa\u00ADris', 'Paris'],
    ['\uFEFFParis', 'Paris'],
    ['It is \u22125.', '-5'],
    ['Hawai\u02BBi', "Hawai'i"],
    ['Caf\u00E9', 'Cafe\u0301'],
    ['the Bose\u2013Einstein condensate', 'Bose-Einstein'],
    ['die STRASSE', 'Straße'],
    ['\u0130STANBUL', 'istanbul'],
    ['in DIYARBAKIR', 'Diyarbakır'],
    ['Ο ΣΟΦΟΣ', 'σοφος'],
  ])('%j contains %j', (text, answer) => {
    expect(grade(text, answer)).toEqual({ outcome: 'correct', answer, rule: 'whole-phrase' });
  });

  test.each([
    ['cafe', 'caf\u00E9'],
    ['cafe\u0301', 'cafe'],
    ['x\u0302', 'x'],
    ['10\u201318', '10-18'],
    ['Pa\u00ADrisian', 'Paris'],
  ])('%j does not contain %j', (text, answer) => {
    expect(grade(text, answer)).toEqual({ outcome: 'incorrect' });
  });
});

test('case counts if configured', () => {
  expect(grade('paris', 'Paris', { 'ignore-case': false })).toEqual({ outcome: 'incorrect' });
});

test('an empty completion is unparseable', () => {
  expect(grade(' \n', 'Paris')).toEqual({ outcome: 'unparseable' });
  expect(grade('\uFEFF\u200B', 'Paris')).toEqual({ outcome: 'unparseable' });
});

test('an item needs an answer', () => {
  expect(graderWith().checkItem({ id: 'i', answer: ' ', meta: undefined })).toBe('it has no answer');
  expect(graderWith().checkItem({ id: 'i', answer: '\u200B', meta: undefined })).toBe('it has no answer');
  expect(graderWith().checkItem({ id: 'i', answer: 'a', meta: undefined })).toBeUndefined();
});
