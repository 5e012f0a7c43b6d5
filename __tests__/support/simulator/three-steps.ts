import type { Family, Four } from './family.ts';
import { wordProblem } from './family.ts';
import { productPlusMinus, sumOfThreeTimes, takeAwayProduct, timesSumPlus } from './shapes.ts';
import type { Stream } from './stream.ts';

const productAndTwo = ({ integer }: Stream): Four => {
  const d = integer(4, 19);
  return [integer(4, 12), integer(13, 26), d + integer(5, 30), d];
};

const totalAndProduct = ({ integer }: Stream): Four => {
  const [a, b, c] = [integer(3, 9), integer(10, 18), integer(19, 45)];
  return [a * b + c + integer(11, 70), a, b, c];
};

const factorAndThree = ({ integer }: Stream): Four => [
  integer(3, 9),
  integer(10, 16),
  integer(2, 8),
  integer(17, 60),
];

const threeAndFactor = ({ integer }: Stream): Four => [
  integer(6, 11),
  integer(12, 19),
  integer(2, 5),
  integer(20, 32),
];

/** The families whose shortest way takes three steps. */
export const threeSteps: readonly Family[] = [
  wordProblem({
    name: 'wages',
    steps: 3,
    draw: productAndTwo,
    prompts: ([a, b, c, d], who) => [
      `${who} works ${a} hours for ${b} dollars an hour, gets ${c} dollars in tips and pays ${d} dollars for lunch. How many dollars does ${who} take home?`,
      `A shift lasts ${a} hours at ${b} dollars an hour. ${who} also earns ${c} dollars in tips, but spends ${d} dollars on lunch. How many dollars are left at the end?`,
    ],
    ways: (numbers) =>
      productPlusMinus(numbers, {
        ab: ['the wage for the hours', 'what the hours bring'],
        withC: ['the wage with the tips', 'what is earned in all'],
        withoutD: ['the wage after lunch', 'what lunch leaves of the wage'],
        net: ['what is left of the tips after lunch', 'the tips less the lunch'],
        answer: ['the money taken home', 'what is left at the end'],
      }),
  }),
  wordProblem({
    name: 'library',
    steps: 3,
    draw: productAndTwo,
    prompts: ([a, b, c, d]) => [
      `A library has ${a} shelves with ${b} books each. It buys ${c} new books and gives ${d} old ones away. How many books has it now?`,
      `On ${a} shelves of a library stand ${b} books each. After ${c} books were added and ${d} were given away, how many books does the library own?`,
    ],
    ways: (numbers) =>
      productPlusMinus(numbers, {
        ab: ['the number of books on the shelves', 'what the shelves hold'],
        withC: ['the number with the new books', 'the collection once the new ones came'],
        withoutD: ['the number without the old books', 'the collection once the old ones went'],
        net: ['the number of books gained', 'how much the collection grows'],
        answer: ['the number of books now', 'the collection in the end'],
      }),
  }),
  wordProblem({
    name: 'stationery',
    steps: 3,
    draw: totalAndProduct,
    prompts: ([total, a, b, c], who) => [
      `${who} has ${total} dollars and buys ${a} notebooks at ${b} dollars each and a bag for ${c} dollars. How many dollars are left?`,
      `With ${total} dollars ${who} goes shopping: a bag for ${c} dollars and ${a} notebooks for ${b} dollars apiece. How many dollars does ${who} bring home?`,
    ],
    ways: (numbers) =>
      takeAwayProduct(numbers, {
        ab: ['the cost of the notebooks', 'what the notebooks come to'],
        withoutAb: ['the money left after the notebooks', 'what the notebooks leave over'],
        withoutC: ['the money left after the bag', 'what the bag leaves over'],
        both: ['the cost of everything', 'what is spent in all'],
        answer: ['the money that is left', 'what comes home again'],
      }),
  }),
  wordProblem({
    name: 'water tank',
    steps: 3,
    draw: totalAndProduct,
    prompts: ([total, a, b, c]) => [
      `A tank holds ${total} litres of water. ${a} buckets of ${b} litres are drawn from it and ${c} litres leak away. How many litres remain?`,
      `From a tank with ${total} litres, ${c} litres are lost through a leak, and ${a} buckets of ${b} litres each are filled. How much water is left, in litres?`,
    ],
    ways: (numbers) =>
      takeAwayProduct(numbers, {
        ab: ['the water in the buckets', 'what the buckets hold'],
        withoutAb: ['the water left by the buckets', 'what is there once the buckets are full'],
        withoutC: ['the water left by the leak', 'what is there despite the leak'],
        both: ['the water that is gone', 'what buckets and leak take'],
        answer: ['the water that remains', 'what is still in the tank'],
      }),
  }),
  wordProblem({
    name: 'picnic',
    steps: 3,
    draw: factorAndThree,
    prompts: ([a, b, c, d]) => [
      `For a picnic, each of ${a} teams gets ${b} sandwiches and ${c} pies, and ${d} spare snacks are packed. How many snacks is that in all?`,
      `${a} teams go on a picnic with ${b} sandwiches and ${c} pies for every team. ${d} more snacks are kept in reserve. How many snacks were made?`,
    ],
    ways: (numbers) =>
      timesSumPlus(numbers, {
        sum: ['the number of snacks for a team', 'what one team eats'],
        product: ['the number of snacks for the teams', 'what all teams eat'],
        ab: ['the number of sandwiches', 'all sandwiches together'],
        ac: ['the number of pies', 'all pies together'],
        abWithD: ['the number of sandwiches and spares', 'the sandwiches with the reserve'],
        answer: ['the number of snacks', 'everything that was made'],
      }),
  }),
  wordProblem({
    name: 'training',
    steps: 3,
    draw: factorAndThree,
    prompts: ([a, b, c, d], who) => [
      `For ${a} weeks ${who} runs ${b} kilometres on Tuesdays and ${c} kilometres on Fridays, and then a race of ${d} kilometres. How many kilometres does ${who} run?`,
      `Before a race over ${d} kilometres, ${who} trains for ${a} weeks: ${b} kilometres every Tuesday, ${c} every Friday. How many kilometres is that with the race?`,
    ],
    ways: (numbers) =>
      timesSumPlus(numbers, {
        sum: ['the distance of a week', 'how far one week goes'],
        product: ['the distance of the training', 'how far all weeks go'],
        ab: ['the distance of the Tuesdays', 'how far the Tuesdays go'],
        ac: ['the distance of the Fridays', 'how far the Fridays go'],
        abWithD: ['the distance of race and Tuesdays', 'how far the race and the Tuesdays go'],
        answer: ['the distance in all', 'how far it is with the race'],
      }),
  }),
  wordProblem({
    name: 'quilt',
    steps: 3,
    draw: threeAndFactor,
    prompts: ([a, b, c, d], who) => [
      `${who} sews a quilt. Each row has ${a} red, ${b} blue and ${c} white squares, and there are ${d} rows. How many squares are needed?`,
      `A quilt has ${d} rows, and every row is made of ${a} red, ${b} blue and ${c} white squares. How many squares must ${who} cut?`,
    ],
    ways: (numbers) =>
      sumOfThreeTimes(numbers, {
        ab: ['the number of red and blue squares in a row', 'the coloured squares of one row'],
        bc: ['the number of blue and white squares in a row', 'the squares of one row that are not red'],
        sum: ['the number of squares in a row', 'what one row takes'],
        ad: ['the number of red squares', 'all red together'],
        bd: ['the number of blue squares', 'all blue together'],
        cd: ['the number of white squares', 'all white together'],
        adBd: ['the number of coloured squares', 'red and blue together'],
        answer: ['the number of squares', 'what the quilt takes'],
      }),
  }),
  wordProblem({
    name: 'canteen',
    steps: 3,
    draw: threeAndFactor,
    prompts: ([a, b, c, d]) => [
      `In a canteen a soup costs ${a} dollars, a main dish ${b} dollars and a juice ${c} dollars. How many dollars do ${d} guests pay who each take all three?`,
      `${d} guests each order a soup for ${a} dollars, a main dish for ${b} dollars and a juice for ${c} dollars. How many dollars does the canteen earn?`,
    ],
    ways: (numbers) =>
      sumOfThreeTimes(numbers, {
        ab: ['the cost of soup and main dish', 'what a guest pays for the food'],
        bc: ['the cost of main dish and juice', 'what a guest pays besides the soup'],
        sum: ['the cost of a meal', 'what one guest pays'],
        ad: ['the cost of the soups', 'what the soups bring'],
        bd: ['the cost of the main dishes', 'what the main dishes bring'],
        cd: ['the cost of the juices', 'what the juices bring'],
        adBd: ['the cost of all food', 'what soups and main dishes bring'],
        answer: ['the cost for all guests', 'what the canteen earns'],
      }),
  }),
];
