/** Units that are also recognized in plain text, because their names are not products of variables. */
const UNITS: readonly (readonly string[])[] = [
  ['mm', 'millimeter', 'millimetre'],
  ['cm', 'centimeter', 'centimetre'],
  ['m', 'meter', 'metre'],
  ['km', 'kilometer', 'kilometre'],
  ['in', 'inch', 'inches'],
  ['ft', 'foot', 'feet'],
  ['yd', 'yard'],
  ['mi', 'mile'],
  ['mg', 'milligram'],
  ['g', 'gram'],
  ['kg', 'kilogram', 'kilo'],
  ['oz', 'ounce'],
  ['lb', 'lbs', 'pound'],
  ['ml', 'milliliter', 'millilitre'],
  ['l', 'liter', 'litre'],
  ['s', 'sec', 'second'],
  ['min', 'minute'],
  ['h', 'hr', 'hrs', 'hour'],
  ['day'],
  ['week'],
  ['month'],
  ['year'],
  ['mi/h', 'mph'],
  ['km/h', 'kph', 'kmph'],
  ['n', 'newton'],
  ['j', 'joule'],
  ['w', 'watt'],
  ['hz', 'hertz'],
  ['pa', 'pascal'],
  ['k', 'kelvin'],
  ['mol', 'mole'],
  ['gal', 'gallon'],
  ['qt', 'quart'],
  ['pint'],
  ['cup'],
  ['ton'],
  ['cent', 'penny', 'pennies'],
  ['dollar'],
  ['euro'],
  ['degree', 'deg'],
  ['radian', 'rad'],
];

/** Units that are recognized only in words, because their letters are a product in a formula: `nm`. */
const UNITS_IN_WORDS: readonly (readonly string[])[] = [
  ['nm', 'nanometer', 'nanometre'],
  ['um', 'micrometer', 'micrometre', 'micron'],
  ['dm', 'decimeter', 'decimetre'],
  ['acre'],
  ['ha', 'hectare'],
  ['tonne'],
  ['microgram'],
  ['kl', 'kiloliter', 'kilolitre'],
  ['dl', 'deciliter', 'decilitre'],
  ['cl', 'centiliter', 'centilitre'],
  ['ms', 'millisecond'],
  ['ns', 'nanosecond'],
  ['microsecond'],
  ['fortnight'],
  ['decade'],
  ['century', 'centuries'],
  ['millennium', 'millennia'],
  ['quarter'],
  ['dime'],
  ['nickel'],
  ['half-dollar'],
  ['yuan'],
  ['yen'],
  ['rupee'],
  ['kn', 'kilonewton'],
  ['kj', 'kilojoule'],
  ['cal', 'calorie'],
  ['kcal', 'kilocalorie'],
  ['ev'],
  ['kw', 'kilowatt'],
  ['megawatt'],
  ['milliwatt'],
  ['kw·h', 'kwh'],
  ['horsepower', 'hp'],
  ['v', 'volt'],
  ['kv', 'kilovolt'],
  ['mv', 'millivolt'],
  ['a', 'amp', 'ampere'],
  ['ma', 'milliamp', 'milliampere'],
  ['c', 'coulomb'],
  ['farad'],
  ['tesla'],
  ['ohm'],
  ['kohm', 'kilohm'],
  ['khz', 'kilohertz'],
  ['mhz', 'megahertz'],
  ['ghz', 'gigahertz'],
  ['kpa', 'kilopascal'],
  ['atm', 'atmosphere'],
  ['bar'],
  ['psi'],
  ['rpm'],
  ['bit'],
  ['byte'],
  ['kb', 'kilobyte'],
  ['mb', 'megabyte'],
  ['gb', 'gigabyte'],
  ['knot'],
  ['furlong'],
  ['fathom'],
  ['tablespoon', 'tbsp'],
  ['teaspoon', 'tsp'],
  ['stone'],
  ['revolution', 'rev'],
  ['degreeC', 'celsius', 'degrees celsius', 'degree celsius', 'degrees c'],
  ['degreeF', 'fahrenheit', 'degrees fahrenheit', 'degree fahrenheit', 'degrees f'],
  ['unit'],
];

function byName(units: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(
    units.flatMap(([unit = '', ...names]) => [unit, ...names].map((name) => [name, unit] as const)),
  );
}

const PLAIN = byName(UNITS);
const ALL = new Map([...PLAIN, ...byName(UNITS_IN_WORDS)]);
const BY_CASE: Readonly<Record<string, string>> = { MW: 'megawatt', mW: 'milliwatt' };

