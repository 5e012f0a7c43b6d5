import { r as __name } from "./chunks/rolldown-runtime.js";
import { t as ConfigError } from "./chunks/errors.js";
import { _ as string, a as array, d as literal, g as strictObject, l as int, m as object, p as number, y as union } from "./chunks/schemas.js";
import { n as xoroshiro128plusFromState, r as uniformFloat64 } from "./chunks/xoroshiro128plus.js";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { hash } from "node:crypto";
import { fstatSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

// __tests__/support/simulator/calculation.ts
const mistakenFor = {
	"+": "-",
	"-": "+",
	"*": "+",
	"/": "-"
};
const twoDecimals = (value) => Math.round(value * 100) / 100;
const compute = {
	"+": (left, right) => left + right,
	"-": (left, right) => left - right,
	"*": (left, right) => left * right,
	"/": (left, right) => left / right
};
/** Computes a way, with or without a slip. Results are rounded to two decimals, as they are written. */
function calculate(way, slip) {
	const steps = [];
	const write = (operation) => (left, right, label) => {
		const here = slip !== void 0 && slip.kind !== "left unfinished" && slip.step === steps.length;
		const used = here && slip.kind === "wrong operation" ? mistakenFor[operation] : operation;
		const off = here && slip.kind === "wrong result" ? slip.by : 0;
		const result = twoDecimals(compute[used](left, right) + off);
		steps.push({
			left,
			operation: used,
			right,
			result,
			label
		});
		return result;
	};
	const answer = way({
		plus: write("+"),
		minus: write("-"),
		times: write("*"),
		over: write("/")
	});
	const last = steps.at(-2);
	if (slip?.kind !== "left unfinished" || last === void 0) return {
		steps,
		answer
	};
	return {
		steps: steps.slice(0, -1),
		answer: last.result
	};
}

// __tests__/support/simulator/chains.ts
/** Kinds of events by the number of steps of the running account: +2 is several things coming in, −1 one going out. */
const plans = /* @__PURE__ */ new Map([
	[5, [
		1,
		-1,
		2,
		-1
	]],
	[6, [
		2,
		-1,
		1,
		-2
	]],
	[7, [
		1,
		-2,
		2,
		-1,
		1
	]]
]);
/** Numbers of an item: the start, then count and size of every event. */
function drawChain(steps, { integer }) {
	const numbers = [integer(120, 260)];
	for (const kind of plans.get(steps) ?? []) {
		const count = Math.abs(kind) === 1 ? 1 : integer(2, 6);
		const single = kind > 0 ? integer(41, 75) : integer(11, 38);
		const each = kind > 0 ? integer(9, 15) : integer(5, 8);
		numbers.push(Math.sign(kind) * count, count === 1 ? single : each);
	}
	return numbers;
}
function readChain([start = 0, ...rest]) {
	const events = [];
	for (let place = 0; place + 1 < rest.length; place += 2) events.push({
		count: rest[place] ?? 0,
		size: rest[place + 1] ?? 0
	});
	return {
		start,
		events
	};
}
const add = (sheet, terms, label) => terms.reduce((sum, term) => sheet.plus(sum, term, label));
/** The ways through a chain: a running account, incoming events first, one sum per direction, and the net change. */
function waysThrough({ start, events }, { label }) {
	const amount = (sheet, { count, size }) => Math.abs(count) === 1 ? size : sheet.times(Math.abs(count), size, count > 0 ? label.inProduct : label.outProduct);
	const inOrder = (order) => (sheet) => order.reduce((stock, event, place) => {
		const name = place === order.length - 1 ? label.answer : label.soFar;
		const change = amount(sheet, event);
		return event.count > 0 ? sheet.plus(stock, change, name) : sheet.minus(stock, change, name);
	}, start);
	const ins = events.filter(({ count }) => count > 0);
	const outs = events.filter(({ count }) => count < 0);
	const sumOf = (sheet, some, name) => add(sheet, some.map((event) => amount(sheet, event)), name);
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
		}
	];
}
const places = [
	{
		name: "warehouse",
		opening: (start) => `In the morning a warehouse holds ${start} boxes.`,
		in: ({ count, size }) => count === 1 ? `a van brings ${size} boxes` : `${count} trucks bring ${size} boxes each`,
		out: ({ count, size }) => count === -1 ? `a customer collects ${size} boxes` : `${-count} shops collect ${size} boxes each`,
		questions: ["How many boxes are there in the evening?", "How many boxes does the warehouse hold after that?"],
		label: {
			inProduct: ["the number of boxes from the trucks", "what the trucks bring"],
			outProduct: ["the number of boxes for the shops", "what the shops collect"],
			soFar: ["the number of boxes by then", "what the warehouse holds at that point"],
			ins: ["the number of boxes brought", "everything that comes in"],
			outs: ["the number of boxes collected", "everything that goes out"],
			withIns: ["the number of boxes before any is collected", "the stock with all that comes in"],
			change: ["the change over the day", "what comes in less what goes out"],
			answer: ["the number of boxes in the evening", "the stock at the end"]
		}
	},
	{
		name: "reservoir",
		opening: (start) => `A reservoir contains ${start} million litres of water.`,
		in: ({ count, size }) => count === 1 ? `rain adds ${size} million litres` : `${count} streams add ${size} million litres each`,
		out: ({ count, size }) => count === -1 ? `a town draws ${size} million litres` : `${-count} farms draw ${size} million litres each`,
		questions: ["How many million litres does it contain now?", "How much water is that at the end, in million litres?"],
		label: {
			inProduct: ["the water from the streams", "what the streams add"],
			outProduct: ["the water for the farms", "what the farms draw"],
			soFar: ["the water by then", "what the reservoir contains at that point"],
			ins: ["the water added", "everything that flows in"],
			outs: ["the water drawn", "everything that flows out"],
			withIns: ["the water before any is drawn", "the water with all that flows in"],
			change: ["the change in all", "what flows in less what flows out"],
			answer: ["the water at the end", "what the reservoir contains now"]
		}
	},
	{
		name: "ferry",
		opening: (start) => `A ferry sets out with ${start} people on board.`,
		in: ({ count, size }) => count === 1 ? `${size} people get on` : `${count} buses with ${size} people each drive on`,
		out: ({ count, size }) => count === -1 ? `${size} people get off` : `${-count} buses with ${size} people each drive off`,
		questions: ["How many people are on board when it arrives?", "How many people does the ferry carry in the end?"],
		label: {
			inProduct: ["the number of people in the buses that drive on", "what the buses bring on board"],
			outProduct: ["the number of people in the buses that drive off", "what the buses take ashore"],
			soFar: ["the number of people by then", "who is on board at that point"],
			ins: ["the number of people who come", "all who board"],
			outs: ["the number of people who go", "all who leave"],
			withIns: ["the number of people if nobody left", "those at the start with all who board"],
			change: ["the change during the trip", "those who come less those who go"],
			answer: ["the number of people at the end", "who is on board on arrival"]
		}
	},
	{
		name: "savings",
		opening: (start, who) => `${who} has saved ${start} dollars.`,
		in: ({ count, size }) => count === 1 ? `a gift adds ${size} dollars` : `${count} weeks of work add ${size} dollars each`,
		out: ({ count, size }) => count === -1 ? `a repair costs ${size} dollars` : `${-count} bills take ${size} dollars each`,
		questions: ["How many dollars are saved now?", "How many dollars remain at the end?"],
		label: {
			inProduct: ["the money from the weeks of work", "what the work adds"],
			outProduct: ["the money for the bills", "what the bills take"],
			soFar: ["the money by then", "the savings at that point"],
			ins: ["the money received", "everything that was earned"],
			outs: ["the money paid", "everything that was spent"],
			withIns: ["the money before anything is paid", "the savings with all that was earned"],
			change: ["the change in all", "what was earned less what was spent"],
			answer: ["the money at the end", "the savings now"]
		}
	}
];
const links = [[
	"First",
	"then",
	"after that",
	"later",
	"finally"
], [
	"To begin with",
	"next",
	"soon",
	"afterwards",
	"at last"
]];
function prompts(place, { start, events }, who) {
	return links.map((words, version) => {
		const told = events.map((event, position) => {
			return `${words[position === events.length - 1 ? words.length - 1 : position] ?? ""} ${event.count > 0 ? place.in(event) : place.out(event)}`;
		});
		return `${place.opening(start, who)} ${told.join(", ")}. ${place.questions[version] ?? place.questions[0]}`;
	});
}
/** The families of the ood suite: longer chains of events than any problem of the target suite has. */
const chains = places.flatMap((place) => [...plans].map(([steps, plan]) => ({
	name: `${place.name}, ${steps} steps`,
	role: "ood",
	steps,
	takes: (numbers) => numbers.length === 1 + 2 * plan.length,
	draw: (stream) => drawChain(steps, stream),
	prompts: (numbers, who) => prompts(place, readChain(numbers), who),
	ways: (numbers) => waysThrough(readChain(numbers), place)
})));

