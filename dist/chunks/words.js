import { r as __name } from "./rolldown-runtime.js";

// src/grading/math/latex/units.ts
/** Units that are also recognized in plain text, because their names are not products of variables. */
const UNITS$1 = [
	[
		"mm",
		"millimeter",
		"millimetre"
	],
	[
		"cm",
		"centimeter",
		"centimetre"
	],
	[
		"m",
		"meter",
		"metre"
	],
	[
		"km",
		"kilometer",
		"kilometre"
	],
	[
		"in",
		"inch",
		"inches"
	],
	[
		"ft",
		"foot",
		"feet"
	],
	["yd", "yard"],
	["mi", "mile"],
	["mg", "milligram"],
	["g", "gram"],
	[
		"kg",
		"kilogram",
		"kilo"
	],
	["oz", "ounce"],
	[
		"lb",
		"lbs",
		"pound"
	],
	[
		"ml",
		"milliliter",
		"millilitre"
	],
	[
		"l",
		"liter",
		"litre"
	],
	[
		"s",
		"sec",
		"second"
	],
	["min", "minute"],
	[
		"h",
		"hr",
		"hrs",
		"hour"
	],
	["day"],
	["week"],
	["month"],
	["year"],
	["mi/h", "mph"],
	[
		"km/h",
		"kph",
		"kmph"
	],
	["n", "newton"],
	["j", "joule"],
	["w", "watt"],
	["hz", "hertz"],
	["pa", "pascal"],
	["k", "kelvin"],
	["mol", "mole"],
	["gal", "gallon"],
	["qt", "quart"],
	["pint"],
	["cup"],
	["ton"],
	[
		"cent",
		"penny",
		"pennies"
	],
	["dollar"],
	["euro"],
	["degree", "deg"],
	["radian", "rad"]
];
/** Units that are recognized only in words, because their letters are a product in a formula: `nm`. */
const UNITS_IN_WORDS = [
	[
		"nm",
		"nanometer",
		"nanometre"
	],
	[
		"um",
		"micrometer",
		"micrometre",
		"micron"
	],
	[
		"dm",
		"decimeter",
		"decimetre"
	],
	["acre"],
	["ha", "hectare"],
	["tonne"],
	["microgram"],
	[
		"kl",
		"kiloliter",
		"kilolitre"
	],
	[
		"dl",
		"deciliter",
		"decilitre"
	],
	[
		"cl",
		"centiliter",
		"centilitre"
	],
	["ms", "millisecond"],
	["ns", "nanosecond"],
	["microsecond"],
	["fortnight"],
	["decade"],
	["century", "centuries"],
	["millennium", "millennia"],
	["quarter"],
	["dime"],
	["nickel"],
	["half-dollar"],
	["yuan"],
	["yen"],
	["rupee"],
	["kn", "kilonewton"],
	["kj", "kilojoule"],
	["cal", "calorie"],
	["kcal", "kilocalorie"],
	["ev"],
	["kw", "kilowatt"],
	["megawatt"],
	["milliwatt"],
	["kw·h", "kwh"],
	["horsepower", "hp"],
	["v", "volt"],
	["kv", "kilovolt"],
	["mv", "millivolt"],
	[
		"a",
		"amp",
		"ampere"
	],
	[
		"ma",
		"milliamp",
		"milliampere"
	],
	["c", "coulomb"],
	["farad"],
	["tesla"],
	["ohm"],
	["kohm", "kilohm"],
	["khz", "kilohertz"],
	["mhz", "megahertz"],
	["ghz", "gigahertz"],
	["kpa", "kilopascal"],
	["atm", "atmosphere"],
	["bar"],
	["psi"],
	["rpm"],
	["bit"],
	["byte"],
	["kb", "kilobyte"],
	["mb", "megabyte"],
	["gb", "gigabyte"],
	["knot"],
	["furlong"],
	["fathom"],
	["tablespoon", "tbsp"],
	["teaspoon", "tsp"],
	["stone"],
	["revolution", "rev"],
	[
		"degreeC",
		"celsius",
		"degrees celsius",
		"degree celsius",
		"degrees c"
	],
	[
		"degreeF",
		"fahrenheit",
		"degrees fahrenheit",
		"degree fahrenheit",
		"degrees f"
	],
	["unit"]
];
function byName(units) {
	return new Map(units.flatMap(([unit = "", ...names]) => [unit, ...names].map((name) => [name, unit])));
}
const PLAIN = byName(UNITS$1);
const ALL = new Map([...PLAIN, ...byName(UNITS_IN_WORDS)]);
const BY_CASE = {
	MW: "megawatt",
	mW: "milliwatt"
};
const POWERS = {
	square: 2,
	sq: 2,
	squared: 2,
	cubic: 3,
	cu: 3,
	cubed: 3
};
/** Matches words that may follow a unit and describe the size or amount, as in `5 in long`. */
const SAID = /^(?:long|wide|tall|high|deep|thick|away|apart|later|earlier|ago|old|total|each|more|less|left)$/;
function simpleUnit(name, names) {
	const lower = name.toLowerCase();
	return BY_CASE[name] ?? names.get(lower) ?? (lower.length > 2 ? names.get(lower.replace(/s$/, "")) : void 0);
}
/** Whether a word in a formula is a unit rather than a product of variables. */
function isUnitInFormula(word) {
	return simpleUnit(word, PLAIN) !== void 0;
}
/** A product of units, with the power of each; undefined if it contains no known unit. */
function unitsIn(words) {
	const whole = ALL.get(words.toLowerCase());
	const tokens = whole === void 0 ? words.split(/[\s·-]/).filter((token) => token !== "") : [whole];
	const found = /* @__PURE__ */ new Map();
	let shape = 1;
	let last;
	for (const [at, token] of tokens.entries()) {
		const power = POWERS[token.toLowerCase()];
		const [, name = token, exponent = ""] = /^(.*?)\^?(-?[1-3])$/.exec(token) ?? [];
		const unit = token === whole ? whole : simpleUnit(name, ALL);
		if (power !== void 0) {
			if (last !== void 0 && token.endsWith("d")) found.set(last, power);
			else shape = power;
		} else if (unit !== void 0) {
			const next = tokens[at + 1];
			if (found.size === 0 && at > 0 && shape === 1 && name.length < 3) return void 0;
			if (name.length < 4 && next !== void 0 && !SAID.test(next) && simpleUnit(next.replace(/\^?-?[1-3]$/, ""), ALL) === void 0 && POWERS[next] === void 0) return void 0;
			found.set(unit, (found.get(unit) ?? 0) + (exponent === "" ? shape : Number(exponent)));
			[last, shape] = [unit, 1];
		} else if (found.size > 0) break;
	}
	return found.size === 0 ? void 0 : found;
}
function written(units) {
	return [...units].map(([unit, power]) => power === 1 ? unit : `${unit}^${power}`).sort().join("·");
}
/**
* A unit in normalized form: `square inches` and `in^2` are equal, and so are `miles per hour` and `mph`. Undefined for
* words that are not a known unit, such as `apples`, which only repeats what the question counts.
*/
function canonicalUnit(text) {
	const [top = "", ...bottoms] = text.replaceAll(/[{}.()]/g, "").trim().split(/\s*\/\s*|\s+(?:per|an?)\s+/i);
	const units = unitsIn(top);
	if (units === void 0) return void 0;
	const all = new Map(units);
	for (const bottom of bottoms) {
		const below = unitsIn(bottom) ?? /* @__PURE__ */ new Map([[`?${bottom.toLowerCase()}`, 1]]);
		for (const [unit, power] of below) all.set(unit, (all.get(unit) ?? 0) - power);
	}
	for (const [unit, power] of all) {
		const [over = "", under, also] = unit.split(/[/·]/);
		if (under === void 0 || also !== void 0 || unit.startsWith("?")) continue;
		all.delete(unit);
		all.set(over, (all.get(over) ?? 0) + power);
		all.set(under, (all.get(under) ?? 0) + (unit.includes("/") ? -power : power));
	}
	return written(all);
}
/** A unit without its "per" part, if that part is not a known unit: `dollars per ticket`. */
function withoutCounted(unit) {
	return unit.split("·").filter((part) => !part.startsWith("?")).join("·");
}
/** Matches words that say nothing about what is counted. */
const EMPTY_WORDS = /^(?:the|of|in|is|are|and|or|there|total|all|altogether|each|more|left|remaining|now|only|possible|such|different|distinct|exactly|for|to|at|on|as|with|that|which|will|be|can|has|have|was|were)$/;
function contentWords(text) {
	const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
	return new Set(words.filter((word) => !EMPTY_WORDS.test(word)).map((word) => word.replace(/s$/, "")));
}
/**
* Maximum number of words that describe what is counted. More words than this are the end of a sentence:
* `ways to do this`.
*/
const MOST_WORDS = 2;
/**
* Whether two texts that are not known units may describe the same things, as `apples` and `red apples` do. Also true
* if one of the texts does not say what is counted, such as `in total`.
*/
function countAlike(a, b) {
	const [left, right] = [contentWords(a), contentWords(b)];
	if (left.size === 0 || right.size === 0) return true;
	if (left.has("per") !== right.has("per")) return false;
	return ![a, b].every((words) => words.split(" ").length <= MOST_WORDS) || [...left].some((word) => word !== "per" && right.has(word));
}

