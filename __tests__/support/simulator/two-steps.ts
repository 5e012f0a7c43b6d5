import type { Family, Three } from './family.ts';
import { wordProblem } from './family.ts';
import { divideTwice, productOfThree, takeAwayTwice, timesSum } from './shapes.ts';
import type { Stream } from './stream.ts';

const partsOfTotal = ({ integer }: Stream): Three => {
  const [a, b] = [integer(11, 48), integer(12, 57)];
  return [a + b + integer(13, 80), a, b];
};

const threeFactors = ({ integer }: Stream): Three => [integer(2, 6), integer(7, 14), integer(3, 9)];

const factorAndTwo = ({ integer }: Stream): Three => [integer(3, 9), integer(10, 24), integer(2, 8)];

const divisible = ({ integer }: Stream): Three => {
  const [a, b] = [integer(2, 6), integer(7, 12)];
  return [a * b * integer(3, 15), a, b];
};

/** The families whose shortest way takes two steps. */
export const twoSteps: readonly Family[] = [
  wordProblem({
    name: 'ribbon',
    steps: 2,
    draw: partsOfTotal,
    prompts: ([total, a, b], who) => [
      `${who} has ${total} centimetres of ribbon. ${who} uses ${a} centimetres to wrap a gift and ${b} centimetres to tie a bow. How many centimetres of ribbon are left?`,
      `A roll of ribbon is ${total} centimetres long. First ${who} cuts off ${a} centimetres for a gift, then ${b} centimetres for a bow. How long is the rest, in centimetres?`,
    ],
    ways: (numbers) =>
      takeAwayTwice(numbers, {
        withoutA: ['the ribbon left after the gift', 'what remains once the gift is wrapped'],
        withoutB: ['the ribbon left after the bow', 'what remains once the bow is tied'],
        both: ['the ribbon used in all', 'what gift and bow take together'],
        answer: ['the ribbon that is left', 'the length of the rest'],
      }),
  }),
  wordProblem({
    name: 'car park',
    steps: 2,
    draw: partsOfTotal,
    prompts: ([total, a, b]) => [
      `A car park has ${total} spaces. Vans stand in ${a} of them and cars in ${b}. How many spaces are free?`,
      `Of the ${total} spaces of a car park, ${a} are taken by vans and another ${b} by cars. How many drivers can still park?`,
    ],
    ways: (numbers) =>
      takeAwayTwice(numbers, {
        withoutA: ['the number of spaces without a van', 'what the vans leave over'],
        withoutB: ['the number of spaces without a car', 'what the cars leave over'],
        both: ['the number of spaces taken', 'the vehicles counted together'],
        answer: ['the number of free spaces', 'how many can still park'],
      }),
  }),
  wordProblem({
    name: 'bakery',
    steps: 2,
    draw: threeFactors,
    prompts: ([a, b, c]) => [
      `Every hour a bakery bakes ${a} trays with ${b} rolls on each. How many rolls does it bake in ${c} hours?`,
      `An oven holds ${a} trays of ${b} rolls and is filled once an hour. How many rolls come out of it in ${c} hours?`,
    ],
    ways: (numbers) =>
      productOfThree(numbers, {
        ab: ['the number of rolls in an hour', 'what one filling of the oven gives'],
        ac: ['the number of trays in all hours', 'how often a tray is baked'],
        bc: ['the number of rolls from one tray in all hours', 'what a single tray gives over the hours'],
        answer: ['the number of rolls in all', 'everything that is baked'],
      }),
  }),
  wordProblem({
    name: 'swimming',
    steps: 2,
    draw: threeFactors,
    prompts: ([a, b, c], who) => [
      `${who} swims ${a} lengths of a ${b} metre pool on each of ${c} days. How many metres does ${who} swim?`,
      `A pool is ${b} metres long. On ${c} days ${who} swims ${a} lengths of it. How far is that, in metres?`,
    ],
    ways: (numbers) =>
      productOfThree(numbers, {
        ab: ['the distance of one day', 'how far a day of swimming goes'],
        ac: ['the number of lengths on all days', 'how often the pool is crossed'],
        bc: [
          'the distance of one daily length over all days',
          'how far the first length of each day adds up',
        ],
        answer: ['the whole distance', 'how far it is altogether'],
      }),
  }),
  wordProblem({
    name: 'cinema',
    steps: 2,
    draw: factorAndTwo,
    prompts: ([a, b, c]) => [
      `${a} friends go to the cinema. Each pays ${b} dollars for a ticket and ${c} dollars for a drink. How many dollars do they spend together?`,
      `A cinema ticket costs ${b} dollars and a drink costs ${c} dollars. What do ${a} friends pay, in dollars, if each takes one of both?`,
    ],
    ways: (numbers) =>
      timesSum(numbers, {
        sum: ['the cost for one friend', 'what a single friend pays'],
        ab: ['the cost of the tickets', 'what all tickets come to'],
        ac: ['the cost of the drinks', 'what all drinks come to'],
        answer: ['the cost for all friends', 'what the group spends'],
      }),
  }),
  wordProblem({
    name: 'garden',
    steps: 2,
    draw: factorAndTwo,
    prompts: ([a, b, c], who) => [
      `${who} plants ${a} rows. In each row stand ${b} tomato plants and ${c} pepper plants. How many plants are there?`,
      `There are ${a} rows in the garden of ${who}, each with ${b} tomatoes and ${c} peppers. How many plants must be watered?`,
    ],
    ways: (numbers) =>
      timesSum(numbers, {
        sum: ['the number of plants in a row', 'what a single row holds'],
        ab: ['the number of tomato plants', 'all tomatoes together'],
        ac: ['the number of pepper plants', 'all peppers together'],
        answer: ['the number of plants', 'everything in the garden'],
      }),
  }),
  wordProblem({
    name: 'stickers',
    steps: 2,
    draw: divisible,
    prompts: ([total, a, b]) => [
      `${total} stickers are shared equally between ${a} classes of ${b} pupils each. How many stickers does a pupil get?`,
      `A school has ${a} classes with ${b} pupils in each. It gives out ${total} stickers, the same number to every pupil. How many is that for one pupil?`,
    ],
    ways: (numbers) =>
      divideTwice(numbers, {
        overA: ['the number of stickers for a class', 'what one class receives'],
        overB: [
          'the number of stickers for one pupil of every class',
          'what a row of one pupil a class receives',
        ],
        ab: ['the number of pupils', 'how many children there are'],
        answer: ['the number of stickers for a pupil', 'what each child gets'],
      }),
  }),
  wordProblem({
    name: 'rehearsal',
    steps: 2,
    draw: divisible,
    prompts: ([total, a, b]) => [
      `A band rehearsed for ${total} minutes on ${a} days, in ${b} equally long sessions a day. How many minutes did a session last?`,
      `On each of ${a} days a band held ${b} sessions, all of the same length, ${total} minutes in total. How long was one session, in minutes?`,
    ],
    ways: (numbers) =>
      divideTwice(numbers, {
        overA: ['the time of one day', 'how long a day of rehearsing was'],
        overB: ['the time of the first sessions of all days', 'how long one session a day adds up to'],
        ab: ['the number of sessions', 'how often they met'],
        answer: ['the time of one session', 'how long a session was'],
      }),
  }),
];