// __tests__/support/simulator/family.ts
/** A family of the target suite, defined with its numbers as a tuple. */
function wordProblem(told) {
	const takes = (numbers) => numbers.length === told.steps + 1;
	const checked = (numbers) => {
		if (!takes(numbers)) throw new Error(`"${told.name}" takes ${told.steps + 1} numbers, not ${numbers.length}`);
		return numbers;
	};
	return {
		name: told.name,
		role: "target",
		steps: told.steps,
		takes,
		draw: told.draw,
		prompts: (numbers, who) => told.prompts(checked(numbers), who),
		ways: (numbers) => told.ways(checked(numbers))
	};
}

// __tests__/support/simulator/shapes.ts
/** total − a − b */
const takeAwayTwice = ([total, a, b], label) => [
	(s) => s.minus(s.minus(total, a, label.withoutA), b, label.answer),
	(s) => s.minus(total, s.plus(a, b, label.both), label.answer),
	(s) => s.minus(s.minus(total, b, label.withoutB), a, label.answer)
];
/** a · b · c */
const productOfThree = ([a, b, c], label) => [
	(s) => s.times(s.times(a, b, label.ab), c, label.answer),
	(s) => s.times(s.times(a, c, label.ac), b, label.answer),
	(s) => s.times(a, s.times(b, c, label.bc), label.answer)
];
/** a · (b + c) */
const timesSum = ([a, b, c], label) => [(s) => s.times(a, s.plus(b, c, label.sum), label.answer), (s) => s.plus(s.times(a, b, label.ab), s.times(a, c, label.ac), label.answer)];
/** total / a / b */
const divideTwice = ([total, a, b], label) => [
	(s) => s.over(s.over(total, a, label.overA), b, label.answer),
	(s) => s.over(total, s.times(a, b, label.ab), label.answer),
	(s) => s.over(s.over(total, b, label.overB), a, label.answer)
];
/** a · b + c − d */
const productPlusMinus = ([a, b, c, d], label) => [
	(s) => s.minus(s.plus(s.times(a, b, label.ab), c, label.withC), d, label.answer),
	(s) => s.plus(s.times(a, b, label.ab), s.minus(c, d, label.net), label.answer),
	(s) => s.plus(s.minus(s.times(a, b, label.ab), d, label.withoutD), c, label.answer)
];
/** total − a · b − c */
const takeAwayProduct = ([total, a, b, c], label) => [
	(s) => s.minus(s.minus(total, s.times(a, b, label.ab), label.withoutAb), c, label.answer),
	(s) => s.minus(total, s.plus(s.times(a, b, label.ab), c, label.both), label.answer),
	(s) => s.minus(s.minus(total, c, label.withoutC), s.times(a, b, label.ab), label.answer)
];
/** a · (b + c) + d */
const timesSumPlus = ([a, b, c, d], label) => [
	(s) => s.plus(s.times(a, s.plus(b, c, label.sum), label.product), d, label.answer),
	(s) => s.plus(s.plus(s.times(a, b, label.ab), s.times(a, c, label.ac), label.product), d, label.answer),
	(s) => s.plus(s.plus(s.times(a, b, label.ab), d, label.abWithD), s.times(a, c, label.ac), label.answer)
];
/** (a + b + c) · d */
const sumOfThreeTimes = ([a, b, c, d], label) => [
	(s) => s.times(s.plus(s.plus(a, b, label.ab), c, label.sum), d, label.answer),
	(s) => s.times(s.plus(a, s.plus(b, c, label.bc), label.sum), d, label.answer),
	(s) => {
		const adBd = s.plus(s.times(a, d, label.ad), s.times(b, d, label.bd), label.adBd);
		return s.plus(adBd, s.times(c, d, label.cd), label.answer);
	}
];
/** a · b + c · d − e */
const twoProductsMinus = ([a, b, c, d, e], label) => [
	(s) => s.minus(s.plus(s.times(a, b, label.ab), s.times(c, d, label.cd), label.both), e, label.answer),
	(s) => s.plus(s.minus(s.times(a, b, label.ab), e, label.abWithoutE), s.times(c, d, label.cd), label.answer),
	(s) => s.plus(s.times(a, b, label.ab), s.minus(s.times(c, d, label.cd), e, label.cdWithoutE), label.answer)
];
/** a · b · c + d · e */
const productOfThreePlus = ([a, b, c, d, e], label) => [
	(s) => s.plus(s.times(s.times(a, b, label.ab), c, label.abc), s.times(d, e, label.de), label.answer),
	(s) => s.plus(s.times(s.times(a, c, label.ac), b, label.abc), s.times(d, e, label.de), label.answer),
	(s) => s.plus(s.times(a, s.times(b, c, label.bc), label.abc), s.times(d, e, label.de), label.answer)
];
/** (total − a · b − c) / d */
const shareRest = ([total, a, b, c, d], label) => {
	return takeAwayProduct([
		total,
		a,
		b,
		c
	], {
		...label,
		answer: label.rest
	}).map((way) => (s) => s.over(way(s), d, label.answer));
};
/** (a + b) · c − d · e */
const sumTimesMinusProduct = ([a, b, c, d, e], label) => [
	(s) => s.minus(s.times(s.plus(a, b, label.sum), c, label.product), s.times(d, e, label.de), label.answer),
	(s) => {
		const product = s.plus(s.times(a, c, label.ac), s.times(b, c, label.bc), label.product);
		return s.minus(product, s.times(d, e, label.de), label.answer);
	},
	(s) => {
		const acWithoutDe = s.minus(s.times(a, c, label.ac), s.times(d, e, label.de), label.acWithoutDe);
		return s.plus(acWithoutDe, s.times(b, c, label.bc), label.answer);
	}
];

