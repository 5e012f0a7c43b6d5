import { type Answerer, ApiError } from './simulator/openai-api.ts';
import { type Stream, streamFor } from './simulator/stream.ts';
import { jsonLines } from '../e2e/project.ts';

/*
 * Four data sets in the structure in which GSM8K, CommonsenseQA, MBPP and lists of prompts are published, in our own words, and
 * two models that answer them. A model gives a marked answer only if the prompt asks for the mark, and names a function right
 * only if the prompt shows a test.
 */

const numbers = (place: number): readonly [number, number, number] => [
  12 + (place % 61),
  5 + ((place * 7) % 23),
  2 + (place % 7),
];

const wordProblem = (place: number): { readonly question: string; readonly answer: string } => {
  const [morning, evening, days] = numbers(place);
  const day = morning + evening;
  return {
    question: `Stall ${place} sells ${morning} pears each morning and ${evening} each evening. How many does it sell in ${days} days?`,
    answer: `It sells ${morning}+${evening}=<<${morning}+${evening}=${day}>>${day} pears a day.\nIn ${days} days that is ${day}*${days}=<<${day}*${days}=${day * days}>>${day * days} pears.\n#### ${day * days}`,
  };
};

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;
const PLACES = ['cellar', 'attic', 'garden', 'harbour', 'kitchen'] as const;

const choiceQuestion = (place: number): unknown => ({
  answerKey: LETTERS[(place * 3) % 5],
  id: String(place).padStart(32, '0'),
  question: {
    question_concept: 'box',
    choices: LETTERS.map((label, at) => ({ label, text: `${PLACES[at]} ${place}` })),
    stem: `Where does the keeper put box number ${place}?`,
  },
});

const task = (place: number): unknown => ({
  text: `Write a function that adds ${place} to a number.`,
  code: `def plus_${place}(x):\r\n    return x + ${place}`,
  task_id: place + 1,
  test_setup_code: '',
  test_list: [1, 6, -4].map((x) => `assert plus_${place}(${x}) == ${x + place}`),
  challenge_test_list: [],
});

const counted = <Value>(count: number, of: (place: number) => Value): Value[] =>
  Array.from({ length: count }, (_, place) => of(place));

export const gsm8k = (count: number): string => jsonLines(counted(count, wordProblem));
export const commonsenseqa = (count: number): string => jsonLines(counted(count, choiceQuestion));
export const mbpp = (count: number): string => jsonLines(counted(count, task));
export const openPrompts = (count: number): string =>
  `prompt\n${counted(count, (place) => `"Write two sentences about the town of Quay ${place}, by the sea."\n`).join('')}`;

const WORDS = `rain fog ships bells gulls ropes nets lamps stairs bread salt wind boats stones coats songs
  markets bridges gardens windows`.split(/\s+/u);

const pick = <Value>(values: readonly Value[], { integer }: Stream): Value | undefined =>
  values[integer(0, values.length - 1)];

const SENTENCES = [
  (a: number, b: number, c: number) => `First ${a} + ${b} = ${c}.`,
  (a: number, b: number, c: number) => `A day has ${a} and ${b} together, so ${a} + ${b} = ${c}.`,
  (a: number, b: number, c: number) => `Adding gives ${b} + ${a} = ${c} for each day.`,
] as const;

function sum(prompt: string, right: boolean, stream: Stream): string {
  const [morning = 0, evening = 0, days = 0] = Array.from(
    prompt.matchAll(/(?<=sells |and |in )\d+/gu),
    Number,
  );
  const day = morning + evening + (right ? 0 : 1);
  const byParts = stream.uniform() < 0.4;
  const way = byParts
    ? `Mornings give ${morning} * ${days} = ${morning * days}, evenings ${evening} * ${days} = ${evening * days}.`
    : `${pick(SENTENCES, stream)?.(morning, evening, day) ?? ''} Then ${day} * ${days} = ${day * days}.`;
  return prompt.includes('"The answer is"') ? `${way} The answer is ${day * days}.` : way;
}

function choice(prompt: string, right: boolean): string {
  const place = Number(/box number (\d+)/u.exec(prompt)?.[1]);
  const letter = LETTERS[(place * 3 + (right ? 0 : 1)) % 5] ?? 'A';
  if (!prompt.includes(`\n${letter}. `)) return 'I was shown no options.';
  return prompt.includes('"The answer is"') ? `The answer is ${letter}.` : 'It is in the usual place.';
}

function program(prompt: string, right: boolean, stream: Stream): string {
  const added = Number(/adds (\d+)/u.exec(prompt)?.[1]);
  const name = /assert (\w+)\(/u.exec(prompt)?.[1] ?? 'solution';
  const value = right ? `x + ${added}` : `x - ${added} - 1`;
  const body = stream.uniform() < 0.5 ? `return ${value}` : `result = ${value}\n    return result`;
  return `\`\`\`python\ndef ${name}(x):\n    ${body}\n\`\`\``;
}

const story = (stream: Stream): string =>
  `There were ${pick(WORDS, stream)} and ${pick(WORDS, stream)} near the ${pick(WORDS, stream)}. ` +
  `At night, ${pick(WORDS, stream)} covered the ${pick(WORDS, stream)}.`;

/** The models' accuracy. The second one gains on word problems, which it was trained for, and loses on multiple choice. */
const ACCURACY = {
  'acme-small-v1': { sum: 0.55, choice: 0.8, program: 0.7 },
  'acme-small-v2': { sum: 0.75, choice: 0.5, program: 0.7 },
} as const;

function textOf(model: keyof typeof ACCURACY, prompt: string, stream: Stream): string {
  const ability = ACCURACY[model];
  if (prompt.includes('Stall ')) return sum(prompt, stream.uniform() < ability.sum, stream);
  if (prompt.includes('box number')) return choice(prompt, stream.uniform() < ability.choice);
  if (prompt.includes('Write a function')) return program(prompt, stream.uniform() < ability.program, stream);
  return story(stream);
}

const isModel = (model: string): model is keyof typeof ACCURACY => Object.hasOwn(ACCURACY, model);

/** Serves both models. The same requests in the same order per prompt get the same answers. */
export function publishedAnswerer(): Answerer {
  const given = new Map<string, number>();
  return {
    models: Object.keys(ACCURACY),
    fingerprint: 'published-sets',
    answer: ({ model, prompt, n }) => {
      if (!isModel(model)) throw new ApiError({ status: 404, message: 'unknown model' });
      const key = `${model} ${prompt}`;
      const before = given.get(key) ?? 0;
      given.set(key, before + n);
      return Array.from({ length: n }, (_, place) => ({
        text: textOf(model, prompt, streamFor('published', model, prompt, before + place)),
        finishReason: 'stop',
      }));
    },
  };
}
