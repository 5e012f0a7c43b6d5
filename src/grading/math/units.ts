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
  ['kg', 'kilogram'],
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
  ['mph', 'mi/h', 'miles/hour', 'miles per hour'],
  ['km/h', 'kph', 'km/hr', 'kilometers per hour'],
  ['m/s', 'meters per second', 'meters/second'],
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
  ['m/s^2', 'meters per second squared', 'meters per square second'],
  ['cent'],
  ['dollar'],
  ['euro'],
  ['degree', 'deg'],
  ['radian', 'rad'],
];

const CANONICAL: ReadonlyMap<string, string> = new Map(
  UNITS.flatMap(([unit = '', ...names]) => [unit, ...names].map((name) => [name, unit] as const)),
);

const POWERS: Readonly<Record<string, string>> = { square: '2', sq: '2', cubic: '3' };

/**
 * A unit in one way of writing: `square inches` and `in^2` are one. Undefined where it is no unit that is known, as `apples`
 * or `units`: such words say what was counted, and the question says it too.
 */
export function canonicalUnit(text: string): string | undefined {
  const words = text.toLowerCase().replaceAll(/[{}.]/g, '').trim();
  const [, shape, rest = words, exponent] = /^(?:(square|sq|cubic) )?(.*?)(?:\^([23]))?$/.exec(words) ?? [];
  const unit = CANONICAL.get(rest) ?? CANONICAL.get(rest.replace(/s$/, ''));
  if (unit === undefined) return undefined;
  const power = exponent ?? (shape === undefined ? undefined : POWERS[shape]);
  return power === undefined ? unit : `${unit}^${power}`;
}