// __tests__/support/simulator/four-steps.ts
const twoProducts = ({ integer }) => [
	integer(3, 6),
	integer(13, 24),
	integer(7, 11),
	integer(8, 12),
	integer(5, 30)
];
const threeFactorsAndTwo = ({ integer }) => [
	integer(2, 4),
	integer(5, 8),
	integer(9, 14),
	integer(3, 7),
	integer(15, 24)
];
const restToShare = ({ integer }) => {
	const [a, b, c, d] = [
		integer(3, 8),
		integer(9, 15),
		integer(16, 40),
		integer(3, 9)
	];
	return [
		a * b + c + d * integer(4, 16),
		a,
		b,
		c,
		d
	];
};
const sumAndProduct = ({ integer }) => [
	integer(4, 9),
	integer(3, 12),
	integer(20, 35),
	integer(2, 5),
	integer(6, 15)
];
/** The families whose shortest way takes four steps. */
const fourSteps = [
	wordProblem({
		name: "museum",
		steps: 4,
		draw: twoProducts,
		prompts: ([a, b, c, d, e]) => [`A group visits a museum with ${a} adults at ${b} dollars and ${c} children at ${d} dollars. A voucher takes ${e} dollars off. How many dollars do they pay?`, `Museum tickets cost ${b} dollars for adults and ${d} dollars for children. What do ${a} adults and ${c} children pay, in dollars, with a voucher worth ${e} dollars?`],
		ways: (numbers) => twoProductsMinus(numbers, {
			ab: ["the price for the adults", "what the adults cost"],
			cd: ["the price for the children", "what the children cost"],
			both: ["the full price", "what everybody costs without the voucher"],
			abWithoutE: ["the price for the adults with the voucher", "what the adults cost once it is taken off"],
			cdWithoutE: ["the price for the children with the voucher", "what the children cost once it is taken off"],
			answer: ["the price to pay", "what the group pays"]
		})
	}),
	wordProblem({
		name: "orchard",
		steps: 4,
		draw: twoProducts,
		prompts: ([a, b, c, d, e], who) => [`${who} picks ${a} crates of ${b} apples and ${c} bags of ${d} apples. ${e} of the apples are bruised. How many are good?`, `In the orchard ${who} fills ${a} crates with ${b} apples each and ${c} bags with ${d} apples each, but ${e} apples are bruised. How many apples can be sold?`],
		ways: (numbers) => twoProductsMinus(numbers, {
			ab: ["the number of apples in crates", "what the crates hold"],
			cd: ["the number of apples in bags", "what the bags hold"],
			both: ["the number of apples picked", "crates and bags together"],
			abWithoutE: ["the number in crates less the bruised", "the crates without the bruised ones"],
			cdWithoutE: ["the number in bags less the bruised", "the bags without the bruised ones"],
			answer: ["the number of good apples", "what can be sold"]
		})
	}),
	wordProblem({
		name: "workshop",
		steps: 4,
		draw: threeFactorsAndTwo,
		prompts: ([a, b, c, d, e]) => [`${a} machines make ${b} parts an hour each and run for ${c} hours. There are also ${d} boxes of ${e} parts in store. How many parts are there in the end?`, `A workshop has ${d} boxes with ${e} parts each. Then ${a} machines run for ${c} hours, and each makes ${b} parts an hour. How many parts does the workshop have?`],
		ways: (numbers) => productOfThreePlus(numbers, {
			ab: ["the number of parts in an hour", "what an hour brings"],
			ac: ["the number of machine hours", "how many hours the machines run together"],
			bc: ["the number of parts from a machine", "what one machine brings"],
			abc: ["the number of new parts", "what all machines bring"],
			de: ["the number of parts in store", "what the boxes hold"],
			answer: ["the number of parts in the end", "new and stored parts together"]
		})
	}),
	wordProblem({
		name: "theatre",
		steps: 4,
		draw: threeFactorsAndTwo,
		prompts: ([a, b, c, d, e]) => [`A theatre has ${a} blocks of ${b} rows with ${c} seats in a row, and a balcony of ${d} rows with ${e} seats in a row. How many seats are there?`, `On the balcony of a theatre are ${d} rows of ${e} seats. Below are ${a} blocks, each of ${b} rows with ${c} seats. How many people can sit down?`],
		ways: (numbers) => productOfThreePlus(numbers, {
			ab: ["the number of rows below", "all rows of the blocks"],
			ac: ["the number of seats in the front rows of the blocks", "one row of every block"],
			bc: ["the number of seats in a block", "what one block holds"],
			abc: ["the number of seats below", "what all blocks hold"],
			de: ["the number of seats on the balcony", "what the balcony holds"],
			answer: ["the number of seats", "what the theatre holds"]
		})
	}),
	wordProblem({
		name: "club",
		steps: 4,
		draw: restToShare,
		prompts: ([total, a, b, c, d]) => [`A club has ${total} dollars. It buys ${a} balls at ${b} dollars each and pays ${c} dollars for the hall. The rest is shared equally by ${d} members. How many dollars does a member get?`, `${d} members share equally what their club has left of ${total} dollars after paying ${c} dollars for a hall and ${b} dollars for each of ${a} balls. How many dollars is that for one?`],
		ways: (numbers) => shareRest(numbers, {
			ab: ["the cost of the balls", "what the balls come to"],
			withoutAb: ["the money after the balls", "what the balls leave over"],
			withoutC: ["the money after the hall", "what the hall leaves over"],
			both: ["the cost of balls and hall", "what the club pays"],
			rest: ["the money to be shared", "what the club has left"],
			answer: ["the share of a member", "what each member gets"]
		})
	}),
	wordProblem({
		name: "flour",
		steps: 4,
		draw: restToShare,
		prompts: ([total, a, b, c, d]) => [`A mill has ${total} kilograms of flour. It sells ${a} sacks of ${b} kilograms and keeps ${c} kilograms for itself. The rest fills ${d} bins equally. How many kilograms are in a bin?`, `From ${total} kilograms of flour a mill fills ${a} sacks of ${b} kilograms, sets ${c} kilograms aside and spreads the rest evenly over ${d} bins. How many kilograms go into each bin?`],
		ways: (numbers) => shareRest(numbers, {
			ab: ["the flour in the sacks", "what the sacks hold"],
			withoutAb: ["the flour after the sacks", "what the sacks leave over"],
			withoutC: ["the flour without the part kept", "what is there once some is kept"],
			both: ["the flour that is not binned", "the sacks and the part kept"],
			rest: ["the flour for the bins", "what goes into the bins"],
			answer: ["the flour in a bin", "what each bin holds"]
		})
	}),
	wordProblem({
		name: "harvest",
		steps: 4,
		draw: sumAndProduct,
		prompts: ([a, b, c, d, e]) => [`${a} pickers work in the morning and ${b} in the afternoon, and each fills ${c} baskets. Then ${d} shops take ${e} baskets each. How many baskets are left?`, `${d} shops order ${e} baskets of berries each. ${a} morning pickers and ${b} afternoon pickers fill ${c} baskets apiece. How many baskets remain after the orders?`],
		ways: (numbers) => sumTimesMinusProduct(numbers, {
			sum: ["the number of pickers", "how many work that day"],
			product: ["the number of baskets filled", "what the whole day brings"],
			ac: ["the number of baskets in the morning", "what the morning brings"],
			bc: ["the number of baskets in the afternoon", "what the afternoon brings"],
			de: ["the number of baskets for the shops", "what the shops take"],
			acWithoutDe: ["the number of morning baskets after the shops", "what the shops leave of the morning"],
			answer: ["the number of baskets left", "what remains"]
		})
	}),
	wordProblem({
		name: "coaches",
		steps: 4,
		draw: sumAndProduct,
		prompts: ([a, b, c, d, e]) => [`${a} coaches arrive from the north and ${b} from the south, with ${c} passengers in each. ${d} ferries carry ${e} of the passengers each across the bay. How many passengers still wait?`, `At a harbour ${d} ferries leave with ${e} passengers each. The passengers came in ${a} northern and ${b} southern coaches, ${c} in every coach. How many are left on the quay?`],
		ways: (numbers) => sumTimesMinusProduct(numbers, {
			sum: ["the number of coaches", "how many coaches come"],
			product: ["the number of passengers", "all who arrive"],
			ac: ["the number of passengers from the north", "all who come from the north"],
			bc: ["the number of passengers from the south", "all who come from the south"],
			de: ["the number of passengers on ferries", "all who cross the bay"],
			acWithoutDe: ["the number from the north less those on ferries", "the north without those who cross"],
			answer: ["the number still waiting", "all who are left"]
		})
	})
];