// src/grading/numbers/rational.ts
/** Maximum exponent: 1e999999999 would exhaust memory. */
const MAX_EXPONENT = 1e3;
/**
* Reads an unsigned decimal: digits with an optional point, times ten to an integer power given as text (`+3`, `-3`).
* Undefined if the exponent is outside ±1,000.
*/
function decimal(digits, exponent = "0") {
	const power = Number(exponent);
	if (!Number.isInteger(power) || Math.abs(power) > MAX_EXPONENT) return void 0;
	const point = digits.indexOf(".");
	const scale = power - (point === -1 ? 0 : digits.length - point - 1);
	const numerator = BigInt(digits.replace(".", ""));
	return scale >= 0 ? {
		numerator: numerator * 10n ** BigInt(scale),
		denominator: 1n
	} : {
		numerator,
		denominator: 10n ** BigInt(-scale)
	};
}
function negated({ numerator, denominator }) {
	return {
		numerator: -numerator,
		denominator
	};
}
function sum(a, b) {
	return {
		numerator: a.numerator * b.denominator + b.numerator * a.denominator,
		denominator: a.denominator * b.denominator
	};
}
/** Returns a/b; undefined if b is 0. */
function quotient(a, b) {
	if (b.numerator === 0n) return void 0;
	const sign = b.numerator < 0n ? -1n : 1n;
	return {
		numerator: sign * a.numerator * b.denominator,
		denominator: sign * a.denominator * b.numerator
	};
}
function product(a, b) {
	return {
		numerator: a.numerator * b.numerator,
		denominator: a.denominator * b.denominator
	};
}
/** The largest integer that is not larger than the value. */
function floor({ numerator, denominator }) {
	const whole = numerator / denominator;
	return numerator < 0n && numerator % denominator !== 0n ? whole - 1n : whole;
}
/** The same number in lowest terms. */
function reduced({ numerator, denominator }) {
	const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
	return divisor === 1n ? {
		numerator,
		denominator
	} : {
		numerator: numerator / divisor,
		denominator: denominator / divisor
	};
}
/** Maximum size of a power, in bits: 10^10^9 would exhaust memory. */
const LONGEST_POWER = 2e4;
function bitLength(value) {
	return (value < 0n ? -value : value).toString(16).length * 4;
}
/** An integer power. Undefined for 0 to a negative power, and for results of more than about 6,000 digits. */
function power(base, exponent) {
	const magnitude = exponent < 0n ? -exponent : exponent;
	const unit = base.denominator === 1n && base.numerator >= -1n && base.numerator <= 1n;
	const bits = Math.max(bitLength(base.numerator), bitLength(base.denominator));
	if (!unit && magnitude * BigInt(bits) > LONGEST_POWER) return void 0;
	const times = unit ? magnitude === 0n ? 0n : 2n - magnitude % 2n : magnitude;
	const value = {
		numerator: base.numerator ** times,
		denominator: base.denominator ** times
	};
	return exponent < 0n ? quotient({
		numerator: 1n,
		denominator: 1n
	}, value) : value;
}
/** The exact real root, for a degree of at least 2; undefined if the number is not a perfect power. */
function root(value, degree) {
	const { numerator, denominator } = reduced(value);
	const [top, bottom] = [integerRoot(numerator, degree), integerRoot(denominator, degree)];
	return top === void 0 || bottom === void 0 ? void 0 : {
		numerator: top,
		denominator: bottom
	};
}
function integerRoot(value, degree) {
	if (value < 0n) {
		const positive = degree % 2n === 0n ? void 0 : integerRoot(-value, degree);
		return positive === void 0 ? void 0 : -positive;
	}
	if (value < 2n) return value;
	const bits = bitLength(value);
	if (degree > bits) return void 0;
	let guess = 1n << BigInt(Math.ceil(bits / Number(degree)));
	for (;;) {
		const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
		if (next >= guess) return guess ** degree === value ? guess : void 0;
		guess = next;
	}
}
/** Whether |a − b| ≤ tolerance, exactly. The tolerance is at least 0. */
function isWithin(a, b, tolerance) {
	const { numerator, denominator } = sum(a, negated(b));
	return (numerator < 0n ? -numerator : numerator) * tolerance.denominator <= tolerance.numerator * denominator;
}
/** Fastest if the smaller number, such as the denominator of most numbers, is the last argument. */
function greatestCommonDivisor(a, b) {
	let [divisor, rest] = [a, b];
	while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
	return divisor;
}
/**
* The canonical form: a decimal without superfluous zeros if the expansion is finite (`18`, `-0.5`), otherwise a fraction in
* lowest terms (`1/3`).
*/
function canonical({ numerator, denominator }) {
	const sign = numerator < 0n ? "-" : "";
	const magnitude = numerator < 0n ? -numerator : numerator;
	const divisor = greatestCommonDivisor(magnitude, denominator);
	const top = magnitude / divisor;
	const bottom = denominator / divisor;
	if (bottom === 1n) return `${sign}${top}`;
	const twos = timesDivisible(bottom, 2n);
	const fives = timesDivisible(bottom, 5n);
	if (2n ** BigInt(twos) * 5n ** BigInt(fives) !== bottom) return `${sign}${top}/${bottom}`;
	const places = Math.max(twos, fives);
	const digits = (top * 10n ** BigInt(places) / bottom).toString().padStart(places + 1, "0");
	return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
function timesDivisible(value, by) {
	let times = 0;
	for (let rest = value; rest % by === 0n; rest /= by) times++;
	return times;
}

// src/grading/math/terms/term.ts
const FUNCTION_ARITY = {
	Exp: 1,
	Ln: 1,
	Log: 2,
	Sin: 1,
	Cos: 1,
	Tan: 1,
	Arcsin: 1,
	Arccos: 1,
	Arctan: 1,
	Sinh: 1,
	Cosh: 1,
	Tanh: 1,
	Abs: 1,
	Floor: 1,
	Ceil: 1
};
function isFunctionName(name) {
	return Object.hasOwn(FUNCTION_ARITY, name);
}
function arityOf(name) {
	return FUNCTION_ARITY[name];
}
function number(value) {
	const lowest = reduced(value);
	return {
		kind: "number",
		value: lowest,
		key: `${lowest.numerator}/${lowest.denominator}`
	};
}
function integer(value) {
	return number({
		numerator: BigInt(value),
		denominator: 1n
	});
}
function symbol(name) {
	return {
		kind: "symbol",
		name,
		key: name
	};
}
const MINUS_ONE = integer(-1);
function made(head, args) {
	return {
		kind: "call",
		head,
		args,
		key: `${head}(${args.map(({ key }) => key).join(",")})`
	};
}
function byKey(a, b) {
	if (a.key === b.key) return 0;
	return a.key < b.key ? -1 : 1;
}
function flattened(head, args) {
	return args.flatMap((arg) => arg.kind === "call" && arg.head === head ? arg.args : [arg]);
}
/** Combines the exact numbers among the arguments. With zero or one argument, no operator is needed. */
function collected(head, args, together, neutral) {
	let exact = {
		numerator: neutral,
		denominator: 1n
	};
	const rest = [];
	for (const arg of flattened(head, args)) if (arg.kind === "number") exact = reduced(together(exact, arg.value));
	else rest.push(arg);
	if (head === "Multiply" && exact.numerator === 0n) return integer(0);
	rest.sort(byKey);
	const all = exact.numerator === neutral && exact.denominator === 1n && rest.length > 0 ? rest : [number(exact), ...rest];
	const [only, ...others] = all;
	return only !== void 0 && others.length === 0 ? only : made(head, all);
}
function add(args) {
	return collected("Add", args, sum, 0n);
}
function multiply(args) {
	return collected("Multiply", args, product, 1n);
}
function negate(term) {
	return term.kind === "number" ? number(negated(term.value)) : multiply([MINUS_ONE, term]);
}
/** The quotient of two terms; undefined for a division by zero. */
function divide(top, bottom) {
	if (top.kind === "number" && bottom.kind === "number") {
		const value = quotient(top.value, bottom.value);
		return value && number(value);
	}
	const inverse = raise(bottom, MINUS_ONE);
	return inverse && multiply([top, inverse]);
}
/**
* A power, which is exact for an integer power of a number, and for a power of a power if both exponents are integers.
* Undefined for 0 to a negative power.
*/
function raise(base, exponent) {
	if (exponent.kind === "number") {
		const { numerator, denominator } = exponent.value;
		if (base.kind === "number" && base.value.numerator === 0n && numerator <= 0n) return void 0;
		if (denominator === 1n) {
			if (numerator === 1n) return base;
			if (base.kind === "number") {
				const value = power(base.value, numerator);
				return value === void 0 ? made("Power", [base, exponent]) : number(value);
			}
		} else {
			const inner = rootOf(base, denominator);
			return numerator === 1n ? inner : raise(inner, integer(numerator));
		}
	}
	return made("Power", [base, exponent]);
}
/** The n-th root, n ≥ 2; exact for a perfect power. */
function rootOf(base, degree) {
	const exact = base.kind === "number" ? root(base.value, degree) : void 0;
	return exact === void 0 ? made("Root", [base, integer(degree)]) : number(exact);
}
function call(name, args) {
	return made(name, args);
}
/** The term with a symbol replaced by a value. Undefined if this results in a division by zero. */
function substituted(term, name, value) {
	if (term.kind === "number") return term;
	if (term.kind === "symbol") return term.name === name ? value : term;
	const args = term.args.map((arg) => substituted(arg, name, value));
	const all = args.flatMap((arg) => arg ?? []);
	const [first, second] = all;
	if (all.length < args.length || first === void 0) return void 0;
	if (term.head === "Add") return add(all);
	if (term.head === "Multiply") return multiply(all);
	if (term.head === "Power") return second && raise(first, second);
	if (term.head !== "Root") return call(term.head, all);
	return second?.kind === "number" ? rootOf(first, second.value.numerator) : void 0;
}
/** A decimal number given as text, with any repeating digits as in `0.(3)`. */
function decimalTerm(text) {
	const match = /^([-+]?)(\d*)\.?(\d*)(?:\((\d+)\))?(?:[eE]([-+]?\d{1,4}))?$/.exec(text);
	if (match === null || text.length > 1e3) return void 0;
	const [, sign = "", whole = "", places = "", repeating, exponent = "0"] = match;
	let value = decimal(`${whole || "0"}.${places || "0"}`, exponent);
	if (repeating !== void 0 && value !== void 0) {
		const digits = decimal(repeating, String(Number(exponent) - places.length));
		const share = digits && quotient(digits, {
			numerator: 10n ** BigInt(repeating.length) - 1n,
			denominator: 1n
		});
		value = share && sum(value, share);
	}
	return value && number(sign === "-" ? negated(value) : value);
}

// src/grading/numbers/number-words.ts
const UNITS = [
	"zero",
	"one",
	"two",
	"three",
	"four",
	"five",
	"six",
	"seven",
	"eight",
	"nine",
	"ten",
	"eleven",
	"twelve",
	"thirteen",
	"fourteen",
	"fifteen",
	"sixteen",
	"seventeen",
	"eighteen",
	"nineteen"
];
const TENS = [
	"twenty",
	"thirty",
	"forty",
	"fifty",
	"sixty",
	"seventy",
	"eighty",
	"ninety"
];
const VALUES = new Map([
	...UNITS.map((word, value) => [word, value]),
	...TENS.map((word, i) => [word, (i + 2) * 10]),
	["fourty", 40]
]);
const WORD = [...VALUES.keys()].sort((a, b) => b.length - a.length).join("|");
const WORDS = new RegExp(`(?<![\\p{L}-])(?:(?:${WORD}|hundred|thousand)(?:[ -](?:and )?(?:${WORD}|hundred|thousand)(?![\\p{L}]))*|an? (?:hundred|thousand)(?: (?:and )?(?:${WORD})(?:-(?:${WORD}))?(?!\\p{L}))?)(?!\\p{L})`, "giu");
/**
* Matches words that make the number before them part of another number: "two thirds" is not two, and "one in three" is
* not one.
*/
const GOES_ON = /^(?:[ -](?:and a half|hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?|dozens?|\(?\d|millions?|billions?|trillions?|point|over|times|plus|minus|divided|squared|cubed|or|to|in|and)(?!\p{L})|-\p{L})/iu;
/** Whether the first word of the text may start a number. Fast, but allows false positives. */
function beginsWithNumberWord(text) {
	const word = /^[a-z]{1,9}/i.exec(text)?.[0].toLowerCase();
	return word !== void 0 && (VALUES.has(word) || /^(?:an?|hundred|thousand|minus|negative)$/.test(word));
}
/** Matches words that make the number after them part of another number: "one million two hundred" is not two hundred. */
const GOES_BEFORE = /\b(?:millions?|billions?|trillions?|quarter to|half past|past)\s(?:and )?$/i;
const SIGN = /\b(?:minus|negative)\s$/i;
function valueOf(words) {
	let total = 0;
	let current = 0;
	let last = Number.POSITIVE_INFINITY;
	for (const word of words) {
		if (word === "and") continue;
		if (word === "a" || word === "an") {
			current = 1;
			last = 1;
			continue;
		}
		if (word === "hundred") {
			if (current > 9) return void 0;
			current = (current || 1) * 100;
			last = 100;
			continue;
		}
		if (word === "thousand") {
			if (total > 0) return void 0;
			total = (current || 1) * 1e3;
			current = 0;
			last = Number.POSITIVE_INFINITY;
			continue;
		}
		const value = VALUES.get(word);
		if (value === void 0) return void 0;
		if (!(last === Number.POSITIVE_INFINITY || last === 100 && value < 100 || last >= 20 && last < 100 && value < 10 && value > 0)) return void 0;
		current += value;
		last = value;
	}
	return total + current;
}
/** The numbers written in English words, from "zero" to 999,999, in text order. Runs in linear time. */
function wordNumbers(text) {
	return [...text.matchAll(WORDS)].map((match) => {
		const words = match[0].toLowerCase().split(/[ -]+/);
		const end = match.index + match[0].length;
		const size = GOES_ON.test(text.slice(end, end + 20)) || GOES_BEFORE.test(text.slice(Math.max(0, match.index - 14), match.index)) ? void 0 : valueOf(words);
		const sign = SIGN.exec(text.slice(Math.max(0, match.index - 10), match.index));
		const value = size === void 0 ? void 0 : BigInt(sign === null ? size : -size);
		return {
			start: sign === null ? match.index : match.index - sign[0].length,
			end,
			value: value === void 0 ? void 0 : {
				numerator: value,
				denominator: 1n
			}
		};
	});
}

// src/grading/math/latex/words.ts
const NEGATED = /\b(?:not|no|never|cannot|neither|nor|without|except|unless|other than|wrong|incorrect)\b|n't\b/;
/** Matches words that make the number next to them a bound, or change it: `5 or more`, `negative 5`, `5 squared`. */
const CHANGED = /\b(?:at least|at most|(?:more|less|greater|larger|smaller|fewer) than|or (?:more|less|fewer|greater|higher|lower|above|below)|between|up to|over|under|above|below|negative|minus|plus|half|halves|twice|double|triple|(?<!seconds? )squared|cubed|factorial|reciprocal|square root|cube root|divided|multiplied|dozens?|hundreds?|(?:multiples?|factors?|divisors?|squares?|cubes?|powers?|logarithm|third|quarter) of|(?:of|with) (?:radius|diameter|side|length|order|degree|period|size|base)|(?:odd|even) for|exceed(?:s|ing)?|besides|excluding|divid(?:es|ing)|coprime|congruent|modulo|divisible|close to|none|nothing|undefined|impossible|unknown|infinite(?:ly)?|yes|consistent|independent)\b/;
const MULTIPLIERS = {
	thousand: 1000n,
	million: 1000000n,
	billion: 1000000000n,
	trillion: 1000000000000n
};
const PARTS = {
	half: 2n,
	halve: 2n,
	third: 3n,
	quarter: 4n,
	fourth: 4n,
	fifth: 5n,
	sixth: 6n,
	seventh: 7n,
	eighth: 8n,
	ninth: 9n,
	tenth: 10n,
	hundredth: 100n
};
/** Answers with several spellings. */
const SYNONYMS = [
	[/^(?:the (?:limit|value|sum|integral|answer|solution) )?(?:dne|doesn't exist|does not exist)$/, "does not exist"],
	[/^no (?:such )?(?:real )?solutions?(?: exists?)?$|^(?:that )?(?:there (?:is|are)|(?:it|the (?:equation|system|problem)) has) no (?:real )?solutions?$/, "no solution"],
	[/^(?:infinitely many|an infinite number of)(?: solutions)?$/, "infinitely many"],
	[/^(?:all|any) real numbers?$|^all reals?$|^(?:the )?set of (?:all )?real numbers$/, "all real numbers"],
	[/^(?:the )?(?:empty|null) set$/, "empty set"],
	[/^none(?: exists?)?$/, "no solution"]
];
/** Words that can answer a question that asks for a number or a set. */
const ANSWERS_OF_WORDS = new Set("yes;no;true;false;none;even;odd;neither;both;undefined;impossible;never;always;sometimes;no solution;does not exist;infinitely many;indeterminate;diverges;converges;prime;composite;rational;irrational;positive;negative;nonnegative;not possible;unlimited;infinite;unbounded;increasing;decreasing".split(";"));
/** The text's words, without LaTeX, case, leading articles, and punctuation at the ends. */
function wordsOf(latex) {
	const text = latex.replaceAll(/\\text\{([^{}]*)\}/g, " $1 ").replaceAll(/[\\{}]/g, " ").replaceAll(/\s+/g, " ").replaceAll(/ (?=[,.;:!?])/g, "").trim().toLowerCase().replaceAll(/,? and (?=\S)/g, ", ").replaceAll(/^[\s"'.,;:!?()]+|[\s"'.,;:!?()]+$/g, "");
	const reply = /^(yes|no|true|false)[,.;:!]\s/.exec(text)?.[1];
	if (reply !== void 0) return reply;
	const bare = (isNegated(text) ? text : text.replace(/^.*\b(?:is|are|was|were|will be) (?=\S)/, "")).replace(/^(?:an?|the|on|at) (?=\S)/, "");
	const synonym = SYNONYMS.find(([pattern]) => pattern.test(bare) || pattern.test(text));
	return synonym === void 0 ? bare : synonym[1];
}
function isNegated(words) {
	return NEGATED.test(words.toLowerCase());
}
/** Whether words make the number next to them a bound, or change it, so that the number alone is not the answer. */
function changesNumber(words) {
	return CHANGED.test(words.toLowerCase());
}
/** Whether words can answer a question that asks for a number or an expression. */
function answersWithoutNumber(words) {
	return ANSWERS_OF_WORDS.has(words) || /^[a-z]$/.test(words);
}
const ONE = {
	numerator: 1n,
	denominator: 1n
};
/** The number that the text expresses in words; undefined for any other text. */
function wholeOf(words) {
	const [number, ...others] = wordNumbers(words);
	return number?.start === 0 && number.end === words.length && others.length === 0 ? number.value : void 0;
}
/**
* Reads a number in words: `minus twenty-one`, `two thirds`, `one million`. Undefined for words that are not a number.
*/
function numberOf(text) {
	const [, sign, words = ""] = /^((?:negative|minus) )?(.*)$/s.exec(text) ?? [];
	const [, count = "", last = ""] = /^(.*?)[ -]?([a-z]+)$/s.exec(words) ?? [];
	const part = PARTS[last] ?? PARTS[last.replace(/s$/, "")];
	const factor = MULTIPLIERS[last];
	let number = wholeOf(words);
	if (part !== void 0 || factor !== void 0 && number === void 0) {
		const times = /^an?$/.test(count) || count === "" && last === "half" ? ONE : wholeOf(count);
		number = times && product(times, {
			numerator: factor ?? 1n,
			denominator: part ?? 1n
		});
	}
	return number && sign !== void 0 ? negated(number) : number;
}
/** A number in words, and the unit after it. */
function measureOf(text) {
	const alone = numberOf(text);
	if (alone !== void 0) return {
		number: alone,
		unit: void 0
	};
	const [, words = "", last = ""] = /^(.*) ([a-z]+)$/s.exec(text) ?? [];
	const unit = canonicalUnit(last);
	const number = unit === void 0 ? void 0 : numberOf(words);
	return number && {
		number,
		unit
	};
}
/** Maximum length of a number in words. */
const LONGEST_NUMBER = 100;
/** Whether words express a number, with or without its unit, or infinity. */
function isNumberInWords(words) {
	if (words.length > LONGEST_NUMBER || /[^\p{L}\s.*,-]/u.test(words)) return false;
	const text = wordsOf(words.replaceAll("*", ""));
	return /^(?:(?:negative|minus|positive) )?infinity$/.test(text) || measureOf(text) !== void 0;
}
/** The multiplier at the start of the words after a number, as in `3 million`; undefined for other words. */
function multiplierOf(words) {
	const [first = ""] = words.trim().toLowerCase().split(" ");
	const value = MULTIPLIERS[first];
	return value === void 0 ? void 0 : integer(value);
}
/** Reads words as an answer. Words that express a number become that number, and "all real numbers" becomes a set. */
function wordsAnswer(latex) {
	const text = wordsOf(latex);
	const value = {
		kind: "value",
		unit: void 0,
		percent: false
	};
	const measure = text.length > LONGEST_NUMBER ? void 0 : measureOf(text);
	if (measure !== void 0) return {
		...value,
		term: number(measure.number),
		unit: measure.unit
	};
	if (text === "all real numbers") return {
		...value,
		term: symbol("RealNumbers")
	};
	if (text === "empty set" || text === "no solution") return {
		...value,
		term: symbol("EmptySet")
	};
	return {
		kind: "words",
		text
	};
}

export { power as A, substituted as C, floor as D, decimal as E, canonicalUnit as F, countAlike as I, isUnitInFormula as L, quotient as M, reduced as N, isWithin as O, sum as P, withoutCounted as R, rootOf as S, canonical as T, isFunctionName as _, multiplierOf as a, number as b, beginsWithNumberWord as c, add as d, arityOf as f, integer as g, divide as h, isNumberInWords as i, product as j, negated as k, wordNumbers as l, decimalTerm as m, changesNumber as n, wordsAnswer as o, call as p, isNegated as r, wordsOf as s, answersWithoutNumber as t, MINUS_ONE as u, multiply as v, symbol as w, raise as x, negate as y };