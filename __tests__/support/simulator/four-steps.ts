import type { Family, Five } from './family.ts';
import { wordProblem } from './family.ts';
import { productOfThreePlus, shareRest, sumTimesMinusProduct, twoProductsMinus } from './shapes.ts';
import type { Stream } from './stream.ts';

const twoProducts = ({ integer }: Stream): Five => [
  integer(3, 6),
  integer(13, 24),
  integer(7, 11),
  integer(8, 12),
  integer(5, 30),
];

const threeFactorsAndTwo = ({ integer }: Stream): Five => [
  integer(2, 4),
  integer(5, 8),
  integer(9, 14),
  integer(3, 7),
  integer(15, 24),
];

const restToShare = ({ integer }: Stream): Five => {
  const [a, b, c, d] = [integer(3, 8), integer(9, 15), integer(16, 40), integer(3, 9)];
  return [a * b + c + d * integer(4, 16), a, b, c, d];
};

const sumAndProduct = ({ integer }: Stream): Five => [
  integer(4, 9),
  integer(3, 12),
  integer(20, 35),
  integer(2, 5),
  integer(6, 15),
];

/** The families whose shortest way takes four steps. */
export const fourSteps: readonly Family[] = [
  wordProblem({
    name: 'museum',
    steps: 4,
    draw: twoProducts,
    prompts: ([a, b, c, d, e]) => [
      `A group visits a museum with ${a} adults at ${b} dollars and ${c} children at ${d} dollars. A voucher takes ${e} dollars off. How many dollars do they pay?`,
      `Museum tickets cost ${b} dollars for adults and ${d} dollars for children. What do ${a} adults and ${c} children pay, in dollars, with a voucher worth ${e} dollars?`,
    ],
    ways: (numbers) =>
      twoProductsMinus(numbers, {
        ab: ['the price for the adults', 'what the adults cost'],
        cd: ['the price for the children', 'what the children cost'],
        both: ['the full price', 'what everybody costs without the voucher'],
        abWithoutE: [
          'the price for the adults with the voucher',
          'what the adults cost once it is taken off',
        ],
        cdWithoutE: [
          'the price for the children with the voucher',
          'what the children cost once it is taken off',
        ],
        answer: ['the price to pay', 'what the group pays'],
      }),
  }),
  wordProblem({
    name: 'orchard',
    steps: 4,
    draw: twoProducts,
    prompts: ([a, b, c, d, e], who) => [
      `${who} picks ${a} crates of ${b} apples and ${c} bags of ${d} apples. ${e} of the apples are bruised. How many are good?`,
      `In the orchard ${who} fills ${a} crates with ${b} apples each and ${c} bags with ${d} apples each, but ${e} apples are bruised. How many apples can be sold?`,
    ],
    ways: (numbers) =>
      twoProductsMinus(numbers, {
        ab: ['the number of apples in crates', 'what the crates hold'],
        cd: ['the number of apples in bags', 'what the bags hold'],
        both: ['the number of apples picked', 'crates and bags together'],
        abWithoutE: ['the number in crates less the bruised', 'the crates without the bruised ones'],
        cdWithoutE: ['the number in bags less the bruised', 'the bags without the bruised ones'],
        answer: ['the number of good apples', 'what can be sold'],
      }),
  }),
  wordProblem({
    name: 'workshop',
    steps: 4,
    draw: threeFactorsAndTwo,
    prompts: ([a, b, c, d, e]) => [
      `${a} machines make ${b} parts an hour each and run for ${c} hours. There are also ${d} boxes of ${e} parts in store. How many parts are there in the end?`,
      `A workshop has ${d} boxes with ${e} parts each. Then ${a} machines run for ${c} hours, and each makes ${b} parts an hour. How many parts does the workshop have?`,
    ],
    ways: (numbers) =>
      productOfThreePlus(numbers, {
        ab: ['the number of parts in an hour', 'what an hour brings'],
        ac: ['the number of machine hours', 'how many hours the machines run together'],
        bc: ['the number of parts from a machine', 'what one machine brings'],
        abc: ['the number of new parts', 'what all machines bring'],
        de: ['the number of parts in store', 'what the boxes hold'],
        answer: ['the number of parts in the end', 'new and stored parts together'],
      }),
  }),
  wordProblem({
    name: 'theatre',
    steps: 4,
    draw: threeFactorsAndTwo,
    prompts: ([a, b, c, d, e]) => [
      `A theatre has ${a} blocks of ${b} rows with ${c} seats in a row, and a balcony of ${d} rows with ${e} seats in a row. How many seats are there?`,
      `On the balcony of a theatre are ${d} rows of ${e} seats. Below are ${a} blocks, each of ${b} rows with ${c} seats. How many people can sit down?`,
    ],
    ways: (numbers) =>
      productOfThreePlus(numbers, {
        ab: ['the number of rows below', 'all rows of the blocks'],
        ac: ['the number of seats in the front rows of the blocks', 'one row of every block'],
        bc: ['the number of seats in a block', 'what one block holds'],
        abc: ['the number of seats below', 'what all blocks hold'],
        de: ['the number of seats on the balcony', 'what the balcony holds'],
        answer: ['the number of seats', 'what the theatre holds'],
      }),
  }),
  wordProblem({
    name: 'club',
    steps: 4,
    draw: restToShare,
    prompts: ([total, a, b, c, d]) => [
      `A club has ${total} dollars. It buys ${a} balls at ${b} dollars each and pays ${c} dollars for the hall. The rest is shared equally by ${d} members. How many dollars does a member get?`,
      `${d} members share equally what their club has left of ${total} dollars after paying ${c} dollars for a hall and ${b} dollars for each of ${a} balls. How many dollars is that for one?`,
    ],
    ways: (numbers) =>
      shareRest(numbers, {
        ab: ['the cost of the balls', 'what the balls come to'],
        withoutAb: ['the money after the balls', 'what the balls leave over'],
        withoutC: ['the money after the hall', 'what the hall leaves over'],
        both: ['the cost of balls and hall', 'what the club pays'],
        rest: ['the money to be shared', 'what the club has left'],
        answer: ['the share of a member', 'what each member gets'],
      }),
  }),
  wordProblem({
    name: 'flour',
    steps: 4,
    draw: restToShare,
    prompts: ([total, a, b, c, d]) => [
      `A mill has ${total} kilograms of flour. It sells ${a} sacks of ${b} kilograms and keeps ${c} kilograms for itself. The rest fills ${d} bins equally. How many kilograms are in a bin?`,
      `From ${total} kilograms of flour a mill fills ${a} sacks of ${b} kilograms, sets ${c} kilograms aside and spreads the rest evenly over ${d} bins. How many kilograms go into each bin?`,
    ],
    ways: (numbers) =>
      shareRest(numbers, {
        ab: ['the flour in the sacks', 'what the sacks hold'],
        withoutAb: ['the flour after the sacks', 'what the sacks leave over'],
        withoutC: ['the flour without the part kept', 'what is there once some is kept'],
        both: ['the flour that is not binned', 'the sacks and the part kept'],
        rest: ['the flour for the bins', 'what goes into the bins'],
        answer: ['the flour in a bin', 'what each bin holds'],
      }),
  }),
  wordProblem({
    name: 'harvest',
    steps: 4,
    draw: sumAndProduct,
    prompts: ([a, b, c, d, e]) => [
      `${a} pickers work in the morning and ${b} in the afternoon, and each fills ${c} baskets. Then ${d} shops take ${e} baskets each. How many baskets are left?`,
      `${d} shops order ${e} baskets of berries each. ${a} morning pickers and ${b} afternoon pickers fill ${c} baskets apiece. How many baskets remain after the orders?`,
    ],
    ways: (numbers) =>
      sumTimesMinusProduct(numbers, {
        sum: ['the number of pickers', 'how many work that day'],
        product: ['the number of baskets filled', 'what the whole day brings'],
        ac: ['the number of baskets in the morning', 'what the morning brings'],
        bc: ['the number of baskets in the afternoon', 'what the afternoon brings'],
        de: ['the number of baskets for the shops', 'what the shops take'],
        acWithoutDe: ['the number of morning baskets after the shops', 'what the shops leave of the morning'],
        answer: ['the number of baskets left', 'what remains'],
      }),
  }),
  wordProblem({
    name: 'coaches',
    steps: 4,
    draw: sumAndProduct,
    prompts: ([a, b, c, d, e]) => [
      `${a} coaches arrive from the north and ${b} from the south, with ${c} passengers in each. ${d} ferries carry ${e} of the passengers each across the bay. How many passengers still wait?`,
      `At a harbour ${d} ferries leave with ${e} passengers each. The passengers came in ${a} northern and ${b} southern coaches, ${c} in every coach. How many are left on the quay?`,
    ],
    ways: (numbers) =>
      sumTimesMinusProduct(numbers, {
        sum: ['the number of coaches', 'how many coaches come'],
        product: ['the number of passengers', 'all who arrive'],
        ac: ['the number of passengers from the north', 'all who come from the north'],
        bc: ['the number of passengers from the south', 'all who come from the south'],
        de: ['the number of passengers on ferries', 'all who cross the bay'],
        acWithoutDe: ['the number from the north less those on ferries', 'the north without those who cross'],
        answer: ['the number still waiting', 'all who are left'],
      }),
  }),
];