// __tests__/support/simulator/three-steps.ts
const productAndTwo = ({ integer }) => {
	const d = integer(4, 19);
	return [
		integer(4, 12),
		integer(13, 26),
		d + integer(5, 30),
		d
	];
};
const totalAndProduct = ({ integer }) => {
	const [a, b, c] = [
		integer(3, 9),
		integer(10, 18),
		integer(19, 45)
	];
	return [
		a * b + c + integer(11, 70),
		a,
		b,
		c
	];
};
const factorAndThree = ({ integer }) => [
	integer(3, 9),
	integer(10, 16),
	integer(2, 8),
	integer(17, 60)
];
const threeAndFactor = ({ integer }) => [
	integer(6, 11),
	integer(12, 19),
	integer(2, 5),
	integer(20, 32)
];
/** The families whose shortest way takes three steps. */
const threeSteps = [
	wordProblem({
		name: "wages",
		steps: 3,
		draw: productAndTwo,
		prompts: ([a, b, c, d], who) => [`${who} works ${a} hours for ${b} dollars an hour, gets ${c} dollars in tips and pays ${d} dollars for lunch. How many dollars does ${who} take home?`, `A shift lasts ${a} hours at ${b} dollars an hour. ${who} also earns ${c} dollars in tips, but spends ${d} dollars on lunch. How many dollars are left at the end?`],
		ways: (numbers) => productPlusMinus(numbers, {
			ab: ["the wage for the hours", "what the hours bring"],
			withC: ["the wage with the tips", "what is earned in all"],
			withoutD: ["the wage after lunch", "what lunch leaves of the wage"],
			net: ["what is left of the tips after lunch", "the tips less the lunch"],
			answer: ["the money taken home", "what is left at the end"]
		})
	}),
	wordProblem({
		name: "library",
		steps: 3,
		draw: productAndTwo,
		prompts: ([a, b, c, d]) => [`A library has ${a} shelves with ${b} books each. It buys ${c} new books and gives ${d} old ones away. How many books has it now?`, `On ${a} shelves of a library stand ${b} books each. After ${c} books were added and ${d} were given away, how many books does the library own?`],
		ways: (numbers) => productPlusMinus(numbers, {
			ab: ["the number of books on the shelves", "what the shelves hold"],
			withC: ["the number with the new books", "the collection once the new ones came"],
			withoutD: ["the number without the old books", "the collection once the old ones went"],
			net: ["the number of books gained", "how much the collection grows"],
			answer: ["the number of books now", "the collection in the end"]
		})
	}),
	wordProblem({
		name: "stationery",
		steps: 3,
		draw: totalAndProduct,
		prompts: ([total, a, b, c], who) => [`${who} has ${total} dollars and buys ${a} notebooks at ${b} dollars each and a bag for ${c} dollars. How many dollars are left?`, `With ${total} dollars ${who} goes shopping: a bag for ${c} dollars and ${a} notebooks for ${b} dollars apiece. How many dollars does ${who} bring home?`],
		ways: (numbers) => takeAwayProduct(numbers, {
			ab: ["the cost of the notebooks", "what the notebooks come to"],
			withoutAb: ["the money left after the notebooks", "what the notebooks leave over"],
			withoutC: ["the money left after the bag", "what the bag leaves over"],
			both: ["the cost of everything", "what is spent in all"],
			answer: ["the money that is left", "what comes home again"]
		})
	}),
	wordProblem({
		name: "water tank",
		steps: 3,
		draw: totalAndProduct,
		prompts: ([total, a, b, c]) => [`A tank holds ${total} litres of water. ${a} buckets of ${b} litres are drawn from it and ${c} litres leak away. How many litres remain?`, `From a tank with ${total} litres, ${c} litres are lost through a leak, and ${a} buckets of ${b} litres each are filled. How much water is left, in litres?`],
		ways: (numbers) => takeAwayProduct(numbers, {
			ab: ["the water in the buckets", "what the buckets hold"],
			withoutAb: ["the water left by the buckets", "what is there once the buckets are full"],
			withoutC: ["the water left by the leak", "what is there despite the leak"],
			both: ["the water that is gone", "what buckets and leak take"],
			answer: ["the water that remains", "what is still in the tank"]
		})
	}),
	wordProblem({
		name: "picnic",
		steps: 3,
		draw: factorAndThree,
		prompts: ([a, b, c, d]) => [`For a picnic, each of ${a} teams gets ${b} sandwiches and ${c} pies, and ${d} spare snacks are packed. How many snacks is that in all?`, `${a} teams go on a picnic with ${b} sandwiches and ${c} pies for every team. ${d} more snacks are kept in reserve. How many snacks were made?`],
		ways: (numbers) => timesSumPlus(numbers, {
			sum: ["the number of snacks for a team", "what one team eats"],
			product: ["the number of snacks for the teams", "what all teams eat"],
			ab: ["the number of sandwiches", "all sandwiches together"],
			ac: ["the number of pies", "all pies together"],
			abWithD: ["the number of sandwiches and spares", "the sandwiches with the reserve"],
			answer: ["the number of snacks", "everything that was made"]
		})
	}),
	wordProblem({
		name: "training",
		steps: 3,
		draw: factorAndThree,
		prompts: ([a, b, c, d], who) => [`For ${a} weeks ${who} runs ${b} kilometres on Tuesdays and ${c} kilometres on Fridays, and then a race of ${d} kilometres. How many kilometres does ${who} run?`, `Before a race over ${d} kilometres, ${who} trains for ${a} weeks: ${b} kilometres every Tuesday, ${c} every Friday. How many kilometres is that with the race?`],
		ways: (numbers) => timesSumPlus(numbers, {
			sum: ["the distance of a week", "how far one week goes"],
			product: ["the distance of the training", "how far all weeks go"],
			ab: ["the distance of the Tuesdays", "how far the Tuesdays go"],
			ac: ["the distance of the Fridays", "how far the Fridays go"],
			abWithD: ["the distance of race and Tuesdays", "how far the race and the Tuesdays go"],
			answer: ["the distance in all", "how far it is with the race"]
		})
	}),
	wordProblem({
		name: "quilt",
		steps: 3,
		draw: threeAndFactor,
		prompts: ([a, b, c, d], who) => [`${who} sews a quilt. Each row has ${a} red, ${b} blue and ${c} white squares, and there are ${d} rows. How many squares are needed?`, `A quilt has ${d} rows, and every row is made of ${a} red, ${b} blue and ${c} white squares. How many squares must ${who} cut?`],
		ways: (numbers) => sumOfThreeTimes(numbers, {
			ab: ["the number of red and blue squares in a row", "the coloured squares of one row"],
			bc: ["the number of blue and white squares in a row", "the squares of one row that are not red"],
			sum: ["the number of squares in a row", "what one row takes"],
			ad: ["the number of red squares", "all red together"],
			bd: ["the number of blue squares", "all blue together"],
			cd: ["the number of white squares", "all white together"],
			adBd: ["the number of coloured squares", "red and blue together"],
			answer: ["the number of squares", "what the quilt takes"]
		})
	}),
	wordProblem({
		name: "canteen",
		steps: 3,
		draw: threeAndFactor,
		prompts: ([a, b, c, d]) => [`In a canteen a soup costs ${a} dollars, a main dish ${b} dollars and a juice ${c} dollars. How many dollars do ${d} guests pay who each take all three?`, `${d} guests each order a soup for ${a} dollars, a main dish for ${b} dollars and a juice for ${c} dollars. How many dollars does the canteen earn?`],
		ways: (numbers) => sumOfThreeTimes(numbers, {
			ab: ["the cost of soup and main dish", "what a guest pays for the food"],
			bc: ["the cost of main dish and juice", "what a guest pays besides the soup"],
			sum: ["the cost of a meal", "what one guest pays"],
			ad: ["the cost of the soups", "what the soups bring"],
			bd: ["the cost of the main dishes", "what the main dishes bring"],
			cd: ["the cost of the juices", "what the juices bring"],
			adBd: ["the cost of all food", "what soups and main dishes bring"],
			answer: ["the cost for all guests", "what the canteen earns"]
		})
	})
];

