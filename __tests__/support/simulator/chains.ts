import type { Label, Sheet, Way } from './calculation.ts';
import type { Family } from './family.ts';
import type { Stream } from './stream.ts';

/** A change of a stock: `count` times `size` comes in, or goes out if `count` is negative. */
interface Event {
  readonly count: number;
  readonly size: number;
}

interface Chain {
  readonly start: number;
  readonly events: readonly Event[];
}

/** The setting of a chain of events, and its wording. Events of one thing and of several have different wordings. */
interface Place {
  readonly name: string;
  readonly opening: (start: number, who: string) => string;
  readonly in: (event: Event) => string;
  readonly out: (event: Event) => string;
  readonly questions: readonly [string, string];
  readonly label: Readonly<
    Record<'inProduct' | 'outProduct' | 'soFar' | 'ins' | 'outs' | 'withIns' | 'change' | 'answer', Label>
  >;
}

/** Kinds of events by the number of steps of the running account: +2 is several things coming in, −1 one going out. */
const plans: ReadonlyMap<number, readonly number[]> = new Map([
  [5, [1, -1, 2, -1]],
  [6, [2, -1, 1, -2]],
  [7, [1, -2, 2, -1, 1]],
]);

/** Numbers of an item: the start, then count and size of every event. */
function drawChain(steps: number, { integer }: Stream): readonly number[] {
  const numbers: number[] = [integer(120, 260)];
  for (const kind of plans.get(steps) ?? []) {
    const count = Math.abs(kind) === 1 ? 1 : integer(2, 6);
    const single = kind > 0 ? integer(41, 75) : integer(11, 38);
    const each = kind > 0 ? integer(9, 15) : integer(5, 8);
    numbers.push(Math.sign(kind) * count, count === 1 ? single : each);
  }
  return numbers;
}

function readChain([start = 0, ...rest]: readonly number[]): Chain {
  const events: Event[] = [];
  for (let place = 0; place + 1 < rest.length; place += 2) {
    events.push({ count: rest[place] ?? 0, size: rest[place + 1] ?? 0 });
  }
  return { start, events };
}

const add = (sheet: Sheet, terms: readonly number[], label: Label): number =>
  terms.reduce((sum, term) => sheet.plus(sum, term, label));

/** The ways through a chain: a running account, incoming events first, one sum per direction, and the net change. */
function waysThrough({ start, events }: Chain, { label }: Place): readonly Way[] {
  const amount = (sheet: Sheet, { count, size }: Event): number =>
    Math.abs(count) === 1
      ? size
      : sheet.times(Math.abs(count), size, count > 0 ? label.inProduct : label.outProduct);
  const inOrder =
    (order: readonly Event[]): Way =>
    (sheet) =>
      order.reduce((stock, event, place) => {
        const name = place === order.length - 1 ? label.answer : label.soFar;
        const change = amount(sheet, event);
        return event.count > 0 ? sheet.plus(stock, change, name) : sheet.minus(stock, change, name);
      }, start);
  const ins = events.filter(({ count }) => count > 0);
  const outs = events.filter(({ count }) => count < 0);
  const sumOf = (sheet: Sheet, some: readonly Event[], name: Label): number =>
    add(
      sheet,
      some.map((event) => amount(sheet, event)),
      name,
    );
  return [
    inOrder(events),
    inOrder([...ins, ...outs]),
    (s) => {
      const withIns = s.plus(start, sumOf(s, ins, label.ins), label.withIns);
      return s.minus(withIns, sumOf(s, outs, label.outs), label.answer);
    },
    (s) => {
      const change = s.minus(sumOf(s, ins, label.ins), sumOf(s, outs, label.outs), label.change);
      return s.plus(start, change, label.answer);
    },
  ];
}

