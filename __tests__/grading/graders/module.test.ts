import { expect, onTestFinished, test } from 'vitest';
import type { GradableItem, Grader } from '../../../src/grading/grader.ts';
import { graderFilesOf, graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';

const SECRET = 'planted-in-the-environment';
const KNOWN = [
  { text: '4', answer: '4', expected: 'correct' },
  { text: '5', answer: '4', expected: 'incorrect' },
] as const;
const ITEM: GradableItem = { id: 'a', prompt: '2 + 2?', answer: '4', meta: undefined };

const FILES: Readonly<Record<string, string>> = {
  'graders/mine.ts': `
import { readFileSync } from 'node:fs';
import { same } from './same.ts';
interface Sample { item: { answer: string }; text: string }
export default async function grade({ item, text }: Sample): Promise<object> {
  console.log('{"outcome":"correct"}');
  if (text === 'throw') throw new Error('no such unit');
  if (text === 'nothing') return undefined!;
  if (text === 'environment') return { outcome: 'correct', reason: JSON.stringify(process.env) };
  if (text.startsWith('/')) return { outcome: 'correct', reason: readFileSync(text, 'utf8') };
  return { outcome: same(text, item.answer) ? 'correct' : 'incorrect', key: 'as a module' };
}`,
  'graders/same.ts': 'export const same = (a: string, b: string): boolean => a === b;',
  'graders/plain.cjs':
    "module.exports = ({ item, text }) => ({ outcome: text === item.answer ? 'correct' : 'incorrect' });",
  'graders/none.js': 'export const grade = () => 1;',
};

function moduleGrader(file: string, files: readonly string[] = []): Grader {
  const spec = graderSpecSchema.parse({ type: 'module', file, files, known: KNOWN });
  const grader = createGrader(spec, {
    env: { PATH: process.env['PATH'], GITHUB_TOKEN: SECRET, PLAIN: SECRET },
    signal: new AbortController().signal,
    headIsTrusted: true,
    files: new Map(graderFilesOf(spec).map((path) => [path, Buffer.from(FILES[path] ?? '')])),
  });
  onTestFinished(async () => grader.close?.());
  return grader;
}

test('grades with a TypeScript module that imports another, in a process without secrets, other files, or influence on the protocol', async () => {
  const grader = moduleGrader('graders/mine.ts', ['graders/same.ts']);
  const grade = async (text: string) => grader.grade(text, ITEM);
  expect(await grade('4')).toEqual({ outcome: 'correct', key: 'as a module' });
  expect(await grade('5')).toEqual({ outcome: 'incorrect', key: 'as a module' });
  expect(JSON.stringify(await grade('environment'))).not.toContain(SECRET);
  await expect(grade('/etc/passwd')).rejects.toThrow('Access to this API has been restricted');
  await expect(grade('throw')).rejects.toThrow('no such unit');
  await expect(grade('nothing')).rejects.toThrow('wrote "null"');
  expect(await grade('4')).toMatchObject({ outcome: 'correct' });
});

test('grades with a CommonJS module', async () => {
  expect(await moduleGrader('graders/plain.cjs').grade('4', ITEM)).toEqual({ outcome: 'correct' });
});

test.each([
  ['graders/none.js', [], 'the default export of the module is not a function'],
  ['graders/mine.ts', [], 'same.ts'],
])('%s with %j: says why it does not start', async (file, files, why) => {
  await expect(moduleGrader(file, files).grade('4', ITEM)).rejects.toThrow(why);
});
