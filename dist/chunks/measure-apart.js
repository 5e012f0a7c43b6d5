import { r as __name } from "./rolldown-runtime.js";
import { r as uniformFloat64, t as xoroshiro128plus } from "./xoroshiro128plus.js";
import { n as measuredProbabilities } from "./measurement.js";

// src/statistics/quantile.ts
/**
* The quantile of values at `probability` (0 to 1), interpolated linearly between neighbours in order
* (definition 7 of Hyndman and Fan). Needs at least one value.
*/
function quantile(values, probability) {
	const sorted = Float64Array.from(values).sort();
	const place = probability * (sorted.length - 1);
	const below = Math.floor(place);
	const [lower, upper] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]];
	if (lower === void 0 || upper === void 0) throw new RangeError("a quantile needs at least one value");
	return lower + (place - below) * (upper - lower);
}

// src/statistics/band-matrix.ts
/** Number of vectors multiplied at once, so that each element of the matrix is read once for all of them. */
const LANES = 4;
/**
* A matrix that is multiplied very often, by four vectors at a time. Rows are processed in pairs, over the
* columns that matter to either row: the sums of two rows and four vectors just fit into a processor's
* registers.
*/
var BandMatrix = class {
	/** Row by row; an odd last row is followed by a row of zeros. */
	#values;
	#columns;
	/** For each pair of rows. */
	#from = [];
	#to = [];
	/** `rows` have equal lengths. Values of at most `negligible` ≥ 0 at either end of a row may count as 0. */
	constructor(rows, negligible) {
		this.#columns = rows[0]?.length ?? 0;
		this.#values = new Float64Array((rows.length + rows.length % 2) * this.#columns);
		rows.forEach((row, place) => this.#values.set(row, place * this.#columns));
		const matters = (value) => value > negligible;
		for (let first = 0; first < rows.length; first += 2) {
			const pair = rows.slice(first, first + 2).filter((row) => row.some(matters));
			this.#from.push(pair.length === 0 ? 0 : Math.min(...pair.map((row) => row.findIndex(matters))));
			this.#to.push(1 + Math.max(-1, ...pair.map((row) => row.findLastIndex(matters))));
		}
	}
	/** Numbers in a product with four vectors: four per row, including the zero row after an odd last row. */
	get size() {
		return this.#from.length * 2 * 4;
	}
	/** Writes the products with four vectors into `product`. Element j of the vectors is at 4j … 4j + 3 of `vectors`. */
	times(vectors, product) {
		const values = this.#values;
		const columns = this.#columns;
		for (let pair = 0; pair < this.#from.length; pair += 1) {
			const upper = 2 * pair * columns;
			const lower = upper + columns;
			const end = this.#to[pair] ?? 0;
			let a0 = 0;
			let a1 = 0;
			let a2 = 0;
			let a3 = 0;
			let b0 = 0;
			let b1 = 0;
			let b2 = 0;
			let b3 = 0;
			for (let column = this.#from[pair] ?? 0; column < end; column += 1) {
				const a = at(values, upper + column);
				const b = at(values, lower + column);
				const x0 = at(vectors, column * 4);
				const x1 = at(vectors, column * 4 + 1);
				const x2 = at(vectors, column * 4 + 2);
				const x3 = at(vectors, column * 4 + 3);
				a0 += a * x0;
				a1 += a * x1;
				a2 += a * x2;
				a3 += a * x3;
				b0 += b * x0;
				b1 += b * x1;
				b2 += b * x2;
				b3 += b * x3;
			}
			const place = 2 * pair * 4;
			product[place] = a0;
			product[place + 1] = a1;
			product[place + 2] = a2;
			product[place + 3] = a3;
			product[place + 4] = b0;
			product[place + 5] = b1;
			product[place + 6] = b2;
			product[place + 7] = b3;
		}
	}
};
/** The element at an index that always exists: every index comes from the matrix's own shape. */
function at(array, place) {
	return array[place] ?? 0;
}

// src/statistics/mixture.ts
const LAST = 200;
/** The solve probabilities on which a mixture can put weight: 0, .005, …, 1 (method.md, section "Coverage"). */
const GRID = Array.from({ length: 201 }, (_, place) => place / LAST);
/** Steps of expectation and maximisation; their number is part of the definition. */
const STEPS = 300;
/** Likelihoods this small, relative to the largest on the grid, are lost in rounding. */
const NEGLIGIBLE = 1e-16;
/** Avoids dividing by a likelihood that underflowed to 0; adding it to any other changes nothing. */
const TINY = 1e-300;
/**
* Fits the distribution of the probabilities behind binomial tallies, by nonparametric maximum likelihood on
* a grid: exactly 300 steps of expectation and maximisation, starting from equal weights. Kiefer & Wolfowitz
* (1956), Laird (1978).
*
* Returns one fit per entry of `samples`, which says how often each tally was observed (≥ 0, not all 0). A
* fit is the weights of the grid's probabilities, which sum to 1. Many samples of the same tallies, for
* example bootstraps, are fitted together. O(steps · tallies · grid) per fit.
*/
function fitMixtures(tallies, samples) {
	const order = [...tallies.keys()].sort((a, b) => shareOf(tallyAt(tallies, a)) - shareOf(tallyAt(tallies, b)));
	const rows = order.map((place) => relativeLikelihood(tallyAt(tallies, place)));
	const columns = GRID.map((_, place) => Float64Array.from(rows, (row) => row[place] ?? 0));
	const likelihood = new BandMatrix(rows, NEGLIGIBLE);
	const transposed = new BandMatrix(columns, NEGLIGIBLE);
	const fits = [];
	for (let first = 0; first < samples.length; first += 4) {
		const lanes = samples.slice(first, first + 4).map((sample) => sharesOf(sample, order));
		const weights = fitLanes({
			likelihood,
			transposed,
			lanes
		});
		for (const lane of lanes.keys()) fits.push(Float64Array.from(GRID, (_, place) => weights[place * 4 + lane] ?? 0));
	}
	return fits;
}
/**
* The mean of 1 − (1 − p)^k over a mixture: the chance that k ≥ 1 samples of a random item include a correct
* one. In [0, 1]: weights sum to 1 except for rounding, which must not push a chance above 1.
*/
function passAtKOfMixture(weights, k) {
	const chance = weights.reduce((sum, weight, place) => sum - weight * Math.expm1(k * Math.log1p(-(GRID[place] ?? 0))), 0);
	return Math.min(1, chance);
}
/** The likelihood of a tally over the grid, as a share of its largest value there. */
function relativeLikelihood({ successes, trials }) {
	const failures = trials - successes;
	const logs = Float64Array.from(GRID, (p) => (successes === 0 ? 0 : successes * Math.log(p)) + (failures === 0 ? 0 : failures * Math.log1p(-p)));
	const largest = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
	return logs.map((value) => Math.exp(value - largest));
}
/** How often each tally was observed, in `order`, as a share of all. */
function sharesOf(sample, order) {
	const total = Array.from(sample).reduce((sum, count) => sum + count, 0);
	return Float64Array.from(order, (place) => (sample[place] ?? 0) / total);
}
/** Fits up to four mixtures side by side; the weights of grid point j are at 4j … 4j + 3. */
function fitLanes({ likelihood, transposed, lanes }) {
	const seen = new Float64Array(likelihood.size);
	lanes.forEach((shares, lane) => shares.forEach((share, row) => seen[row * 4 + lane] = share));
	const ratios = new Float64Array(likelihood.size);
	const gains = new Float64Array(transposed.size);
	const weights = new Float64Array(GRID.length * 4).fill(1 / GRID.length);
	for (let step = 0; step < STEPS; step += 1) {
		likelihood.times(weights, ratios);
		for (let place = 0; place < ratios.length; place += 1) ratios[place] = (seen[place] ?? 0) / ((ratios[place] ?? 0) + TINY);
		transposed.times(ratios, gains);
		for (let place = 0; place < weights.length; place += 1) weights[place] = (weights[place] ?? 0) * (gains[place] ?? 0);
	}
	return weights;
}
function shareOf({ successes, trials }) {
	return trials === 0 ? 0 : successes / trials;
}
function tallyAt(tallies, place) {
	const tally = tallies[place];
	if (tally === void 0) throw new RangeError(`no tally ${place}`);
	return tally;
}

// node_modules/pure-rand/lib/esm/distribution/uniformInt.js
/**
* Uniformly generate number in range [0 ; rangeSize[
* With rangeSize <= 0x100000000
* @internal
*/
function uniformIntInternal(rng, rangeSize) {
	const MaxAllowed = rangeSize > 2 ? ~~(4294967296 / rangeSize) * rangeSize : 4294967296;
	let deltaV = rng.next() + 2147483648;
	while (deltaV >= MaxAllowed) deltaV = rng.next() + 2147483648;
	return deltaV % rangeSize;
}
/**
* We only accept safe integers here
* @internal
*/
function fromNumberToArrayInt64(out, n) {
	if (n < 0) {
		const posN = -n;
		out.sign = -1;
		out.data[0] = ~~(posN / 4294967296);
		out.data[1] = posN >>> 0;
	} else {
		out.sign = 1;
		out.data[0] = ~~(n / 4294967296);
		out.data[1] = n >>> 0;
	}
	return out;
}
/**
* Substract two ArrayInt of 64 bits on 64 bits.
* With arrayIntA - arrayIntB >= 0
* @internal
*/
function substractArrayInt64(out, arrayIntA, arrayIntB) {
	const lowA = arrayIntA.data[1];
	const highA = arrayIntA.data[0];
	const signA = arrayIntA.sign;
	const lowB = arrayIntB.data[1];
	const highB = arrayIntB.data[0];
	const signB = arrayIntB.sign;
	out.sign = 1;
	if (signA === 1 && signB === -1) {
		const low = lowA + lowB;
		const high = highA + highB + (low > 4294967295 ? 1 : 0);
		out.data[0] = high >>> 0;
		out.data[1] = low >>> 0;
		return out;
	}
	let lowFirst = lowA;
	let highFirst = highA;
	let lowSecond = lowB;
	let highSecond = highB;
	if (signA === -1) {
		lowFirst = lowB;
		highFirst = highB;
		lowSecond = lowA;
		highSecond = highA;
	}
	let reminderLow = 0;
	let low = lowFirst - lowSecond;
	if (low < 0) {
		reminderLow = 1;
		low = low >>> 0;
	}
	out.data[0] = highFirst - highSecond - reminderLow;
	out.data[1] = low;
	return out;
}
/**
* Uniformly generate ArrayInt64 in range [0 ; rangeSize[
*
* @remarks
* In the worst case scenario it may discard half of the randomly generated value.
* Worst case being: most significant number is 1 and remaining part evaluates to 0.
*
* @internal
*/
function uniformArrayIntInternal(rng, out, rangeSize) {
	const maxIndex0 = rangeSize[0] + 1;
	out[0] = uniformIntInternal(rng, maxIndex0);
	out[1] = uniformIntInternal(rng, 4294967296);
	while (out[0] >= rangeSize[0] && (out[0] !== rangeSize[0] || out[1] >= rangeSize[1])) {
		out[0] = uniformIntInternal(rng, maxIndex0);
		out[1] = uniformIntInternal(rng, 4294967296);
	}
	return out;
}
const safeNumberMaxSafeInteger = Number.MAX_SAFE_INTEGER;
const sharedA = {
	sign: 1,
	data: [0, 0]
};
const sharedB = {
	sign: 1,
	data: [0, 0]
};
const sharedC = {
	sign: 1,
	data: [0, 0]
};
const sharedData = [0, 0];
function uniformLargeIntInternal(rng, from, to, rangeSize) {
	const rangeSizeArrayIntValue = rangeSize <= safeNumberMaxSafeInteger ? fromNumberToArrayInt64(sharedC, rangeSize) : substractArrayInt64(sharedC, fromNumberToArrayInt64(sharedA, to), fromNumberToArrayInt64(sharedB, from));
	if (rangeSizeArrayIntValue.data[1] === 4294967295) {
		rangeSizeArrayIntValue.data[0] += 1;
		rangeSizeArrayIntValue.data[1] = 0;
	} else rangeSizeArrayIntValue.data[1] += 1;
	uniformArrayIntInternal(rng, sharedData, rangeSizeArrayIntValue.data);
	return sharedData[0] * 4294967296 + sharedData[1] + from;
}
/**
* Uniformly generate random integer values between `from` (included) and `to` (included)
*
* @param rng - Instance of RandomGenerator to extract random values from
* @param from - Lower bound of the range (included)
* @param to - Upper bound of the range (included)
*
* @public
*/
function uniformInt(rng, from, to) {
	const rangeSize = to - from;
	if (rangeSize <= 4294967295) return uniformIntInternal(rng, rangeSize + 1) + from;
	return uniformLargeIntInternal(rng, from, to, rangeSize);
}

// src/statistics/random.ts
/** `seed` is any whole number; only its lower 32 bits are used. */
function seededRandom(seed) {
	const generator = xoroshiro128plus(seed | 0);
	const uniform = () => uniformFloat64(generator);
	const below = (limit) => uniformInt(generator, 0, limit - 1);
	const binomial = (n, p) => {
		if (p <= 0) return 0;
		if (p >= 1) return n;
		let successes = 0;
		for (let trial = 0; trial < n; trial += 1) if (uniform() < p) successes += 1;
		return successes;
	};
	return {
		uniform,
		below,
		binomial,
		multinomial: (n, weights) => {
			let left = n;
			let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
			return weights.map((weight, place) => {
				const count = place === weights.length - 1 || weight >= weightLeft ? left : binomial(left, weight / weightLeft);
				left -= count;
				weightLeft -= weight;
				return count;
			});
		},
		shuffle: (array) => {
			for (let end = array.length - 1; end > 0; end -= 1) {
				const other = below(end + 1);
				const [one, two] = [array[end], array[other]];
				if (one === void 0 || two === void 0) continue;
				array[end] = two;
				array[other] = one;
			}
			return array;
		}
	};
}

// src/measures/frozen/forecast.ts
/** Smallest n from which pass@k beyond n is forecast; the same as for coverage to gate. */
const SAMPLES_TO_FORECAST = 8;
/** The forecast goes up to this multiple of n. */
const REACH = 4;
const BOOTSTRAPS = 200;
/** Seeds the bootstraps, so that the same samples always give the same forecast. */
const SEED$1 = 1956;
const CONFIDENCE_TAIL = .025;
/**
* Coverage beyond n: pass@k at the powers of two above n, up to 4n. On each side the distribution of the
* items' solve probabilities is fitted to their counts of correct samples, and pass@k is its mean of 1 − (1 −
* p)^k. The interval of the change comes from 200 paired bootstraps over clusters: a cluster is resampled
* with all its items and both sides of each. Reported, never gating. Empty if n < 8 or if no item is eligible
* (method.md, section "Coverage").
*/
function forecast({ items, samplesPerItem }) {
	if (samplesPerItem < SAMPLES_TO_FORECAST || items.length === 0) return [];
	const draws = resamples(items);
	const old = fit(items, ({ old: side }) => side, draws);
	const candidate = fit(items, ({ new: side }) => side, draws);
	return pointsBeyond(samplesPerItem).map((k) => {
		const ofOld = old.map((mixture) => passAtKOfMixture(mixture, k));
		const ofNew = candidate.map((mixture) => passAtKOfMixture(mixture, k));
		const [delta = 0, ...deltas] = ofNew.map((value, place) => value - (ofOld[place] ?? 0));
		return {
			k,
			old: ofOld[0] ?? 0,
			new: ofNew[0] ?? 0,
			delta,
			interval: [quantile(deltas, CONFIDENCE_TAIL), quantile(deltas, .975)]
		};
	});
}
/** Powers of two above n, up to 4n. */
function pointsBeyond(n) {
	const points = [];
	for (let k = 2 ** (Math.floor(Math.log2(n)) + 1); k <= REACH * n; k *= 2) points.push(k);
	return points;
}
/** How often each item is used: once each in the first entry, then per bootstrap of whole clusters. */
function resamples(items) {
	const random = seededRandom(SEED$1);
	const clusters = [...Map.groupBy(items.keys(), (place) => items[place]?.cluster).values()];
	const draws = [new Uint32Array(items.length).fill(1)];
	for (let bootstrap = 0; bootstrap < BOOTSTRAPS; bootstrap += 1) {
		const times = new Uint32Array(items.length);
		for (let drawn = 0; drawn < clusters.length; drawn += 1) for (const place of clusters[random.below(clusters.length)] ?? []) times[place] = (times[place] ?? 0) + 1;
		draws.push(times);
	}
	return draws;
}
/** Fits one mixture per resample of the items. Items with equal counts share one tally. */
function fit(items, side, draws) {
	const tallies = [];
	const known = /* @__PURE__ */ new Map();
	const tallyOf = items.map((item) => {
		const tally = side(item);
		const key = `${tally.successes}/${tally.trials}`;
		const place = known.get(key) ?? tallies.push(tally) - 1;
		known.set(key, place);
		return place;
	});
	return fitMixtures(tallies, draws.map((times) => {
		const counts = new Float64Array(tallies.length);
		tallyOf.forEach((tally, item) => {
			counts[tally] = (counts[tally] ?? 0) + (times[item] ?? 0);
		});
		return counts;
	}));
}

// src/statistics/mcnemar.ts
/**
* McNemar's exact test, two-sided: the p-value of "equally many pairs changed one way as the other", from the
* numbers of pairs that changed each way. It is twice the binomial tail at 1/2, at most 1; it is 1 if no pair
* changed. O(pairs).
*/
function mcnemarExact(oneWay, otherWay) {
	const pairs = oneWay + otherWay;
	const fewer = Math.min(oneWay, otherWay);
	let term = 1;
	let relative = 1;
	for (let x = fewer; x > 0; x -= 1) {
		term *= x / (pairs - x + 1);
		relative += term;
	}
	return Math.min(1, 2 * binomialAtHalf(pairs, fewer) * relative);
}
/** C(n, x)/2ⁿ, as a product whose factors of 1/2 are spread over it, so that it neither over- nor underflows early. */
function binomialAtHalf(n, x) {
	let chance = 1;
	let halvings = n;
	for (let step = 1; step <= x; step += 1) {
		chance *= (n - x + step) / step;
		while (chance > 1 && halvings > 0) {
			chance /= 2;
			halvings -= 1;
		}
	}
	return chance * .5 ** halvings;
}

// src/measures/accuracy/accuracy.ts
/** pass@1 of one item on one side: the share of its samples that are correct. */
function shareCorrect({ samples, correct }) {
	return correct / samples.length;
}
/** Accuracy: pass@1 = c/n on every item (method.md, section "Accuracy"). */
function accuracy(items) {
	return measuredProbabilities(items.map((item) => pairBy(item, shareCorrect)));
}
/** Applies one measure to both sides of an item. */
function pairBy(item, value) {
	return {
		id: item.id,
		cluster: item.cluster,
		old: value(item.old),
		new: value(item.new)
	};
}

// src/measures/accuracy/pass-at-k.ts
/**
* The unbiased estimate of the probability that at least one of k samples is correct, from n samples of which
* c are correct: 1 − C(n−c, k)/C(n, k), as a product. Undefined if n < k, because it cannot be estimated
* then. Chen et al. (2107.03374).
*
* 0 ≤ c ≤ n, k ≥ 1; O(min(c, k)).
*/
function passAtK(n, c, k) {
	if (n < k) return void 0;
	return 1 - shareWithout(n, c, k);
}
/** C(n−c, k)/C(n, k): the chance that k of n, drawn without replacement, include none of c marked ones. k ≤ n. */
function shareWithout(n, c, k) {
	if (n - c < k) return 0;
	let share = 1;
	if (c <= k) for (let marked = 0; marked < c; marked += 1) share *= (n - k - marked) / (n - marked);
	else for (let drawn = 0; drawn < k; drawn += 1) share *= (n - c - drawn) / (n - drawn);
	return share;
}

// src/measures/accuracy/coverage.ts
/** τ of cover@τ. */
const SOLVED_SHARE = .5;
/** pass@k of every item. Each item has n ≥ K ≥ k samples. */
function passAt(items, k) {
	return measuredProbabilities(items.map((item) => pairBy(item, ({ samples, correct }) => {
		const value = passAtK(samples.length, correct, k);
		if (value === void 0) throw new RangeError(`pass@${k} of ${samples.length} samples`);
		return value;
	})));
}
/** cover@0.5: whether at least half of an item's samples are correct. Dragoi et al. (2510.08325). */
function coverAtHalf(items) {
	return measuredProbabilities(items.map((item) => pairBy(item, (side) => Number(shareCorrect(side) >= SOLVED_SHARE))));
}
/** 1, 2, 4, … up to K. */
function curvePoints({ k }) {
	return Array.from({ length: Math.log2(k) + 1 }, (_, power) => 2 ** power);
}

// src/measures/frozen/flips.ts
function talliesOf({ old, new: candidate }) {
	return {
		old: tallyOf$1(old),
		new: tallyOf$1(candidate)
	};
}
function tallyOf$1({ samples, correct }) {
	return {
		successes: correct,
		trials: samples.length
	};
}
__name(tallyOf$1, "tallyOf");
/** Counts how items moved across cover@0.5. Every tally must have at least one trial. */
function flipsOf(pairs) {
	const flips = {
		both: 0,
		onlyOld: 0,
		onlyNew: 0,
		neither: 0
	};
	for (const { old, new: candidate } of pairs) {
		const [before, after] = [solves(old), solves(candidate)];
		if (before && after) flips.both += 1;
		else if (before) flips.onlyOld += 1;
		else if (after) flips.onlyNew += 1;
		else flips.neither += 1;
	}
	return flips;
}
function solves({ successes, trials }) {
	return successes / trials >= SOLVED_SHARE;
}

// src/statistics/hypergeometric.ts
/**
* The chance of each number of marked elements among those drawn without replacement: entry x is P(X = x),
* for x from 0 to `drawn`. Walks outwards from the mode by the ratios of neighbours and divides by the sum,
* so that all terms are positive and far tails keep their relative precision. Chances 1e300 times smaller
* than the mode's are 0. O(drawn).
*/
function hypergeometric({ population, marked, drawn }) {
	const chances = new Float64Array(drawn + 1);
	const least = Math.max(0, drawn + marked - population);
	const most = Math.min(drawn, marked);
	const mode = Math.floor((drawn + 1) * (marked + 1) / (population + 2));
	let total = 1;
	chances[mode] = 1;
	let chance = 1;
	for (let x = mode; x < most; x += 1) {
		chance *= (marked - x) * (drawn - x) / ((x + 1) * (population - marked - drawn + x + 1));
		chances[x + 1] = chance;
		total += chance;
	}
	chance = 1;
	for (let x = mode; x > least; x -= 1) {
		chance *= x * (population - marked - drawn + x) / ((marked - x + 1) * (drawn - x + 1));
		chances[x - 1] = chance;
		total += chance;
	}
	return chances.map((value) => value / total);
}

// src/statistics/benjamini-hochberg.ts
/** A p above the rate is never rejected, except for rounding. */
const WITH_ROUNDING = 1 + 1e-9;
/**
* Benjamini and Hochberg's step-up procedure: the indexes of the tests that it rejects at `rate`, 0 < rate <
* 1, in ascending order. For independent or positively dependent tests, the expected share of false
* rejections among all rejections is at most `rate`. Returns an empty list for no tests. Only p-values that
* could be rejected are sorted. Benjamini & Hochberg (1995).
*/
function rejectedAt(pValues, rate) {
	const small = Float64Array.from(pValues.filter((p) => p <= rate * WITH_ROUNDING)).sort();
	let rank = small.length;
	while (rank > 0 && (small[rank - 1] ?? 1) * pValues.length / rank > rate) rank -= 1;
	const largest = small[rank - 1];
	return largest === void 0 ? [] : [...pValues.keys()].filter((place) => (pValues[place] ?? 1) <= largest);
}

// src/statistics/fisher.ts
/**
* Fisher's exact test of two tallies, in each direction: the chance, with all margins fixed, of a second
* tally at least as high (or as low) as the observed one. Both are 1 if either has no trials. O(trials of the
* second).
*/
function fisherExact(first, second) {
	const chances = hypergeometric({
		population: first.trials + second.trials,
		marked: first.successes + second.successes,
		drawn: second.trials
	});
	let more = 0;
	for (let x = second.trials; x >= second.successes; x -= 1) more += chances[x] ?? 0;
	let fewer = 0;
	for (let x = 0; x <= second.successes; x += 1) fewer += chances[x] ?? 0;
	return {
		more: Math.min(1, more),
		fewer: Math.min(1, fewer)
	};
}
/** The smallest p that Fisher's test can reach with n trials on both sides: 1/C(2n, n). 1 at n = 0. */
function smallestFisherP(n) {
	let p = 1;
	for (let step = 1; step <= n; step += 1) p *= step / (n + step);
	return p;
}

// src/measures/frozen/moved-items.ts
/** Largest expected share of false names among the items named, in each direction. */
const FALSE_DISCOVERY_RATE = .05;
/** Fisher's test must be able to reach this p; otherwise it could not single out one problem among many. */
const P_TO_REACH = 5e-4;
/** Whether n samples per side can name single problems: 1/C(2n, n) ≤ .0005, which holds from n = 7. */
function canName(n) {
	return smallestFisherP(n) <= P_TO_REACH;
}
/**
* Finds moved items: one-sided Fisher tests of every item in each direction, then Benjamini and Hochberg's
* procedure at 5 % per direction over all items. The finder caches the tests of equal pairs for as long as it
* lives.
*/
function movedItemsFinder() {
	const tests = new TallyTests();
	return (pairs) => {
		const tails = pairs.map((pair) => tests.of(pair));
		return {
			learned: rejectedAt(tails.map(({ more }) => more), FALSE_DISCOVERY_RATE),
			corrupted: rejectedAt(tails.map(({ fewer }) => fewer), FALSE_DISCOVERY_RATE)
		};
	};
}
/** Caches Fisher's tests. A tally's two counts, each below 2²⁶, are combined into one unique whole number. */
var TallyTests = class {
	#known = /* @__PURE__ */ new Map();
	of({ old, new: candidate }) {
		const [first, second] = [numberOf(old), numberOf(candidate)];
		let ofFirst = this.#known.get(first);
		if (ofFirst === void 0) {
			ofFirst = /* @__PURE__ */ new Map();
			this.#known.set(first, ofFirst);
		}
		let tails = ofFirst.get(second);
		if (tails === void 0) {
			tails = fisherExact(old, candidate);
			ofFirst.set(second, tails);
		}
		return tails;
	}
};
const COUNTS$1 = 2 ** 26;
function numberOf({ successes, trials }) {
	return trials * COUNTS$1 + successes;
}

// src/measures/frozen/frozen-null.ts
const SPLITS = 200;
/** Number of splits outside the range on each side: 2.5 %. */
const OUTSIDE = SPLITS / 40;
/** Seeds the splits, so that the same samples always give the same null. */
const SEED = 2608;
/**
* Splits old's samples at random into halves, 200 times, and counts as if one half were old and the other
* new. In the same splits, it counts half of new's samples against half of old's. Undefined for n = 1
* (method.md, section "The ledger").
*
* Only numbers of correct samples matter, so each half is a hypergeometric draw that takes one random number.
* Items are ordered by id, so the draws do not depend on the order of lines in a file.
*/
function frozenNull(pairs, samplesPerItem) {
	const samples = Math.floor(samplesPerItem / 2);
	if (samples === 0) return void 0;
	const count = counter(canName(samples));
	const split = splitter(seededRandom(SEED));
	const real = [];
	const frozen = [];
	for (let round = 0; round < SPLITS; round += 1) {
		const changed = [];
		const unchanged = [];
		for (const pair of pairs) {
			const [half, other] = split(pair.old);
			const [candidate] = split(pair.new);
			changed.push({
				old: half,
				new: candidate
			});
			unchanged.push({
				old: half,
				new: other
			});
		}
		real.push(count(changed));
		frozen.push(count(unchanged));
	}
	const against = (value) => {
		const ofFrozen = frozen.map(value).sort((a, b) => a - b);
		return {
			real: mean(real.map(value)),
			frozen: mean(ofFrozen),
			frozenRange: [ofFrozen.at(OUTSIDE) ?? 0, ofFrozen.at(-6) ?? 0]
		};
	};
	return {
		samples,
		splits: SPLITS,
		onlyOld: against(({ onlyOld }) => onlyOld),
		onlyNew: against(({ onlyNew }) => onlyNew),
		moved: canName(samples) ? {
			learned: against(({ learned }) => learned),
			learnedSolvedBefore: against(({ learnedSolvedBefore }) => learnedSolvedBefore),
			corrupted: against(({ corrupted }) => corrupted)
		} : void 0
	};
}
function counter(naming) {
	const movedItems = movedItemsFinder();
	return (pairs) => {
		const { onlyOld, onlyNew } = flipsOf(pairs);
		const { learned, corrupted } = movedItems(naming ? pairs : []);
		const solvedBefore = learned.filter((place) => (pairs[place]?.old.successes ?? 0) > 0);
		return {
			onlyOld,
			onlyNew,
			learned: learned.length,
			learnedSolvedBefore: solvedBefore.length,
			corrupted: corrupted.length
		};
	};
}
/** More trials than an item can have. */
const COUNTS = 2 ** 26;
/** Splits a tally at random into two with half its trials each; if their number is odd, one trial is left out. */
function splitter(random) {
	/** Keyed by population and number drawn, then indexed by number marked. */
	const distributions = /* @__PURE__ */ new Map();
	const cumulatedOf = (population, marked, drawn) => {
		const key = population * COUNTS + drawn;
		let known = distributions.get(key);
		if (known === void 0) {
			known = [];
			distributions.set(key, known);
		}
		return known[marked] ??= cumulated(hypergeometric({
			population,
			marked,
			drawn
		}));
	};
	const draw = (population, marked, drawn) => {
		const cumulative = cumulatedOf(population, marked, drawn);
		const target = random.uniform() * (cumulative.at(-1) ?? 1);
		let found = 0;
		while ((cumulative[found] ?? Number.POSITIVE_INFINITY) <= target) found += 1;
		return found;
	};
	return ({ successes, trials }) => {
		const half = Math.floor(trials / 2);
		const one = draw(trials, successes, half);
		const left = successes - one;
		const other = trials % 2 === 0 ? left : draw(trials - half, left, half);
		return [{
			successes: one,
			trials: half
		}, {
			successes: other,
			trials: half
		}];
	};
}
function cumulated(chances) {
	let sum = 0;
	return chances.map((chance) => sum += chance);
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/measures/frozen/ledger.ts
function ledgerOf({ items, samplesPerItem }) {
	const flips = flipsOf(items);
	return {
		flips,
		pOfFlips: samplesPerItem === 1 && areIndependent(items) ? mcnemarExact(flips.onlyOld, flips.onlyNew) : void 0,
		moved: canName(samplesPerItem) ? movedOf(items) : {
			kind: "unnamed",
			reason: `n = ${samplesPerItem} is too small to name single problems`
		},
		frozen: frozenNull(items, samplesPerItem)
	};
}
function movedOf(items) {
	const moved = movedItemsFinder()(items);
	const at = (places) => places.flatMap((place) => items[place] ?? []);
	const learned = at(moved.learned);
	return {
		kind: "named",
		learned: learned.map(({ id }) => id),
		corrupted: at(moved.corrupted).map(({ id }) => id),
		learnedSolvedBefore: learned.filter(({ old }) => old.successes > 0).length
	};
}
function areIndependent(items) {
	return new Set(items.map(({ cluster }) => cluster)).size === items.length;
}

// src/measures/frozen/resample.ts
/** The value for open suites, where nothing is right or wrong. */
const NOTHING_RESAMPLED = {
	forecast: [],
	ledger: void 0
};
/**
* Resamples the tallies of a graded suite hundreds of times: bootstraps of the forecast, splits of the frozen
* null. The time does not depend on the length of the texts, which are not needed, so this can run on another
* thread than the measures that read them.
*/
function resample(suite) {
	return {
		forecast: forecast(suite),
		ledger: ledgerOf(suite)
	};
}

// src/measures/equations/equation-tokens.ts
/** Every spelling of an arithmetic mark, with its canonical form. */
const MARKS = /* @__PURE__ */ new Map([
	["+", "+"],
	["-", "-"],
	["−", "-"],
	["–", "-"],
	["*", "*"],
	["×", "*"],
	["·", "*"],
	["⋅", "*"],
	["∙", "*"],
	["/", "/"],
	["÷", "/"],
	["∕", "/"],
	["^", "^"],
	["%", "%"],
	["(", "("],
	[")", ")"],
	["=", "="]
]);
const FRACTION = /\\[dt]?frac\{([^{}\n]*)\}\{([^{}\n]*)\}/g;
const LATEX = [
	[/\\(?:times|cdot|ast)(?![a-zA-Z])/g, "*"],
	[/\\div(?![a-zA-Z])/g, "/"],
	[/\\(?:left|right)(?![a-zA-Z])/g, ""],
	[/\\([$%])/g, "$1"],
	[/\\[,!;: ]/g, " "]
];
const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y;
const PLAIN_WHOLE = /^[1-9]\d*$/u;
const WORD = String.raw`\p{L}{2,30}(?:\/\p{L}{2,30})?`;
/**
* `12 miles per hour`: up to three words between a number and the next mark are its unit. A single letter is
* a variable.
*/
const UNIT = new RegExp(String.raw`(?<=[\d)%])[^\S\n]?${WORD}(?:[^\S\n]${WORD}){0,2}(?=[^\S\n]*[-−–+*×·⋅∙/÷∕=])`, "uy");
/** `x` between two operands is a multiplication sign. */
const LETTER_TIMES = /^\s*[\d.($€£¥]/u;
const LINE_START = /(?:^|\n)[^\S\n]*$/u;
const BULLET = /^[-–*+]\s/u;
/** The role of a character in a run of arithmetic. Plain numbers for speed, because every character is looked up. */
const OTHER = 0;
const SPACE = 1;
const DIGIT = 2;
const POINT = 3;
const CURRENCY = 4;
const MARK = 5;
const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));
function kindOf(character) {
	if (MARKS.has(character) || character === "x" || character === "X") return MARK;
	if (/\d/u.test(character)) return DIGIT;
	if (/\s/u.test(character)) return SPACE;
	if (/[$€£¥]/u.test(character)) return CURRENCY;
	return character === "." ? POINT : OTHER;
}
function kindAt(text, place) {
	return ASCII_KINDS[text.charCodeAt(place)] ?? kindOf(text.charAt(place));
}
/**
* The runs of arithmetic in a text that contain `=`: maximal sequences of numbers and marks on one line,
* separated by nothing but spaces, units, and currency signs before or after numbers (`$` only before them:
* after a number it ends LaTeX). A run is returned without spaces, with canonical marks and canonical
* numbers: no separators, no leading or trailing zeros. Linear in the text.
*/
function arithmeticRuns(text) {
	const plain = text.includes("\\") ? withoutLatex(text) : text;
	const runs = new Runs();
	let end = 0;
	for (let equals = plain.indexOf("="); equals !== -1; equals = plain.indexOf("=", end)) {
		const lineBreak = plain.indexOf("\n", equals);
		end = lineBreak === -1 ? plain.length : lineBreak;
		readLine(plain, {
			start: plain.lastIndexOf("\n", equals) + 1,
			end
		}, runs);
	}
	return runs.found;
}
function withoutLatex(text) {
	return LATEX.reduce((plain, [pattern, replacement]) => plain.replace(pattern, replacement), text.replace(FRACTION, "(($1)/($2))"));
}
var Runs = class {
	found = [];
	/** The last token added, a number or a mark; empty at the beginning of a run. */
	last = "";
	#run = "";
	#hasEquals = false;
	get afterOperand() {
		return isNumber(this.last) || this.last === ")" || this.last === "%";
	}
	addNumber(number) {
		if (isNumber(this.last)) this.end();
		this.#add(number);
	}
	addMark(mark) {
		if (mark === "=") this.#hasEquals = true;
		this.#add(mark);
	}
	end() {
		if (this.last === "") return;
		if (this.#hasEquals) this.found.push(this.#run);
		this.last = "";
		this.#run = "";
		this.#hasEquals = false;
	}
	#add(token) {
		this.last = token;
		this.#run += token;
	}
};
function readLine(text, { start, end }, runs) {
	let place = start;
	while (place < end) {
		switch (kindAt(text, place)) {
			case DIGIT:
			case POINT: {
				const length = lengthAt(NUMBER, text, place);
				if (length > 0) runs.addNumber(canonicalNumber(text.slice(place, place + length)));
				else runs.end();
				place += Math.max(1, length);
				if (length > 0) place += lengthAt(UNIT, text, place);
				continue;
			}
			case MARK: {
				const mark = markAt(text, place, runs);
				if (mark === void 0) runs.end();
				else runs.addMark(mark);
				place += 1;
				if (mark === ")" || mark === "%") place += lengthAt(UNIT, text, place);
				continue;
			}
			case CURRENCY:
				if (!isPartOfAmount(text, place, runs)) runs.end();
				break;
			case OTHER:
				runs.end();
				while (place + 1 < end && isLetterOrSpace(text.charCodeAt(place + 1))) place += 1;
				break;
			case SPACE:
		}
		place += 1;
	}
	runs.end();
}
/** `$3`, `€.5`, `3 €`. */
function isPartOfAmount(text, place, { afterOperand }) {
	return afterOperand && text.charAt(place) !== "$" || /[\d.]/u.test(text.charAt(place + 1));
}
function isLetterOrSpace(code) {
	return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code === 32;
}
/** The length of a sticky pattern's match at a position; 0 if it does not match. */
function lengthAt(pattern, text, place) {
	pattern.lastIndex = place;
	return pattern.test(text) ? pattern.lastIndex - place : 0;
}
/** Whether a token of a run is a number. */
function isNumber(token) {
	return token >= "0" && token < ":";
}
function markAt(text, place, { last, afterOperand }) {
	const character = text.charAt(place);
	if (character === "x" || character === "X") return afterOperand && LETTER_TIMES.test(text.slice(place + 1, place + 8)) ? "*" : void 0;
	return last === "" && BULLET.test(text.slice(place, place + 2)) && LINE_START.test(text.slice(Math.max(0, place - 8), place)) ? void 0 : MARKS.get(character);
}
/** 1,000 → 1000, 18.00 → 18, .5 → 0.5, 007 → 7. */
function canonicalNumber(written) {
	if (PLAIN_WHOLE.test(written)) return written;
	const [whole = "", decimals = ""] = written.replaceAll(",", "").split(".");
	const shortWhole = whole.replace(/^0+(?=\d)/u, "") || "0";
	const shortDecimals = decimals.replace(/0+$/u, "");
	return shortDecimals === "" ? shortWhole : `${shortWhole}.${shortDecimals}`;
}

// src/measures/equations/equations.ts
/** Longer runs, in tokens, are not calculations that a person would write, so they are skipped. */
const LONGEST_RUN = 200;
const ANNOTATION = /<<([^<>\n]*)>>/g;
const NUMBER_OR_MARK = /[\d.]+|[^\d.]/g;
/**
* The canonical equations of a text: calculator annotations (`<<3*4=12>>`), plain calculations (`3 x 4 =
* $12`), with units (`6 miles * 2 = 12 miles`), LaTeX operators and fractions, and chains (`3 + 4 = 7 = 14 /
* 2` gives two). Operands of + and × are sorted, including subtracted and dividing ones; the two sides of `=`
* are sorted; nested sums and products are flattened; numbers are canonical.
*
* An equation needs `=` and a calculation on at least one side. Dates, ratios, version numbers and `x = 5`
* are not equations.
*
*     equation = sum "=" sum { "=" sum }        factor = [ "-" ] atom [ "^" factor ]
*     sum      = product { ("+" | "-") product }   atom = number [ "%" ] | "(" sum ")" [ "%" ]
*     product  = factor { ("*" | "/") factor | "(" sum ")" }
*/
function equationsOf(text, known = /* @__PURE__ */ new Map()) {
	const found = /* @__PURE__ */ new Set();
	if (!text.includes("=")) return found;
	const annotated = text.includes("<<");
	if (annotated) for (const [, annotation = ""] of text.matchAll(ANNOTATION)) collect(annotation, found, known);
	collect(annotated ? text.replace(ANNOTATION, "") : text, found, known);
	return found;
}
function collect(text, found, known) {
	for (const run of arithmeticRuns(text)) {
		let equations = known.get(run);
		if (equations === void 0) {
			equations = equationsOfRun(run);
			known.set(run, equations);
		}
		for (const equation of equations) found.add(equation);
	}
}
function equationsOfRun(run) {
	const tokens = run.match(NUMBER_OR_MARK) ?? [];
	if (tokens.length > LONGEST_RUN) return [];
	const sides = splitAtEquals(tokens);
	const last = sides.length - 1;
	const parsed = sides.map((side, place) => place === 0 ? longestSuffix(side) : place === last ? longestPrefix(side) : parseSide(side));
	return parsed.slice(1).flatMap((right, place) => {
		const left = parsed[place];
		if (left === void 0 || right === void 0 || !(left.calculates || right.calculates)) return [];
		return [[left.text, right.text].sort().join("=")];
	});
}
function splitAtEquals(tokens) {
	const sides = [[]];
	for (const token of tokens) if (token === "=") sides.push([]);
	else sides.at(-1)?.push(token);
	return sides;
}
/**
* The text before the first `=` may begin with marks that belong to the sentence, and the text after the last
* may end with them.
*/
function longestSuffix(tokens) {
	for (let start = 0; start < tokens.length; start += 1) {
		const side = parseSide(tokens.slice(start));
		if (side !== void 0) return side;
	}
}
function longestPrefix(tokens) {
	for (let end = tokens.length; end > 0; end -= 1) {
		const side = parseSide(tokens.slice(0, end));
		if (side !== void 0) return side;
	}
}
function parseSide(tokens) {
	const parser = new Parser(tokens);
	const sum = parser.sum();
	if (sum === void 0 || !parser.atEnd) return void 0;
	return {
		text: sumText(sum),
		calculates: parser.operators > 0
	};
}
var Parser = class {
	#tokens;
	#place = 0;
	operators = 0;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	get atEnd() {
		return this.#place === this.#tokens.length;
	}
	sum() {
		const terms = [];
		let negative = false;
		for (;;) {
			const product = this.#product();
			if (product === void 0) return void 0;
			terms.push(...product.map((term) => ({
				...term,
				negative: term.negative !== negative
			})));
			const mark = this.#take("+", "-");
			if (mark === void 0) return terms;
			this.operators += 1;
			negative = mark === "-";
		}
	}
	/** Returns one term, or several if the product is just a sum in parentheses. */
	#product() {
		let product = this.#factor();
		if (product === void 0) return void 0;
		for (;;) {
			const mark = this.#take("*", "/") ?? (this.#tokens[this.#place] === "(" ? "*" : void 0);
			if (mark === void 0) return product;
			this.operators += 1;
			const factor = this.#factor();
			if (factor === void 0) return void 0;
			const left = asTerm(product);
			const right = asTerm(factor);
			product = [{
				negative: left.negative !== right.negative,
				factors: [...left.factors, ...right.factors.map(({ inverse, text }) => ({
					inverse: inverse !== (mark === "/"),
					text
				}))]
			}];
		}
	}
	#factor() {
		if (this.#take("-") !== void 0) return this.#factor()?.map((term) => ({
			...term,
			negative: !term.negative
		}));
		const atom = this.#atom();
		if (atom === void 0 || this.#take("^") === void 0) return atom;
		this.operators += 1;
		const exponent = this.#factor();
		if (exponent === void 0) return void 0;
		return [plainTerm(`${nestedText(atom)}^${nestedText(exponent)}`)];
	}
	#atom() {
		const token = this.#tokens[this.#place];
		if (token !== void 0 && isNumber(token)) {
			this.#place += 1;
			return [plainTerm(this.#take("%") === void 0 ? token : `${token}%`)];
		}
		if (this.#take("(") === void 0) return void 0;
		const sum = this.sum();
		if (sum === void 0 || this.#take(")") === void 0) return void 0;
		return this.#take("%") === void 0 ? sum : [plainTerm(`${nestedText(sum)}%`)];
	}
	#take(...marks) {
		const token = this.#tokens[this.#place];
		if (token === void 0 || !marks.includes(token)) return void 0;
		this.#place += 1;
		return token;
	}
};
function plainTerm(text) {
	return {
		negative: false,
		factors: [{
			inverse: false,
			text
		}]
	};
}
function asTerm(sum) {
	const [only] = sum;
	return sum.length === 1 && only !== void 0 ? only : plainTerm(nestedText(sum));
}
function sumText(sum) {
	const text = sum.map((term) => `${term.negative ? "-" : "+"}${productText(term.factors)}`).sort().join("");
	return text.startsWith("+") ? text.slice(1) : text;
}
/** A product always has a factor that is not inverted, and `*` sorts before `/`, so the text begins with `*`. */
function productText(factors) {
	return factors.map((factor) => `${factor.inverse ? "/" : "*"}${factor.text}`).sort().join("").slice(1);
}
function nestedText(sum) {
	const text = sumText(sum);
	return /^[\d.]+%?$/u.test(text) ? text : `(${text})`;
}

// src/measures/equations/ways.ts
/** Share of old's correct solutions that must show a way before measures of ways apply. */
const LEAST_SHARE_WITH_WAYS = .5;
/**
* Reads the way of every correct solution: the grader's key, else the canonical equations in its text.
* Undefined if fewer than half of old's correct solutions show one. Only old decides this (method.md, section
* "Diversity").
*/
function waysOf(items) {
	return shownWays(items.map(readWays));
}
/** Returns the ways, or undefined if fewer than half of old's correct solutions show one. */
function shownWays(ways) {
	const ofOld = ways.flatMap(({ old }) => old.correct);
	const shown = ofOld.filter(({ size }) => size > 0).length;
	return ofOld.length > 0 && shown >= LEAST_SHARE_WITH_WAYS * ofOld.length ? ways : void 0;
}
/** Reads the ways of a single item. */
function readWays({ id, cluster, old, new: candidate }) {
	const wayOf = wayReader();
	const waysOn = ({ correct, samples }) => ({
		correct: correct.map(wayOf),
		samples
	});
	return {
		id,
		cluster,
		old: waysOn(old),
		new: waysOn(candidate)
	};
}
/** Returns a reader for the ways of one item. It caches results, because an item's solutions resemble one another. */
function wayReader() {
	const ofKeys = /* @__PURE__ */ new Map();
	const ofTexts = /* @__PURE__ */ new Map();
	const ofEquations = /* @__PURE__ */ new Map();
	const ofRuns = /* @__PURE__ */ new Map();
	const fromKey = (key) => remembered(ofKeys, key, () => /* @__PURE__ */ new Set([key]));
	const fromText = (text) => remembered(ofTexts, text, () => {
		const equations = equationsOf(text, ofRuns);
		return remembered(ofEquations, [...equations].sort().join(";"), () => equations);
	});
	return ({ key, text }) => key === void 0 ? fromText(text) : fromKey(key);
}
function remembered(known, name, read) {
	let value = known.get(name);
	if (value === void 0) {
		value = read();
		known.set(name, value);
	}
	return value;
}

// src/measures/measure-apart.ts
/** The request for an eligible suite. */
function apartOf({ items, samplesPerItem, role }) {
	return {
		ids: items.map(({ id }) => id),
		samplesPerItem,
		isGraded: role !== "open"
	};
}
/**
* Does about half of the work of measuring a suite; the other half reads the wording of all samples. The
* halves do not depend on each other. Items can be read in any order while others are still being graded.
*/
var ApartMeasurement = class {
	#items = /* @__PURE__ */ new Map();
	read(items) {
		for (const item of items) {
			const { id, cluster, old, new: candidate } = item;
			this.#items.set(id, {
				ways: readWays(item),
				tallied: {
					id,
					cluster,
					old: tallyOf(old),
					new: tallyOf(candidate)
				}
			});
		}
	}
	/**
	* Measures a suite whose items have been read, and forgets them.
	* @throws {RangeError} if an item of `ids` has not been read.
	*/
	measure({ ids, samplesPerItem, isGraded }) {
		const items = ids.map((id) => {
			const item = this.#items.get(id);
			if (item === void 0) throw new RangeError(`item ${id} was not read`);
			return item;
		});
		this.#items = /* @__PURE__ */ new Map();
		return {
			ways: shownWays(items.map(({ ways }) => ways)),
			...isGraded ? resample({
				samplesPerItem,
				items: items.map(({ tallied }) => tallied)
			}) : NOTHING_RESAMPLED
		};
	}
};
function tallyOf({ correct, samples }) {
	return {
		successes: correct.length,
		trials: samples
	};
}

export { seededRandom as _, waysOf as a, resample as c, curvePoints as d, passAt as f, shareCorrect as g, pairBy as h, wayReader as i, talliesOf as l, accuracy as m, apartOf as n, equationsOf as o, shareWithout as p, shownWays as r, NOTHING_RESAMPLED as s, ApartMeasurement as t, coverAtHalf as u };