// __tests__/support/simulator/two-steps.ts
const partsOfTotal = ({ integer }) => {
	const [a, b] = [integer(11, 48), integer(12, 57)];
	return [
		a + b + integer(13, 80),
		a,
		b
	];
};
const threeFactors = ({ integer }) => [
	integer(2, 6),
	integer(7, 14),
	integer(3, 9)
];
const factorAndTwo = ({ integer }) => [
	integer(3, 9),
	integer(10, 24),
	integer(2, 8)
];
const divisible = ({ integer }) => {
	const [a, b] = [integer(2, 6), integer(7, 12)];
	return [
		a * b * integer(3, 15),
		a,
		b
	];
};
/** The families whose shortest way takes two steps. */
const twoSteps = [
	wordProblem({
		name: "ribbon",
		steps: 2,
		draw: partsOfTotal,
		prompts: ([total, a, b], who) => [`${who} has ${total} centimetres of ribbon. ${who} uses ${a} centimetres to wrap a gift and ${b} centimetres to tie a bow. How many centimetres of ribbon are left?`, `A roll of ribbon is ${total} centimetres long. First ${who} cuts off ${a} centimetres for a gift, then ${b} centimetres for a bow. How long is the rest, in centimetres?`],
		ways: (numbers) => takeAwayTwice(numbers, {
			withoutA: ["the ribbon left after the gift", "what remains once the gift is wrapped"],
			withoutB: ["the ribbon left after the bow", "what remains once the bow is tied"],
			both: ["the ribbon used in all", "what gift and bow take together"],
			answer: ["the ribbon that is left", "the length of the rest"]
		})
	}),
	wordProblem({
		name: "car park",
		steps: 2,
		draw: partsOfTotal,
		prompts: ([total, a, b]) => [`A car park has ${total} spaces. Vans stand in ${a} of them and cars in ${b}. How many spaces are free?`, `Of the ${total} spaces of a car park, ${a} are taken by vans and another ${b} by cars. How many drivers can still park?`],
		ways: (numbers) => takeAwayTwice(numbers, {
			withoutA: ["the number of spaces without a van", "what the vans leave over"],
			withoutB: ["the number of spaces without a car", "what the cars leave over"],
			both: ["the number of spaces taken", "the vehicles counted together"],
			answer: ["the number of free spaces", "how many can still park"]
		})
	}),
	wordProblem({
		name: "bakery",
		steps: 2,
		draw: threeFactors,
		prompts: ([a, b, c]) => [`Every hour a bakery bakes ${a} trays with ${b} rolls on each. How many rolls does it bake in ${c} hours?`, `An oven holds ${a} trays of ${b} rolls and is filled once an hour. How many rolls come out of it in ${c} hours?`],
		ways: (numbers) => productOfThree(numbers, {
			ab: ["the number of rolls in an hour", "what one filling of the oven gives"],
			ac: ["the number of trays in all hours", "how often a tray is baked"],
			bc: ["the number of rolls from one tray in all hours", "what a single tray gives over the hours"],
			answer: ["the number of rolls in all", "everything that is baked"]
		})
	}),
	wordProblem({
		name: "swimming",
		steps: 2,
		draw: threeFactors,
		prompts: ([a, b, c], who) => [`${who} swims ${a} lengths of a ${b} metre pool on each of ${c} days. How many metres does ${who} swim?`, `A pool is ${b} metres long. On ${c} days ${who} swims ${a} lengths of it. How far is that, in metres?`],
		ways: (numbers) => productOfThree(numbers, {
			ab: ["the distance of one day", "how far a day of swimming goes"],
			ac: ["the number of lengths on all days", "how often the pool is crossed"],
			bc: ["the distance of one daily length over all days", "how far the first length of each day adds up"],
			answer: ["the whole distance", "how far it is altogether"]
		})
	}),
	wordProblem({
		name: "cinema",
		steps: 2,
		draw: factorAndTwo,
		prompts: ([a, b, c]) => [`${a} friends go to the cinema. Each pays ${b} dollars for a ticket and ${c} dollars for a drink. How many dollars do they spend together?`, `A cinema ticket costs ${b} dollars and a drink costs ${c} dollars. What do ${a} friends pay, in dollars, if each takes one of both?`],
		ways: (numbers) => timesSum(numbers, {
			sum: ["the cost for one friend", "what a single friend pays"],
			ab: ["the cost of the tickets", "what all tickets come to"],
			ac: ["the cost of the drinks", "what all drinks come to"],
			answer: ["the cost for all friends", "what the group spends"]
		})
	}),
	wordProblem({
		name: "garden",
		steps: 2,
		draw: factorAndTwo,
		prompts: ([a, b, c], who) => [`${who} plants ${a} rows. In each row stand ${b} tomato plants and ${c} pepper plants. How many plants are there?`, `There are ${a} rows in the garden of ${who}, each with ${b} tomatoes and ${c} peppers. How many plants must be watered?`],
		ways: (numbers) => timesSum(numbers, {
			sum: ["the number of plants in a row", "what a single row holds"],
			ab: ["the number of tomato plants", "all tomatoes together"],
			ac: ["the number of pepper plants", "all peppers together"],
			answer: ["the number of plants", "everything in the garden"]
		})
	}),
	wordProblem({
		name: "stickers",
		steps: 2,
		draw: divisible,
		prompts: ([total, a, b]) => [`${total} stickers are shared equally between ${a} classes of ${b} pupils each. How many stickers does a pupil get?`, `A school has ${a} classes with ${b} pupils in each. It gives out ${total} stickers, the same number to every pupil. How many is that for one pupil?`],
		ways: (numbers) => divideTwice(numbers, {
			overA: ["the number of stickers for a class", "what one class receives"],
			overB: ["the number of stickers for one pupil of every class", "what a row of one pupil a class receives"],
			ab: ["the number of pupils", "how many children there are"],
			answer: ["the number of stickers for a pupil", "what each child gets"]
		})
	}),
	wordProblem({
		name: "rehearsal",
		steps: 2,
		draw: divisible,
		prompts: ([total, a, b]) => [`A band rehearsed for ${total} minutes on ${a} days, in ${b} equally long sessions a day. How many minutes did a session last?`, `On each of ${a} days a band held ${b} sessions, all of the same length, ${total} minutes in total. How long was one session, in minutes?`],
		ways: (numbers) => divideTwice(numbers, {
			overA: ["the time of one day", "how long a day of rehearsing was"],
			overB: ["the time of the first sessions of all days", "how long one session a day adds up to"],
			ab: ["the number of sessions", "how often they met"],
			answer: ["the time of one session", "how long a session was"]
		})
	})
];

// __tests__/support/simulator/simulated-item.ts
/** One line of a simulated eval set: an item in the user format, whose `meta` identifies its ways. */
const simulatedLineSchema = strictObject({
	id: string().min(1),
	prompt: string().min(1),
	answer: string(),
	group: string(),
	meta: strictObject({
		family: string(),
		numbers: array(number().int())
	})
});
const families = [
	...twoSteps,
	...threeSteps,
	...fourSteps,
	...chains
];
const byName = new Map(families.map((family) => [family.name, family]));
/**
* The item of a line of `suite`.
*
* @throws {ConfigError} if the line is not the simulator's, or its answer does not follow from its numbers
*/
function simulatedItem(suite, line, position) {
	const where = `${suite}.jsonl:${position + 1}`;
	const fix = "Serve an eval set that was written for the simulator, unaltered.";
	const parsed = simulatedLineSchema.safeParse(line);
	if (!parsed.success) throw new ConfigError({
		what: "this is not an item of a simulated eval set",
		where,
		fix,
		cause: parsed.error
	});
	const { id, prompt, answer, meta } = parsed.data;
	const family = byName.get(meta.family);
	if (family === void 0 || !family.takes(meta.numbers)) throw new ConfigError({
		what: `"${meta.family}" with these numbers is no problem of the simulator`,
		where,
		fix
	});
	const ways = family.ways(meta.numbers);
	const right = ways.map((way) => calculate(way).answer);
	if (right.some((value) => String(value) !== answer)) throw new ConfigError({
		what: `the answer is ${right[0]}, found ${answer}`,
		where,
		fix
	});
	const { role, steps } = family;
	return {
		suite,
		id,
		position,
		role,
		steps,
		prompt,
		answer: Number(answer),
		ways
	};
}

// __tests__/support/simulator/read-evals.ts
/** The lines of a JSONL file as values. */
function readLines(path) {
	return readFileSync(path, "utf8").split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}
/**
* Every item of the simulated eval sets in a folder; a suite is named after its file.
*
* @throws {ConfigError} if the folder has no `.jsonl` file, or a line is not the simulator's
*/
function readEvals(folder) {
	const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl")).sort();
	if (files.length === 0) throw new ConfigError({
		what: "this folder has no eval set (*.jsonl)",
		where: folder,
		fix: "Name the folder with the simulated eval sets: --evals examples/simulated/evals"
	});
	return files.flatMap((name) => {
		const suite = basename(name, ".jsonl");
		return readLines(join(folder, name)).map((line, position) => simulatedItem(suite, line, position));
	});
}

// __tests__/support/simulator/stream.ts
/**
* The stream of random numbers named by `key`. Streams with different keys are independent: the generator
* starts from 128 bits of the key's SHA-256.
*/
function streamFor(...key) {
	const digest = hash("sha256", JSON.stringify(key), "buffer");
	const state = [
		0,
		4,
		8,
		12
	].map((offset) => digest.readInt32LE(offset));
	const generator = xoroshiro128plusFromState(state);
	const uniform = () => uniformFloat64(generator);
	return {
		uniform,
		integer: (low, high) => low + Math.floor(uniform() * (high - low + 1))
	};
}
/** The index in `weights` on which `uniform` (in [0, 1)) falls. The weights are not negative and sum to 1. */
function placeByWeight(weights, uniform) {
	let below = 0;
	for (const [place, weight] of weights.entries()) {
		below += weight;
		if (uniform < below) return place;
	}
	return weights.findLastIndex((weight) => weight > 0);
}

