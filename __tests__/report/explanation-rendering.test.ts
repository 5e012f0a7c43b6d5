import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/result/explanation.ts';
import { serialiseExplanation } from '../../src/result/explanation.ts';
import {
  renderExplanationMarkdown,
  renderExplanationTerminal,
} from '../../src/report/explanation-rendering.ts';
import { measureResult } from '../support/results.ts';

const explanationOf = (text: string, name = 'q1'): Explanation => ({
  versions: { old: 'v1', new: 'v2' },
  measure: measureResult({
    suite: 'sums',
    role: 'target',
    dimension: 'accuracy',
    name: 'pass@1',
    old: 0.75,
    new: 0.5,
    state: 'lost',
  }),
  moved: { items: 40, up: 3, down: 12 },
  items: [
    {
      suite: 'sums',
      id: name,
      group: name,
      prompt: text,
      right_answer: name,
      old: {
        value: 1,
        outcomes: { correct: 4 },
        answers: [{ answer: name, count: 4 }],
        ways: 2,
        samples: [
          {
            index: 0,
            outcome: 'correct',
            answer: name,
            rule: name,
            lenient: null,
            reason: null,
            way: [name],
            text,
          },
        ],
      },
      new: {
        value: 0.25,
        outcomes: { correct: 1, incorrect: 3 },
        answers: [],
        ways: null,
        samples: [
          {
            index: 2,
            outcome: 'incorrect',
            answer: null,
            rule: null,
            lenient: null,
            reason: name,
            way: [],
            text: null,
          },
        ],
      },
    },
  ],
  notes: [name],
});

const PLAIN = { colour: false, unicode: true };

describe('on a terminal', () => {
  test('shows both completions side by side if there is room, else one below the other', () => {
    const explanation = explanationOf('First line.\nSecond line.');
    const wide = renderExplanationTerminal(explanation, { ...PLAIN, columns: 120 });
    expect(wide).toContain('sums/accuracy/pass@1, v1 → v2: 75.0% → 50.0%');
    expect(wide.replaceAll('\n', ' ')).toContain(
      'Of 40 items, 3 went up and 12 went down. The item that contributed most to the change is shown below.',
    );
    expect(wide).toContain('1. sums/q1 (q1): 100.0% → 25.0%');
    expect(wide).toMatch(/^v1, sample 0: correct, answer q1 \(rule q1\) +│ v2, sample 2: incorrect, q1$/mu);
    expect(wide).toMatch(/^First line\. +│ \(text not found\)$/mu);
    const narrow = renderExplanationTerminal(explanation, { ...PLAIN, columns: 80 });
    expect(narrow).toMatch(/^First line\.\nSecond line\.\n\nv2, sample 2: incorrect, q1$/mu);
  });

  test.each([60, 91, 200])(
    'keeps lines within %i columns, and says how much of a long text is left',
    (columns) => {
      const text = `${'word '.repeat(300)}\n${'x'.repeat(500)}\n${'line\n'.repeat(100)}`;
      const shown = renderExplanationTerminal(explanationOf(text), { ...PLAIN, columns });
      expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(shown).toMatch(/\(\d+ more lines; to see all of them, use --json\)/u);
    },
  );

  test('keeps the indentation of a program', () => {
    const shown = renderExplanationTerminal(explanationOf('def f():\n    return 1'), {
      ...PLAIN,
      columns: 80,
    });
    expect(shown).toContain('\n    return 1\n');
  });
});

describe('hostile texts', () => {
  const hostile =
    '@everyone ``` | </details> <!-- reversal-check --> ::error::x\u001B[2J\u202E #1 [a](http://x)';

  test('have no effect on a terminal or in a log', () => {
    const shown = renderExplanationTerminal(explanationOf(`${hostile}\n::set-output name=x::y`, hostile), {
      ...PLAIN,
      columns: 120,
    });
    expect(shown).not.toMatch(/::|\u202E/u);
    expect(shown).not.toContain('\u001B');
  });

  test('have no effect in Markdown', () => {
    const shown = renderExplanationMarkdown(explanationOf(hostile, hostile));
    const outside = shown.replaceAll(/^(`{4,})text\n[^]*?\n\1$/gmu, '');
    expect(shown).not.toContain('\u202E');
    expect(shown).not.toContain('\u001B');
    expect(outside).not.toMatch(/@everyone|<\/details>|<!--|```|#1\b|\]\(/u);
    expect(shown).toContain('@everyone ```');
  });

  test('are unchanged, unrounded and whole in JSON', () => {
    const explanation = explanationOf(hostile, hostile);
    expect(JSON.parse(serialiseExplanation(explanation))).toEqual(JSON.parse(JSON.stringify(explanation)));
  });
});