const POWERS: Readonly<Record<string, number>> = { square: 2, sq: 2, squared: 2, cubic: 3, cu: 3, cubed: 3 };
/** Matches words that may follow a unit and describe the size or amount, as in `5 in long`. */
const SAID =
  /^(?:long|wide|tall|high|deep|thick|away|apart|later|earlier|ago|old|total|each|more|less|left)$/;

function simpleUnit(name: string, names: ReadonlyMap<string, string>): string | undefined {
  const lower = name.toLowerCase();
  return (
    BY_CASE[name] ?? names.get(lower) ?? (lower.length > 2 ? names.get(lower.replace(/s$/, '')) : undefined)
  );
}

/** Whether a word in a formula is a unit rather than a product of variables. */
export function isUnitInFormula(word: string): boolean {
  return simpleUnit(word, PLAIN) !== undefined;
}

/** A product of units, with the power of each; undefined if it contains no known unit. */
function unitsIn(words: string): ReadonlyMap<string, number> | undefined {
  const whole = ALL.get(words.toLowerCase());
  const tokens = whole === undefined ? words.split(/[\s·-]/).filter((token) => token !== '') : [whole];
  const found = new Map<string, number>();
  let shape = 1;
  let last: string | undefined;
  for (const [at, token] of tokens.entries()) {
    const power = POWERS[token.toLowerCase()];
    const [, name = token, exponent = ''] = /^(.*?)\^?(-?[1-3])$/.exec(token) ?? [];
    const unit = token === whole ? whole : simpleUnit(name, ALL);
    if (power !== undefined) {
      if (last !== undefined && token.endsWith('d')) found.set(last, power);
      else shape = power;
    } else if (unit !== undefined) {
      // "5 in total" contains no inches.
      const next = tokens[at + 1];
      if (found.size === 0 && at > 0 && shape === 1 && name.length < 3) return undefined;
      if (
        name.length < 4 &&
        next !== undefined &&
        !SAID.test(next) &&
        simpleUnit(next.replace(/\^?-?[1-3]$/, ''), ALL) === undefined &&
        POWERS[next] === undefined
      )
        return undefined;
      found.set(unit, (found.get(unit) ?? 0) + (exponent === '' ? shape : Number(exponent)));
      [last, shape] = [unit, 1];
    } else if (found.size > 0) break;
  }
  return found.size === 0 ? undefined : found;
}

function written(units: ReadonlyMap<string, number>): string {
  return [...units]
    .map(([unit, power]) => (power === 1 ? unit : `${unit}^${power}`))
    .sort()
    .join('·');
}

/**
 * A unit in normalized form: `square inches` and `in^2` are equal, and so are `miles per hour` and `mph`. Undefined for
 * words that are not a known unit, such as `apples`, which only repeats what the question counts.
 */
export function canonicalUnit(text: string): string | undefined {
  const [top = '', ...bottoms] = text
    .replaceAll(/[{}.()]/g, '')
    .trim()
    .split(/\s*\/\s*|\s+(?:per|an?)\s+/i);
  const units = unitsIn(top);
  if (units === undefined) return undefined;
  const all = new Map(units);
  for (const bottom of bottoms) {
    const below = unitsIn(bottom) ?? new Map([[`?${bottom.toLowerCase()}`, 1]]);
    for (const [unit, power] of below) all.set(unit, (all.get(unit) ?? 0) - power);
  }
  // Names for combinations of units.
  for (const [unit, power] of all) {
    const [over = '', under, also] = unit.split(/[/·]/);
    if (under === undefined || also !== undefined || unit.startsWith('?')) continue;
    all.delete(unit);
    all.set(over, (all.get(over) ?? 0) + power);
    all.set(under, (all.get(under) ?? 0) + (unit.includes('/') ? -power : power));
  }
  return written(all);
}

/** A unit without its "per" part, if that part is not a known unit: `dollars per ticket`. */
export function withoutCounted(unit: string): string {
  return unit
    .split('·')
    .filter((part) => !part.startsWith('?'))
    .join('·');
}

/** Matches words that say nothing about what is counted. */
const EMPTY_WORDS =
  /^(?:the|of|in|is|are|and|or|there|total|all|altogether|each|more|left|remaining|now|only|possible|such|different|distinct|exactly|for|to|at|on|as|with|that|which|will|be|can|has|have|was|were)$/;

function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.test(word)).map((word) => word.replace(/s$/, '')));
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
export function countAlike(a: string, b: string): boolean {
  const [left, right] = [contentWords(a), contentWords(b)];
  if (left.size === 0 || right.size === 0) return true;
  if (left.has('per') !== right.has('per')) return false;
  const areShort = [a, b].every((words) => words.split(' ').length <= MOST_WORDS);
  return !areShort || [...left].some((word) => word !== 'per' && right.has(word));
}