const places: readonly Place[] = [
  {
    name: 'warehouse',
    opening: (start) => `In the morning a warehouse holds ${start} boxes.`,
    in: ({ count, size }) =>
      count === 1 ? `a van brings ${size} boxes` : `${count} trucks bring ${size} boxes each`,
    out: ({ count, size }) =>
      count === -1 ? `a customer collects ${size} boxes` : `${-count} shops collect ${size} boxes each`,
    questions: [
      'How many boxes are there in the evening?',
      'How many boxes does the warehouse hold after that?',
    ],
    label: {
      inProduct: ['the number of boxes from the trucks', 'what the trucks bring'],
      outProduct: ['the number of boxes for the shops', 'what the shops collect'],
      soFar: ['the number of boxes by then', 'what the warehouse holds at that point'],
      ins: ['the number of boxes brought', 'everything that comes in'],
      outs: ['the number of boxes collected', 'everything that goes out'],
      withIns: ['the number of boxes before any is collected', 'the stock with all that comes in'],
      change: ['the change over the day', 'what comes in less what goes out'],
      answer: ['the number of boxes in the evening', 'the stock at the end'],
    },
  },
  {
    name: 'reservoir',
    opening: (start) => `A reservoir contains ${start} million litres of water.`,
    in: ({ count, size }) =>
      count === 1 ? `rain adds ${size} million litres` : `${count} streams add ${size} million litres each`,
    out: ({ count, size }) =>
      count === -1
        ? `a town draws ${size} million litres`
        : `${-count} farms draw ${size} million litres each`,
    questions: [
      'How many million litres does it contain now?',
      'How much water is that at the end, in million litres?',
    ],
    label: {
      inProduct: ['the water from the streams', 'what the streams add'],
      outProduct: ['the water for the farms', 'what the farms draw'],
      soFar: ['the water by then', 'what the reservoir contains at that point'],
      ins: ['the water added', 'everything that flows in'],
      outs: ['the water drawn', 'everything that flows out'],
      withIns: ['the water before any is drawn', 'the water with all that flows in'],
      change: ['the change in all', 'what flows in less what flows out'],
      answer: ['the water at the end', 'what the reservoir contains now'],
    },
  },
  {
    name: 'ferry',
    opening: (start) => `A ferry sets out with ${start} people on board.`,
    in: ({ count, size }) =>
      count === 1 ? `${size} people get on` : `${count} buses with ${size} people each drive on`,
    out: ({ count, size }) =>
      count === -1 ? `${size} people get off` : `${-count} buses with ${size} people each drive off`,
    questions: [
      'How many people are on board when it arrives?',
      'How many people does the ferry carry in the end?',
    ],
    label: {
      inProduct: ['the number of people in the buses that drive on', 'what the buses bring on board'],
      outProduct: ['the number of people in the buses that drive off', 'what the buses take ashore'],
      soFar: ['the number of people by then', 'who is on board at that point'],
      ins: ['the number of people who come', 'all who board'],
      outs: ['the number of people who go', 'all who leave'],
      withIns: ['the number of people if nobody left', 'those at the start with all who board'],
      change: ['the change during the trip', 'those who come less those who go'],
      answer: ['the number of people at the end', 'who is on board on arrival'],
    },
  },
  {
    name: 'savings',
    opening: (start, who) => `${who} has saved ${start} dollars.`,
    in: ({ count, size }) =>
      count === 1 ? `a gift adds ${size} dollars` : `${count} weeks of work add ${size} dollars each`,
    out: ({ count, size }) =>
      count === -1 ? `a repair costs ${size} dollars` : `${-count} bills take ${size} dollars each`,
    questions: ['How many dollars are saved now?', 'How many dollars remain at the end?'],
    label: {
      inProduct: ['the money from the weeks of work', 'what the work adds'],
      outProduct: ['the money for the bills', 'what the bills take'],
      soFar: ['the money by then', 'the savings at that point'],
      ins: ['the money received', 'everything that was earned'],
      outs: ['the money paid', 'everything that was spent'],
      withIns: ['the money before anything is paid', 'the savings with all that was earned'],
      change: ['the change in all', 'what was earned less what was spent'],
      answer: ['the money at the end', 'the savings now'],
    },
  },
];

const links = [
  ['First', 'then', 'after that', 'later', 'finally'],
  ['To begin with', 'next', 'soon', 'afterwards', 'at last'],
] as const;

function prompts(place: Place, { start, events }: Chain, who: string): readonly string[] {
  return links.map((words, version) => {
    const told = events.map((event, position) => {
      const word = words[position === events.length - 1 ? words.length - 1 : position] ?? '';
      return `${word} ${event.count > 0 ? place.in(event) : place.out(event)}`;
    });
    return `${place.opening(start, who)} ${told.join(', ')}. ${place.questions[version] ?? place.questions[0]}`;
  });
}

/** The families of the ood suite: longer chains of events than any problem of the target suite has. */
export const chains: readonly Family[] = places.flatMap((place) =>
  [...plans].map(([steps, plan]): Family => ({
    name: `${place.name}, ${steps} steps`,
    role: 'ood',
    steps,
    takes: (numbers) => numbers.length === 1 + 2 * plan.length,
    draw: (stream) => drawChain(steps, stream),
    prompts: (numbers, who) => prompts(place, readChain(numbers), who),
    ways: (numbers) => waysThrough(readChain(numbers), place),
  })),
);
