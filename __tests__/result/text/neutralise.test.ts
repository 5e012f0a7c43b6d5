import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  htmlCode,
  markdownCode,
  markdownFence,
  markdownText,
  NAME_LIMIT,
  oneLine,
  terminalLines,
  terminalText,
} from '../../../src/result/text/neutralise.ts';
import { actsOf, nodesOf, parseMarkdown, shownText } from '../../support/platform.ts';
import { NASTY } from '../../support/results.ts';
import { processorMs } from '../../support/processor-time.ts';

/** Arbitrary text, nasty fragments, and both in any mixture. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.constantFrom(...NASTY.flatMap((text) => text.split(' '))),
      fc.string({
        unit: fc.constantFrom(...Array.from('@#:/$`|<>[]()!*_~\\&-+=.^{}"\'\n\r\t 0aw')),
        maxLength: 4,
      }),
      fc.constantFrom('pass@32', 'pass@1.evil', '[+1.0, −2.0]', '(pass@8)', '[−1, 2]:'),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** Every kind of place for the text, with the structure that must surround it. */
const PLACES: readonly (readonly [
  place: string,
  render: (text: string) => string,
  types: readonly string[],
])[] = [
  ['a paragraph', (text) => markdownText(text), ['paragraph']],
  ['a sentence', (text) => `**Verdict.** ${markdownText(text)} end`, ['paragraph']],
  ['an alert', (text) => `> [!NOTE]\n> ${markdownText(text)}\n>\n> end`, ['blockquote']],
  ['a list', (text) => `- ${markdownText(text)}\n- ${markdownText(text)}`, ['list']],
  [
    'a table',
    (text) =>
      `| ${markdownText(text)} | ${markdownCode(text)} |\n| - | - |\n| ${markdownCode(text)} | ${markdownText(text)} |`,
    ['table'],
  ],
  ['code', (text) => `old: ${markdownCode(text)}, new: ${markdownCode(text)}`, ['paragraph']],
  [
    'a summary',
    (text) => `<details><summary>${htmlCode(text)} ${markdownText(text)}</summary>\n\nbody\n\n</details>`,
    ['html', 'paragraph', 'html'],
  ],
  [
    'a fence',
    (text) => `before\n\n${markdownFence(text, 'sh')}\n\nafter`,
    ['paragraph', 'code', 'paragraph'],
  ],
];

describe.each(PLACES)('in %s', (_, render, types) => {
  test.each([...NASTY, 'pass@32.-pass@32'])('%j has no effect and changes no structure', (text) => {
    expect(actsOf(render(text))).toEqual([]);
    expect(parseMarkdown(render(text)).children.map(({ type }) => type)).toEqual(types);
  });

  test('no text has an effect or changes the structure', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(actsOf(render(text))).toEqual([]);
        expect(parseMarkdown(render(text)).children.map(({ type }) => type)).toEqual(types);
      }),
      { numRuns: 400 },
    );
  });
});

test('a table keeps its cells whatever they contain', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const markdown = `| ${markdownText(text)} | ${markdownCode(text)} | x |\n| - | - | - |\n| ${markdownCode(text)} | ${markdownText(text)} | y |`;
      const nodes = nodesOf(parseMarkdown(markdown)).map(({ node }) => node);
      const rows = nodes.filter((node) => node.type === 'tableRow');
      expect(rows.map((row) => row.children.length)).toEqual([3, 3]);
      expect(rows.map((row) => row.children.at(-1)?.children)).toMatchObject([
        [{ value: 'x' }],
        [{ value: 'y' }],
      ]);
    }),
  );
});

test('a reader sees the text itself, in text and in code', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const seen = oneLine(text, NAME_LIMIT);
      expect(shownText(`x ${markdownText(text)} x`)).toBe(`x ${seen} x`);
      expect(shownText(`x ${markdownCode(text)} x`)).toBe(`x ${seen} x`);
    }),
  );
});

test('common names stay unchanged, in the source too', () => {
  for (const name of [
    'gsm8k',
    'math-algebra',
    'my_suite_name',
    'level 5',
    'v2.1.0-rc.3',
    'pass@32',
    "old's ±2 (p 0.3)",
    '模型',
  ]) {
    expect(markdownText(name)).toBe(name);
    expect(markdownCode(name)).toBe(`\`${name}\``);
    expect(terminalText(name)).toBe(name);
  }
  expect(markdownText('fell, −2.9 points [−4.4, −1.4]: lost (pass@32)')).toBe(
    'fell, −2.9 points [−4.4, −1.4]: lost (pass@32)',
  );
});