// __tests__/support/simulator/wording.ts
const inSigns = (signs) => ({ left, operation, right, result }) => `${left} ${signs[operation]} ${right} = ${result}`;
const notations = [
	inSigns({
		"+": "+",
		"-": "-",
		"*": "*",
		"/": "/"
	}),
	inSigns({
		"+": "+",
		"-": "-",
		"*": "×",
		"/": "÷"
	}),
	({ left, operation, right, result }) => `${left} ${operation} ${right} = <<${left}${operation}${right}=${result}>>${result}`
];
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const openings = [
	"Let's work this out step by step.",
	"I will take one thing at a time.",
	"Here is how I would do it.",
	"Start from what is given.",
	"This can be done in a few calculations.",
	"We need one number after the other."
];
const sentences = [
	(equation, quantity) => `${capital(quantity)} is ${equation}.`,
	(equation, quantity) => `We have ${equation}, which is ${quantity}.`,
	(equation, quantity) => `To get ${quantity}, I compute ${equation}.`,
	(equation, quantity) => `Next, work out ${quantity}: ${equation}.`,
	(equation, quantity) => `That makes ${equation} for ${quantity}.`,
	(equation, quantity) => `For ${quantity} the calculation gives ${equation}.`
];
const endings = [
	(answer) => `#### ${answer}`,
	(answer) => `The answer is ${answer}.`,
	(answer) => `That is what was asked.\n#### ${answer}`,
	(answer) => `So the answer is ${answer}.`,
	(answer) => `This settles it.\n#### ${answer}`,
	(answer) => `Therefore, the answer is ${answer}.`
];
const quantityIn = (style, label) => style % 2 === 0 ? label[0] : label[1];
const inStyle = (variants, style) => {
	const variant = variants[style % variants.length];
	if (variant === void 0) throw new Error(`no style ${style}`);
	return variant;
};
/**
* Writes a calculation as the text of a solution. The equations and the answer are the calculation's in any
* wording: `styleWeights` (6 weights that sum to 1) only sets how often each style is used, independently per
* sentence.
*/
function wordSolution({ steps, answer }, { styleWeights, uniform }) {
	const style = () => placeByWeight(styleWeights, uniform());
	const notation = inStyle(notations, style());
	const separator = style() % 2 === 0 ? "\n" : " ";
	return `${[inStyle(openings, style()), ...steps.map((step) => {
		const taken = style();
		return inStyle(sentences, taken)(notation(step), quantityIn(taken, step.label));
	})].join(separator)}\n${inStyle(endings, style())(answer)}`;
}

// __tests__/support/simulator/checkpoint.ts
/** The name under which a checkpoint is served. */
const modelName = ({ version }) => `simulated-${version}`;
/** Median solve probability of a group, by the steps of its items. */
const middle = /* @__PURE__ */ new Map([
	[2, .74],
	[3, .62],
	[4, .48],
	[5, .6],
	[6, .52],
	[7, .44]
]);
/** Maximum distance of a group's items from the middle. */
const SPREAD = .22;
/** One item of 25 is beyond the first checkpoint's reach. */
const beyondReach = ({ position }) => position % 25 === 7;
const solvedByFirst = /* @__PURE__ */ new WeakMap();
function firstSolve(item) {
	const known = solvedByFirst.get(item);
	if (known !== void 0) return known;
	const lot = streamFor("difficulty", item.suite, item.id).uniform();
	const value = beyondReach(item) ? 0 : (middle.get(item.steps) ?? .5) + SPREAD * (2 * lot - 1);
	solvedByFirst.set(item, value);
	return value;
}
/** Nearly even, with the first way slightly more common than the last: (.4, .33, .27) for three. */
function firstWayWeights({ ways }) {
	const slope = .2;
	const centre = (ways.length - 1) / 2;
	return ways.map((_, place) => (1 + slope * (centre - place)) / ways.length);
}
/** The checkpoint before training. It solves 96% of the items at least occasionally. */
const first = {
	version: "v1",
	solve: firstSolve,
	wayWeights: firstWayWeights,
	styleWeights: Array.from({ length: 6 }, () => 1 / 6)
};

// __tests__/support/simulator/scenarios.ts
/** Solves an additional share of what `first` did not solve. */
const learned = (share) => (item) => {
	const before = first.solve(item);
	return before + share * (1 - before);
};
/**
* The same, but only if `first` ever solved the item: existing abilities become more reliable, and no new
* ones appear.
*/
const sharpened = (share) => (item) => first.solve(item) === 0 ? 0 : learned(share)(item);
/** Solves only a share of what `first` solved. */
const weakened = (share) => (item) => share * first.solve(item);
const byRole = ({ target, ood }) => (item) => item.role === "target" ? target(item) : ood(item);
/** Three items of 25, all within the first checkpoint's reach. */
const forgotten = ({ position }) => [
	3,
	11,
	19
].includes(position % 25);
/** Moves a share of every other way's weight to the first way, the most common one. */
const collapsed = (share) => (item) => first.wayWeights(item).map((weight, place) => (1 - share) * weight + (place === 0 ? share : 0));
const GAIN = .25;
const OOD_KEPT = .75;
const COLLAPSE = .75;
/** Four sentences of five in one style. */
const oneStyle = [
	.8,
	.04,
	.04,
	.04,
	.04,
	.04
];
const onTarget = (solve) => byRole({
	target: solve,
	ood: first.solve
});
const scenario = (version, truth, changes) => ({
	old: first,
	new: {
		...first,
		...changes,
		version
	},
	...truth
});
/**
* The scenarios by name. Every one starts from `v1`; its new checkpoint has a version of its own, so its
* draws are independent of v1's. True values: `trueValues`.
*/
const scenarios = {
	/** Solves more on every item of both suites, in the same ways. */
	progress: scenario("v2-progress", {
		verdict: "progress",
		lost: []
	}, { solve: byRole({
		target: learned(GAIN),
		ood: learned(.1)
	}) }),
	/**
	* Solves more of the solvable items, nearly always in the same way: every other way is found less often
	* than before.
	*/
	narrowed: scenario("v2-narrowed", {
		verdict: "reversal",
		lost: ["diversity"]
	}, {
		solve: onTarget(sharpened(GAIN)),
		wayWeights: collapsed(COLLAPSE)
	}),
	/**
	* Solves more on the target, in the same ways, but nearly always in the same words: syntactic diversity
	* falls, no way is lost.
	*/
	"one-style": scenario("v2-one-style", {
		verdict: "inconclusive",
		lost: []
	}, {
		solve: onTarget(learned(GAIN)),
		styleWeights: oneStyle
	}),
	/** Solves more on the target, and a quarter less on the ood suite. */
	"weaker-ood": scenario("v2-weaker-ood", {
		verdict: "reversal",
		lost: ["ood"]
	}, { solve: byRole({
		target: learned(GAIN),
		ood: weakened(OOD_KEPT)
	}) }),
	/** Solves more on average, but loses 12% of the target's solvable items. */
	"lost-coverage": scenario("v2-lost-coverage", {
		verdict: "reversal",
		lost: ["coverage"]
	}, { solve: onTarget((item) => forgotten(item) ? 0 : sharpened(.5)(item)) }),
	/** Solves a fifth less on the target. Its hardest group falls by nearly its margin, so that one may stay unclear. */
	loss: scenario("v2-loss", {
		verdict: "regression",
		lost: ["accuracy"]
	}, { solve: onTarget(weakened(.8)) }),
	/** The same abilities, drawn independently. */
	same: scenario("v1-again", {
		verdict: "unchanged",
		lost: []
	}, {}),
	/** The demo's pair: narrowed in ways and in style, and weaker on the ood suite. */
	reversal: scenario("v2", {
		verdict: "reversal",
		lost: ["diversity", "ood"]
	}, {
		solve: byRole({
			target: sharpened(GAIN),
			ood: weakened(OOD_KEPT)
		}),
		wayWeights: collapsed(COLLAPSE),
		styleWeights: [
			.5,
			.1,
			.1,
			.1,
			.1,
			.1
		]
	})
};
/** All checkpoints of the scenarios, each once, v1 first. */
const checkpoints = [first, ...Object.values(scenarios).map((pair) => pair.new)];

