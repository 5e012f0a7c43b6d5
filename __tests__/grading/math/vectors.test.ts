import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Grader } from '../../../src/grading/grader.ts';
import { goldStatement, mathAnswer } from '../../../src/grading/math-statement/math-statement.ts';
import { compare } from '../../../src/grading/math/compare.ts';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { describeOnData } from '../../support/describe-on-data.ts';
import { testData } from '../../support/test-data.ts';

const digits = z.number().optional();
const mathVerify = z.array(
  z.object({
    file: z.string(),
    line: z.number(),
    pred: z.string(),
    gold: z.string().optional(),
    /** 1 or 0; the two letters that are extracted where nothing is compared. */
    expected: z.union([z.number(), z.tuple([z.string(), z.string()])]).optional(),
    result: z.number().optional(),
    precision: digits,
    kwargs: z.object({ precision: digits }).optional(),
  }),
);
const hendrycks = z.array(z.object({ a: z.string(), b: z.string(), expected: z.boolean() }));

interface Case {
  readonly name: string;
  readonly gold: string;
  readonly text: string;
  readonly equal: boolean;
  /** Decimals that must agree, where not all. */
  readonly decimals: number | undefined;
  /** Hendrycks' MATH keeps the order of lists. */
  readonly lists: 'ordered' | 'any-order';
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(testData(`vectors/${file}`), 'utf8'));
}

function cases(): readonly Case[] {
  const ofMathVerify = mathVerify.parse(read('math-verify-half.json')).flatMap((vector) =>
    vector.gold === undefined
      ? []
      : [
          {
            name: `${vector.file}:${vector.line}`,
            gold: vector.gold,
            text: vector.pred,
            equal: (vector.expected ?? vector.result) === 1,
            decimals: vector.precision ?? vector.kwargs?.precision,
            lists: 'any-order' as const,
          },
        ],
  );
  const ofHendrycks = hendrycks.parse(read('hendrycks-math.json')).map(({ a, b, expected }) => ({
    name: `${a} | ${b}`,
    gold: a,
    text: `\\boxed{${b}}`,
    equal: expected,
    decimals: undefined,
    lists: 'ordered' as const,
  }));
  return [...ofMathVerify, ...ofHendrycks];
}

/** What is known to differ, each with its reason in docs/graders.md; all are equal by those who collected them. */
const DIFFERENCES = ['test_all.py:71', 'test_boxed.py:8', 'test_yujianll.py:28'];

describeOnData('cases that others collected', () => {
  const graders = new Map<string, Grader>();
  const graderFor = ({ decimals, lists }: Case): Grader => {
    const tolerance = decimals === undefined ? 0 : `${0.5 / 10 ** decimals}`;
    const key = `${tolerance} ${lists}`;
    const grader =
      graders.get(key) ??
      createGrader(graderSpecSchema.parse({ type: 'math', fallback: 'last-math', tolerance, lists }));
    graders.set(key, grader);
    return grader;
  };
  afterAll(async () => {
    for (const grader of graders.values()) await grader.close?.();
  });

  test('agree but for those listed, and nothing is equal that is expected not to be', async () => {
    const all = cases();
    const different: string[] = [];
    for (const vector of all) {
      const { name, gold, text, equal } = vector;
      const item = { id: name, answer: gold, meta: undefined };
      const { outcome } = await graderFor(vector).grade(text, item);
      if (outcome === 'correct' && !equal) throw new Error(`${name} is judged equal`);
      if ((outcome === 'correct') !== equal) different.push(name);
    }
    expect(all).toHaveLength(151);
    expect(different).toEqual(DIFFERENCES);
  });

  test('gold and answer may be exchanged, but where one is an interval and the other an inequality', () => {
    const exactly = { lists: 'ordered', tolerance: { numerator: 0n, denominator: 1n } } as const;
    const asymmetric = cases().filter(({ gold, text }) => {
      const a = goldStatement(gold);
      if (a === undefined) return false;
      const b = mathAnswer(text, {
        prompt: undefined,
        asked: undefined,
        gold: a,
        isUnmarkedRead: true,
      })?.value;
      if (b === undefined) return false;
      return (compare(a, b, exactly) === 'same') !== (compare(b, a, exactly) === 'same');
    });
    expect(asymmetric.map(({ name }) => name)).toEqual([
      'test_all.py:894',
      'test_all.py:907',
      'test_numina_cases.py:24',
      'test_numina_cases.py:137',
    ]);
  });

  test('letters are found by the grader for choices', () => {
    const grader = createGrader(graderSpecSchema.parse({ type: 'choice' }), {
      env: {},
      signal: new AbortController().signal,
      headIsTrusted: true,
    });
    for (const { pred, expected } of mathVerify.parse(read('math-verify-half.json'))) {
      if (!Array.isArray(expected)) continue;
      const graded = grader.grade(pred, { id: 'i', answer: expected[1], meta: undefined });
      expect(graded, pred).toMatchObject({ outcome: 'correct', answer: expected[1] });
    }
  });
});
