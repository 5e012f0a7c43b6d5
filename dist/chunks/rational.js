import { r as __name } from "./rolldown-runtime.js";

// src/grading/rational.ts
/** Exponents beyond this are not read: 1e999999999 would fill the memory. */
const MAX_EXPONENT = 1e3;
/**
* Reads an unsigned decimal: digits with an optional point, times ten to an integer power given as text (`+3`, `-3`).
* Undefined where the exponent is beyond ±1,000.
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
/** Undefined where b is 0. */
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
/** The largest whole number that is not larger. */
function floor({ numerator, denominator }) {
	const whole = numerator / denominator;
	return numerator < 0n && numerator % denominator !== 0n ? whole - 1n : whole;
}
/** In lowest terms. */
function reduced({ numerator, denominator }) {
	const divisor = greatestCommonDivisor(denominator, numerator < 0n ? -numerator : numerator);
	return divisor === 1n ? {
		numerator,
		denominator
	} : {
		numerator: numerator / divisor,
		denominator: denominator / divisor
	};
}
/** Longer powers are not computed: 10^10^9 would fill the memory. In bits. */
const LONGEST_POWER = 2e4;
function bitLength(value) {
	return (value < 0n ? -value : value).toString(16).length * 4;
}
/** An integer power. Undefined for 0 to a negative power, and beyond about 6,000 digits. */
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
/** The exact real root of a degree of at least 2; undefined where the number is no perfect power. */
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
function greatestCommonDivisor(a, b) {
	let [divisor, rest] = [a, b];
	while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
	return divisor;
}
/**
* The one way of writing the number: a decimal without superfluous zeros where it ends (`18`, `-0.5`), else a fraction
* in lowest terms (`1/3`).
*/
function canonical({ numerator, denominator }) {
	const sign = numerator < 0n ? "-" : "";
	const magnitude = numerator < 0n ? -numerator : numerator;
	const divisor = greatestCommonDivisor(denominator, magnitude);
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

export { negated as a, quotient as c, sum as d, isWithin as i, reduced as l, decimal as n, power as o, floor as r, product as s, canonical as t, root as u };