test('code copies exactly', () => {
  const name = '@acme/math:v3 #12 deadbeefcafe';
  expect(markdownCode(name)).toBe(`\`${name}\``);
});

test('no comment marker can be found in text or code', () => {
  const marker = '<!-- reversal-check -->';
  const everywhere = [
    markdownText(marker),
    markdownCode(marker),
    htmlCode(marker),
    markdownFence(marker, 'sh'),
  ];
  for (const markdown of everywhere) expect(markdown).not.toContain('<!--');
});

test('a fence shows its lines, and no run of backticks closes it', () => {
  const text = 'one\n```\n`````\n~~~\n@octocat';
  const [node] = parseMarkdown(markdownFence(text, 'sh')).children;
  expect(node).toMatchObject({ type: 'code', lang: 'sh', value: text });
});

test('a fence handles half a million runs of backticks', () => {
  expect(markdownFence('` '.repeat(500_000), 'sh').startsWith('```sh\n')).toBe(true);
});

describe('long text', () => {
  test('is shortened to 80 graphemes, including the ellipsis', () => {
    expect(oneLine('a'.repeat(80))).toBe('a'.repeat(80));
    expect(oneLine('a'.repeat(81))).toBe(`${'a'.repeat(79)}…`);
    expect(oneLine('\u{1F1E9}\u{1F1EA}'.repeat(81))).toBe(`${'\u{1F1E9}\u{1F1EA}'.repeat(79)}…`);
  });

  test('stays short however its characters combine', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(oneLine(text).length).toBeLessThanOrEqual(80 * 16);
      }),
    );
    expect(oneLine(`a${'\u0301'.repeat(10_000)}`).length).toBeLessThanOrEqual(16);
    expect(oneLine(`👍${'\u{1F3FB}'.repeat(10_000)}`).length).toBeLessThanOrEqual(16);
  });

  test('is processed in linear time', () => {
    const nasty = ['\u001B]', '\u009D', '\u001B[', '&', 'a@', '[1, ', '`', 'deadbee', ':a', '\u0301'];
    const started = processorMs();
    for (const piece of nasty) terminalLines(markdownText(piece.repeat(100_000), 100_000));
    expect(processorMs() - started).toBeLessThan(10_000);
  });
});

test('empty text is shown as (empty)', () => {
  for (const text of ['', ' \n', '\u200B\u0000', '\u001B[31m']) expect(oneLine(text)).toBe('(empty)');
});

describe('in a terminal', () => {
  test('no text contains a control character, a format character or an escape sequence', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of [terminalText(text), ...terminalLines(text)]) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('escape sequences are removed whole, and an unterminated one removes nothing else', () => {
    expect(terminalText('a\u001B[1;31mb\u001B[0mc')).toBe('abc');
    expect(terminalText('a\u001B]0;title\u0007b\u009D8;;http://x\u009Cc')).toBe('abc');
    expect(terminalText('a\u001BPpayload\u001B\\b')).toBe('ab');
    expect(terminalText('a\u001B]0;not closed, verdict: lost')).toBe('a]0;not closed, verdict: lost');
  });

  test('reversed text is shown forwards', () => {
    expect(terminalText('gsm8k\u202Etsol\u2066 x')).toBe('gsm8ktsol x');
  });

  test('no line is a workflow command, however it is indented or broken', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of [terminalText(text), ...terminalLines(text)]) {
          expect(line).not.toMatch(/::|##\[|:\/\//u);
        }
      }),
    );
    expect(terminalText('::set-output name=x::y')).toBe(': :set-output name=x: :y');
    expect(terminalLines('fine\n  ::error::x')).toEqual(['fine', '  : :error: :x']);
  });

  test('lines stay lines, whatever ends them', () => {
    expect(terminalLines('a\r\nb\rc\u2028d\u0085e\n\nf\tg')).toEqual(['a', 'b', 'c', 'd', 'e', '', 'f  g']);
  });
});
