import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { parseResult, serialiseResult } from '../../src/result/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { MeasureResult, Result } from '../../src/result/result.ts';
import {
  barelyMeasured,
  hostile,
  NASTY,
  progress,
  reversal,
  skipped,
  withEveryText,
} from '../support/results.ts';

const failure = (text: string): ConfigError => {
  try {
    parseResult(text, 'stored.json');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('it was taken for a result');
};

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, entry]) => [key, reversed(entry)]),
  );
};

/** Writes a result that `edit` has broken. */
const broken = (edit: (result: Result) => void) => () => {
  const result = progress();
  edit(result);
  serialiseResult(result);
};

describe('a stored result', () => {
  test.each([reversal(), barelyMeasured(), skipped(), hostile()])('is read back unchanged (%#)', (result) => {
    expect(parseResult(serialiseResult(result))).toEqual(result);
  });

  test('has the same bytes after reading, and for any order of its keys', () => {
    const text = serialiseResult(reversal());
    expect(serialiseResult(parseResult(text))).toBe(text);
    const shuffled: unknown = reversed(JSON.parse(text));
    expect(serialiseResult(parseResult(JSON.stringify(shuffled)))).toBe(text);
  });

  test('renders to the same report, byte for byte', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), (one, other) => {
        const result = withEveryText(reversal(), `${one} ${other}`);
        const stored = parseResult(JSON.stringify(reversed(JSON.parse(serialiseResult(result)))));
        expect(renderMarkdown(stored)).toBe(renderMarkdown(result));
      }),
    );
  });

  test("has the schema's key order, two spaces of indentation and a line end", () => {
    const text = serialiseResult(skipped());
    expect(text.startsWith('{\n  "schema": 2,\n  "old": {\n    "version": "v2",')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text))).toEqual([
      'schema',
      'old',
      'new',
      'verdict',
      'warnings',
      'measures',
      'suites',
      'cost',
      'provenance',
    ]);
  });

  test('keeps every bit of its numbers, and writes minus zero as zero', () => {
    const result = progress();
    const [measure] = result.measures;
    if (measure === undefined) throw new Error('no measure');
    measure.change = { estimate: 0.1 + 0.2, interval: [-0, 1e-300] };
    expect(parseResult(serialiseResult(result)).measures[0]?.change).toEqual({
      estimate: 0.300_000_000_000_000_04,
      interval: [0, 1e-300],
    });
  });

  test('is not written if a number is NaN or infinite, which would be a bug', () => {
    expect(broken((result) => (result.measures[0] = { ...result.measures[0]!, items: Number.NaN }))).toThrow(
      /NaN/u,
    );
    expect(
      broken((result) => (result.provenance.sampling['temperature'] = Number.POSITIVE_INFINITY)),
    ).toThrow(/Invalid/u);
    expect(broken((result) => (result.provenance.sampling['stop'] = undefined))).toThrow(/Invalid/u);
  });
});

describe('a field that the schema does not have', () => {
  /** A result with an unknown field in every object. */
  const withMore = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withMore);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, entry]) => [key, withMore(entry)]);
    return { ...Object.fromEntries(entries), added_later: { by: 'a later version' } };
  };

  test('is ignored when it is read, wherever it is', () => {
    const { provenance, suites, ...rest } = reversal();
    // What is free in a result keeps every key.
    const free = { sampling: provenance.sampling, graders: provenance.graders };
    const later = {
      ...(withMore({ ...rest, provenance }) as object),
      suites: suites.map((suite) => ({ ...(withMore(suite) as object), extraction: suite.extraction })),
      provenance: { ...(withMore(provenance) as object), ...free },
    };
    expect(JSON.stringify(later)).toContain('added_later');
    expect(parseResult(JSON.stringify(later))).toEqual(reversal());
  });

  test('is never written, and is named', () => {
    const [measure] = progress().measures;
    const result = { ...progress(), measures: [{ ...measure, alarms: [] } as unknown as MeasureResult] };
    expect(() => serialiseResult(result)).toThrow('result.json has no field measures.0.alarms');
    expect(() => serialiseResult({ ...progress(), html: '<b>' } as Result)).toThrow('no field html');
  });
});

describe('text that is not a result', () => {
  const valid = serialiseResult(reversal());

  test('is reported as not JSON', () => {
    const error = failure('{"schema": 1,');
    expect(error).toMatchObject({ where: 'stored.json', exitCode: 2 });
    expect(error.what).toContain('is not valid JSON');
    expect(failure(valid.replace('"estimate": -0.029', '"estimate": NaN')).what).toContain(
      'is not valid JSON',
    );
  });

  test('names its schema and those that are read', () => {
    expect(failure(valid.replace('"schema": 2', '"schema": 3')).what).toContain(
      'uses result schema 3, but this version of reversal-check reads only schemas 1 and 2',
    );
  });

  test('names the place of a wrong or missing key', () => {
    expect(failure(valid.replace('"passed": false', '"passed": "yes"')).what).toContain('verdict.passed');
    expect(failure(valid.replace('"passed": false,', '').replace(/,\s*"passed": false/u, '')).what).toContain(
      'verdict.passed',
    );
    expect(failure(valid.replace('"warnings"', '"alarms"')).what).toContain('warnings');
    expect(failure('[]').what).toContain('the whole file');
    expect(failure('null').what).toContain('the whole file');
  });

  test('is refused for a number that only JSON can write', () => {
    expect(failure(valid.replace('"estimate": -0.029', '"estimate": 1e400')).what).toContain('estimate');
  });

  test('is refused for endless nesting with a message, not a crash', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(failure(deep).what).toContain('nested more than 32 levels deep');
    expect(failure(valid.replace('"temperature": 0.8', `"temperature": ${deep}`)).what).toContain(
      'nested more than 32 levels deep',
    );
  });

  test('is described without anything that could have an effect in a log', () => {
    const evil = valid.replace('"warnings"', JSON.stringify('\u001B[2J\n::set-output name=a::b'));
    expect(failure(evil).what).not.toMatch(/[\p{Cc}]|::/u);
  });

  test('is described briefly, however much is wrong', () => {
    const wrong = JSON.stringify({ schema: 1, measures: Array.from({ length: 500 }, () => ({})) });
    expect(failure(wrong).what).toMatch(/and [\d,]+ more$/u);
    expect(failure(wrong).what.length).toBeLessThan(1000);
  });

  test('may begin with a byte order mark', () => {
    expect(parseResult(`\uFEFF${valid}`)).toEqual(reversal());
  });
});
