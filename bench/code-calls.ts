import type { GradableItem, Grade } from '../src/grading/grader.ts';

/** Tests in the style of HumanEval+ and MBPP+: hundreds of calls with their inputs and results written out. */
export interface CallsLoad {
  readonly text: string;
  readonly item: GradableItem;
}

const ITEMS = 8;
const COMPLETIONS = 10;
const LENGTH = 50;

/** Ten solutions for each of eight items of `calls` calls, each call with a list of 50 integers; all items differ. */
export function callsLoad(calls: number): readonly CallsLoad[] {
  return Array.from({ length: ITEMS * COMPLETIONS }, (_, solution) => {
    const place = Math.floor(solution / COMPLETIONS);
    const inputs = Array.from({ length: calls }, (_, call) =>
      Array.from({ length: LENGTH }, (_, at) => (at * at * 7 + call * 13 + place) % 101),
    );
    const results = inputs.map((list) => list.toSorted((a, b) => a - b));
    const tests = `inputs = ${JSON.stringify(inputs)}
results = ${JSON.stringify(results)}
def check(candidate):
    for given, expected in zip(inputs, results):
        assert candidate(given) == expected
`;
    return {
      text: 'def order(numbers):\n    return sorted(numbers)\n',
      item: {
        id: `calls-${place}`,
        prompt: 'Sort numbers.',
        answer: undefined,
        meta: { test: tests, entry_point: 'order' },
      },
    };
  });
}

/** The published references of MBPP, one line of JSON each. The completion to grade is the solution that comes with the tests. */
export function mbppLoad(lines: readonly string[]): readonly CallsLoad[] {
  return lines.map((line) => {
    const meta = JSON.parse(line);
    return {
      text: meta.code,
      item: { id: String(meta.task_id), prompt: meta.text, answer: undefined, meta },
    };
  });
}

/** Formats grades that should all be `correct`: lists those that are not, and counts items whose tests hold objects of the solution. */
export function shownGrades(load: readonly CallsLoad[], grades: readonly Grade[]): readonly string[] {
  const wrong = load.flatMap(({ item }, place) => {
    const { outcome, reason = '' } = grades[place] ?? { outcome: 'unparseable' };
    return outcome === 'correct' ? [] : [`${item.id}: graded ${outcome}, ${reason}`];
  });
  const withObjects = grades.filter(({ rule = '' }) => rule.endsWith('with objects')).length;
  return [
    ...wrong,
    `${load.length - wrong.length} of ${load.length} are correct; the tests of ${withObjects} hold objects of the solution`,
  ];
}
