import { expect, test } from 'vitest';
import { LATIN_LANGUAGES, OTHER_LANGUAGES } from '../../src/grading/answers/languages.ts';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import { withoutEffects } from '../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'numeric' }), withoutEffects);

function gradeOf(text: string): { answer?: string; rule?: string } {
  const grade = grader.grade(text, { id: 'i', answer: '18', meta: undefined });
  if (grade instanceof Promise) throw new TypeError('a grader of text is not asynchronous');
  return grade;
}

test.each([
  'Amsar ita ce: 18',
  'Ìdáhùn: 18',
  'Idahun si jẹ: 18',
  'Azịza bụ: 18',
  'Impendulo ithi: 18',
  'Mhinduro ndeyekuti: 18',
  'Karabo ke gore: 18',
  'Igisubizo ni: 18',
  'Igisubizo ni 18.',
  'Eky’okuddamu kiri nti: 18',
  'Eyano na yango: 18',
  'Deebiin isaa: 18',
  'Tontu li mooy: 18',
  'Mmuae no ne sɛ: 18',
  'Ŋuɖoɖoa nye: 18',
  'መልስ ነው: 18',
  'La resposta és 18.',
  'Erantzuna 18 da.',
  'Odpověď: 18',
  'Odgovor je 18.',
  'Válasz: 18',
  'Vastaus on 18.',
  'Răspunsul este 18.',
  'Svaret är 18.',
  'Jawapannya ialah 18.',
  'Ang sagot ay 18.',
  'Η απάντηση είναι 18.',
  'Отговорът е 18.',
  'பதில்: 18',
  'ಉತ್ತರ: 18',
  'उत्तर 18 आहे.',
  'جواب: 18',
  'ຄຳຕອບແມ່ນ 18',
])('finds the answer after the working in %j', (text) => {
  expect(gradeOf(`7 + 9 = 16 (2)\n\n${text}`)).toMatchObject({ answer: '18', rule: 'answer-marker' });
});

test.each([
  'The final answer, which is the number of hens, is 18.',
  'The final answer, representing all hens, is 18.',
  'The answer without units is 18.',
  'The final answer, the number of all hens, is 18.',
])('accepts an object between noun and verb in %j', (text) => {
  expect(gradeOf(text)).toMatchObject({ answer: '18', rule: 'answer-marker' });
});

test('does not read French "ans" (years) as a marker', () => {
  expect(gradeOf('Réponse :\nMarie a 18 ans.')).toMatchObject({ answer: '18', rule: 'answer-marker' });
  expect(gradeOf('Ans. 18')).toMatchObject({ answer: '18', rule: 'answer-marker' });
});

test('each noun starts with a letter', () => {
  for (const { nouns } of [...LATIN_LANGUAGES, ...OTHER_LANGUAGES])
    for (const noun of nouns) expect(noun).toMatch(/^\p{L}/u);
});
