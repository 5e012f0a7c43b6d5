import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markedExamples } from './marked-examples.ts';
import { DESCRIPTIONS } from './recomputed-descriptions.ts';
import { MEASURES } from './recomputed-measures.ts';
import { STATISTICS } from './recomputed-statistics.ts';
import { VERDICTS } from './recomputed-verdicts.ts';

const page = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
const RECOMPUTED = { ...MEASURES, ...DESCRIPTIONS, ...STATISTICS, ...VERDICTS };
const examples = markedExamples(page);

/** Rounds every number in a value to four decimals, as on the page. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4 + 0;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rounded(member)]));
}

describe('the examples of docs/method.md', () => {
  it.each(examples)('$name equals the result of the code', ({ name, given, gives }) => {
    expect(rounded(RECOMPUTED[name]?.(given))).toEqual(gives);
  });

  it('are all recomputed, and every fenced block with numbers is an example', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(RECOMPUTED).toSorted());
    expect(page.match(/^```\S/gmu)).toHaveLength(examples.length);
  });
});