// __tests__/support/simulator/draw.ts
const outcomeFrom = ({ uniform }, checkpoint, item) => ({
	correct: uniform() < checkpoint.solve(item),
	way: placeByWeight(checkpoint.wayWeights(item), uniform())
});
const streamOf = (checkpoint, item, sample, { seed = 0 }) => streamFor("sample", seed, checkpoint.version, item.suite, item.id, ...[sample].flat());
function wayAt(item, place) {
	const way = item.ways[place];
	if (way === void 0) throw new Error(`item ${item.id} has no way ${place}`);
	return way;
}
const plausibleErrors = [
	1,
	-1,
	10,
	-10,
	2,
	-2
];
/** Computes a way with a mistake that does not happen to give the right answer. */
function calculateWrongly(way, { answer }, { integer }) {
	const count = calculate(way).steps.length;
	const step = integer(0, count - 1);
	const by = plausibleErrors[integer(0, plausibleErrors.length - 1)] ?? 1;
	const slips = [
		{
			kind: "wrong result",
			step,
			by
		},
		{
			kind: "wrong operation",
			step
		},
		{ kind: "left unfinished" }
	];
	const place = integer(0, slips.length - 1);
	for (const slip of [...slips.slice(place), ...slips.slice(0, place)]) {
		const calculation = calculate(way, slip);
		if (Number.isFinite(calculation.answer) && calculation.answer !== answer) return calculation;
	}
	return calculate(way, {
		kind: "wrong result",
		step: count - 1,
		by
	});
}
function worded(outcome, { item, checkpoint, stream }) {
	const way = wayAt(item, outcome.way);
	const calculation = outcome.correct ? calculate(way) : calculateWrongly(way, item, stream);
	const text = wordSolution(calculation, {
		styleWeights: checkpoint.styleWeights,
		uniform: stream.uniform
	});
	return {
		...outcome,
		text,
		answer: calculation.answer
	};
}
/** One sample of an item. Depends only on the simulator's seed, the checkpoint's version, the item and `sample`. */
function drawSample(checkpoint, item, sample, options = {}) {
	const stream = streamOf(checkpoint, item, sample, options);
	return worded(outcomeFrom(stream, checkpoint, item), {
		item,
		checkpoint,
		stream
	});
}
const placeOfLargest = (weights) => weights.indexOf(Math.max(...weights));
/**
* The sample at temperature 0: right if the item is solved at least half of the time, in the most common way
* and style.
*/
function greedySample(checkpoint, item, { seed = 0 } = {}) {
	const stream = streamFor("greedy", seed, checkpoint.version, item.suite, item.id);
	const way = placeOfLargest(checkpoint.wayWeights(item));
	const style = placeOfLargest(checkpoint.styleWeights);
	const styleWeights = checkpoint.styleWeights.map((_, place) => place === style ? 1 : 0);
	return worded({
		correct: checkpoint.solve(item) >= .5,
		way
	}, {
		item,
		checkpoint: {
			...checkpoint,
			styleWeights
		},
		stream
	});
}

// __tests__/support/simulator/token-limit.ts
const TOKEN = /\w+|[^\w\s]/gu;
/** Tokens of the text: its words and signs. Accurate enough for usage and limits. */
const tokensIn = (text) => text.match(TOKEN)?.length ?? 0;
/** Truncates the text as a request demands: before the first stop text, and after the last permitted token. */
function limited({ text, finishReason }, { stop, maxTokens }) {
	const ends = stop.map((end) => text.indexOf(end)).filter((place) => place >= 0);
	const stopped = ends.length === 0 ? text : text.slice(0, Math.min(...ends));
	if (maxTokens >= stopped.length || tokensIn(stopped) <= maxTokens) return {
		text: stopped,
		finishReason
	};
	const last = [...stopped.matchAll(TOKEN)][maxTokens - 1];
	return {
		text: stopped.slice(0, (last?.index ?? 0) + (last?.[0].length ?? 0)),
		finishReason: "length"
	};
}

// __tests__/support/simulator/openai-api.ts
/** An error in the API's wording. */
var ApiError = class extends Error {
	name = "ApiError";
	status;
	code;
	param;
	constructor({ status, message, code = null, param = null }) {
		super(message);
		this.status = status;
		this.code = code;
		this.param = param;
	}
	get body() {
		const { message, param, code } = this;
		return { error: {
			message,
			type: "invalid_request_error",
			param,
			code
		} };
	}
};
const shared = {
	model: string(),
	n: int().min(1).max(128).nullish(),
	seed: int().nullish(),
	temperature: number().min(0).max(2).nullish(),
	top_p: number().gt(0).max(1).nullish(),
	max_tokens: int().min(1).nullish(),
	stop: union([string(), array(string())]).nullish(),
	stream: literal(false, "Streaming is not supported here.").nullish()
};
const textPart = object({
	type: literal("text"),
	text: string()
});
const chatSchema = object({
	...shared,
	max_completion_tokens: int().min(1).nullish(),
	messages: array(object({
		role: string(),
		content: union([string(), array(textPart)]).nullish()
	})).min(1)
});
const textSchema = object({
	...shared,
	prompt: string()
});
function parse$1(schema, body) {
	const parsed = schema.safeParse(body);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const param = issue?.path.join(".") ?? null;
	throw new ApiError({
		status: 400,
		message: `Invalid value for '${param}': ${issue?.message}`,
		param
	});
}
__name(parse$1, "parse");
async function complete(answerer, request, asked) {
	const { model } = request;
	const { prompt, promptTokens, maxTokens } = asked;
	if (!answerer.models.includes(model)) throw unknownModel(model);
	const choices = await answerer.answer({
		model,
		prompt,
		n: request.n ?? 1,
		seed: request.seed ?? void 0,
		temperature: request.temperature ?? 1,
		topP: request.top_p ?? 1,
		maxTokens: maxTokens ?? Infinity,
		stop: [request.stop ?? []].flat().filter((text) => text !== "")
	});
	const completionTokens = choices.reduce((sum, { text, tokens }) => sum + (tokens ?? tokensIn(text)), 0);
	return {
		choices,
		envelope: {
			created: 0,
			model,
			system_fingerprint: answerer.fingerprint,
			usage: {
				prompt_tokens: promptTokens,
				completion_tokens: completionTokens,
				total_tokens: promptTokens + completionTokens
			}
		}
	};
}
const unknownModel = (model) => new ApiError({
	status: 404,
	message: `The model \`${model}\` does not exist or you do not have access to it.`,
	code: "model_not_found",
	param: "model"
});
/**
* The response to `POST /v1/chat/completions`.
*
* @throws {ApiError} if the request is invalid or cannot be answered
*/
async function chatCompletion(answerer, body, id) {
	const request = parse$1(chatSchema, body);
	const contents = request.messages.map(({ role, content }) => ({
		role,
		text: typeof content === "string" ? content : (content ?? []).map(({ text }) => text).join("")
	}));
	const asked = contents.findLast(({ role }) => role === "user");
	if (asked === void 0) throw new ApiError({
		status: 400,
		message: "There is no user message.",
		param: "messages"
	});
	const { choices, envelope } = await complete(answerer, request, {
		prompt: asked.text,
		promptTokens: contents.reduce((sum, { text }) => sum + tokensIn(text), 0),
		maxTokens: request.max_completion_tokens ?? request.max_tokens
	});
	return {
		id: `chatcmpl-${id}`,
		object: "chat.completion",
		...envelope,
		choices: choices.map(({ text, finishReason }, index) => ({
			index,
			message: {
				role: "assistant",
				content: text,
				refusal: null
			},
			logprobs: null,
			finish_reason: finishReason
		}))
	};
}
/**
* The response to `POST /v1/completions`.
*
* @throws {ApiError} if the request is invalid or cannot be answered
*/
async function textCompletion(answerer, body, id) {
	const request = parse$1(textSchema, body);
	const { prompt, max_tokens: maxTokens } = request;
	const { choices, envelope } = await complete(answerer, request, {
		prompt,
		promptTokens: tokensIn(prompt),
		maxTokens
	});
	return {
		id: `cmpl-${id}`,
		object: "text_completion",
		...envelope,
		choices: choices.map(({ text, finishReason }, index) => ({
			index,
			text,
			logprobs: null,
			finish_reason: finishReason
		}))
	};
}
const described = (id, owner) => ({
	id,
	object: "model",
	created: 0,
	owned_by: owner
});
/**
* The response to `GET /v1/models`, or to `GET /v1/models/NAME`.
*
* @throws {ApiError} if there is no such model
*/
function listModels({ models, owner = "simulator" }, name) {
	if (name === void 0) return {
		object: "list",
		data: models.map((id) => described(id, owner))
	};
	if (!models.includes(name)) throw unknownModel(name);
	return described(name, owner);
}

// __tests__/support/simulator/item-finder.ts
/**
* Finds the item whose prompt equals the request's text or is contained in it (because of a suite's template,
* or a system message before it). If several are contained, the longest is meant.
*
* The function throws an `ApiError` (400) if the text contains no known prompt, because an invented answer
* would be graded.
*/
function itemFinder(items) {
	const known = new Map(items.map((item) => [item.prompt, item]));
	const longestFirst = items.toSorted((a, b) => b.prompt.length - a.prompt.length);
	return (asked) => {
		const found = known.get(asked) ?? longestFirst.find(({ prompt }) => asked.includes(prompt));
		if (found === void 0) throw new ApiError({
			status: 400,
			message: "This server knows only the items of its eval sets, and none of them is in this prompt.",
			code: "unknown_item",
			param: "messages"
		});
		known.set(asked, found);
		return found;
	};
}

// __tests__/support/simulator/openai-server.ts
async function readBody(request) {
	const chunks = [];
	for await (const chunk of request) chunks.push(chunk);
	try {
		return JSON.parse(Buffer.concat(chunks).toString("utf8"));
	} catch {
		throw new ApiError({
			status: 400,
			message: "We could not parse the JSON body of your request."
		});
	}
}
function authorize(request, apiKey) {
	if (apiKey === void 0 || request.headers.authorization === `Bearer ${apiKey}`) return;
	throw new ApiError({
		status: 401,
		message: "Incorrect API key provided.",
		code: "invalid_api_key"
	});
}
const completions = /* @__PURE__ */ new Map([["/v1/chat/completions", chatCompletion], ["/v1/completions", textCompletion]]);
async function route(answerer, request, id) {
	const { pathname } = new URL(request.url ?? "/", "http://localhost");
	const complete = completions.get(pathname);
	const expected = complete === void 0 ? "GET" : "POST";
	const listed = /^\/v1\/models(?:\/(?<name>.+))?$/.exec(pathname);
	if (complete === void 0 && listed === null) throw new ApiError({
		status: 404,
		message: `Invalid URL (${request.method} ${pathname})`
	});
	if (request.method !== expected) throw new ApiError({
		status: 405,
		message: `Not allowed to ${request.method} on ${pathname} (HINT: ${expected})`
	});
	if (complete !== void 0) return complete(answerer, await readBody(request), id);
	const name = listed?.groups?.["name"];
	return listModels(answerer, name === void 0 ? void 0 : decodeURIComponent(name));
}
function send(response, status, body) {
	const text = JSON.stringify(body);
	response.writeHead(status, {
		"content-type": "application/json",
		"content-length": Buffer.byteLength(text)
	});
	response.end(text);
}
async function handle({ request, response, id }, answerer, apiKey) {
	try {
		authorize(request, apiKey);
		send(response, 200, await route(answerer, request, id));
	} catch (error) {
		if (response.destroyed) return;
		if (error instanceof ApiError) send(response, error.status, error.body);
		else send(response, 500, { error: {
			message: String(error),
			type: "server_error",
			param: null,
			code: null
		} });
	}
}
const stop = (server) => new Promise((resolve) => {
	server.close(() => resolve());
	server.closeAllConnections();
});
/**
* Serves an answerer over the OpenAI-compatible API on 127.0.0.1: `/v1/models`, `/v1/chat/completions` and
* `/v1/completions`, with errors in that API's wording. Streaming is refused.
*
* @throws the system's error if the port is not available
*/
function serveOpenAi(answerer, { port = 0, apiKey } = {}) {
	let requests = 0;
	const server = createServer((request, response) => {
		requests += 1;
		handle({
			request,
			response,
			id: requests
		}, answerer, apiKey);
	});
	server.keepAliveTimeout = 0;
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => {
			const address = server.address();
			if (address === null || typeof address === "string") throw new Error("the server has no port");
			const close = () => stop(server);
			resolve({
				baseUrl: `http://127.0.0.1:${address.port}/v1`,
				requests: () => requests,
				close,
				[Symbol.asyncDispose]: close
			});
		});
	});
}

// __tests__/support/simulator/simulator.ts
/**
* Responds with draws of known ability. With a seed, a request's samples are identified by that seed and the
* following ones, one per choice, as some servers do: several choices equal the results of as many requests.
* Without a seed, they are numbered per checkpoint and item: n requests give the samples 0 to n − 1, in any
* order. At temperature 0 every sample is the greedy one; other temperatures have no effect.
*/
function answerer({ checkpoints, items, seed = 0 }) {
	const served = new Map(checkpoints.map((checkpoint) => [modelName(checkpoint), {
		checkpoint,
		drawn: /* @__PURE__ */ new Map()
	}]));
	const find = itemFinder(items);
	return {
		models: [...served.keys()],
		fingerprint: `simulator-${seed}`,
		answer: ({ model, prompt, n, seed: asked, temperature, ...limits }) => {
			const behind = served.get(model);
			if (behind === void 0) throw unknownModel(model);
			const { checkpoint, drawn } = behind;
			const item = find(prompt);
			const before = drawn.get(item) ?? 0;
			if (asked === void 0 && temperature > 0) drawn.set(item, before + n);
			return Array.from({ length: n }, (_, choice) => {
				const number = asked === void 0 ? before + choice : [asked + choice, 0];
				const { text } = temperature === 0 ? greedySample(checkpoint, item, { seed }) : drawSample(checkpoint, item, number, { seed });
				return limited({
					text,
					finishReason: "stop"
				}, limits);
			});
		}
	};
}
/**
* Starts the simulator on 127.0.0.1.
*
* @throws the system's error if the port is not available
*/
function startSimulator(options) {
	return serveOpenAi(answerer(options), options);
}

// __tests__/support/simulator/serve.ts
const usage = "serve --evals DIR [--port 0] [--seed 0] [--api-key-env NAME]";
function wholeNumber(name, text) {
	const value = Number(text);
	if (Number.isSafeInteger(value) && value >= 0) return value;
	throw new ConfigError({
		what: `found "${text}", expected a whole number`,
		where: `--${name}`,
		fix: usage
	});
}
/** Whether standard input is a pipe from the process that started this one. */
function startedOverPipe() {
	try {
		const input = fstatSync(0);
		return input.isFIFO() || input.isSocket();
	} catch {
		return false;
	}
}
function readOptions() {
	try {
		return parseArgs({ options: {
			evals: { type: "string" },
			port: {
				type: "string",
				default: "0"
			},
			seed: {
				type: "string",
				default: "0"
			},
			"api-key-env": { type: "string" }
		} }).values;
	} catch (error) {
		const what = error instanceof Error ? error.message : String(error);
		throw new ConfigError({
			what,
			where: "the command line",
			fix: usage,
			cause: error
		});
	}
}
async function main() {
	const values = readOptions();
	if (values.evals === void 0) throw new ConfigError({
		what: "no folder with eval sets was named",
		where: "--evals",
		fix: usage
	});
	const variable = values["api-key-env"];
	const apiKey = variable === void 0 ? void 0 : process.env[variable];
	if (variable !== void 0 && (apiKey === void 0 || apiKey === "")) throw new ConfigError({
		what: `the variable ${variable} is empty`,
		where: "--api-key-env",
		fix: `Set ${variable}.`
	});
	const server = await startSimulator({
		checkpoints,
		items: readEvals(values.evals),
		port: wholeNumber("port", values.port),
		seed: wholeNumber("seed", values.seed),
		...apiKey === void 0 ? {} : { apiKey }
	});
	const stop = () => {
		process.stdin.destroy();
		server.close();
	};
	process.once("SIGTERM", stop).once("SIGINT", stop);
	if (startedOverPipe()) process.stdin.once("end", stop).once("error", stop).resume();
	process.stdout.write(`${JSON.stringify({ baseUrl: server.baseUrl })}\n`);
}
try {
	await main();
} catch (error) {
	if (!(error instanceof ConfigError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = error.exitCode;
}

export {  };