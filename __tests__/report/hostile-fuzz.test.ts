import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { renderComment } from '../../src/report/comment.ts';
import { serialiseExplanation } from '../../src/result/explanation.ts';
import {
  renderExplanationMarkdown,
  renderExplanationTerminal,
} from '../../src/report/explanation-rendering.ts';
import { parseResult, serialiseResult } from '../../src/result/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import {
  htmlCode,
  markdownCode,
  markdownFence,
  markdownText,
  terminalLines,
  terminalMessage,
  terminalText,
} from '../../src/result/text/neutralise.ts';
import { serialisePlan } from '../../src/report/plan.ts';
import { renderPlanMarkdown, renderPlanTerminal } from '../../src/report/plan-rendering.ts';
import { renderProbeTerminal, serialiseProbe } from '../../src/report/probe.ts';
import { renderSelfTest, serialiseSelfTest } from '../../src/report/self-test.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { hostileText } from '../support/hostile-atoms.ts';
import { logActsOf } from '../support/log-acts.ts';
import { actsOf } from '../support/platform.ts';
import { invalid, waived, withEveryText } from '../support/results.ts';
import { explanationWith, planWith, probeWith, selfTestWith } from '../support/shown-texts.ts';

/* Feeds random hostile text to every output. Bounded: the seed is fixed, and each run takes a few seconds. */

const SEED = 20_261;
const text = hostileText(fc);

const html = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

const OWN =
  /<\/?(?:p|span|code|table|thead|tbody|tr|th|td|details|summary|ul|li|h3|blockquote|pre)(?: align="[a-z]+"| class="language-text")?>/gu;

/** Positions of text in Markdown: the beginning of the page, and its end, which must not depend on the text. */
const CONTEXTS: readonly (readonly [(shown: string) => string, string])[] = [
  [(shown) => `Before ${shown} after\n\nEND`, '<p>END</p>'],
  [(shown) => `- ${shown}\n- END`, '<li>END</li>\n</ul>'],
  [(shown) => `### ${shown}\n\nEND`, '<p>END</p>'],
  [
    (shown) => `| a | b |\n|---|---|\n| ${shown} | B |\n\nEND`,
    '<td>B</td>\n</tr>\n</tbody>\n</table>\n<p>END</p>',
  ],
  [(shown) => `> ${shown}\n\nEND`, '<p>END</p>'],
];

describe('one text', () => {
  test('ends where it should in Markdown, adds no element, and has no effect', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        for (const shown of [markdownText(hostile), markdownCode(hostile)]) {
          expect(shown).not.toContain('\n');
          for (const [page, end] of CONTEXTS) {
            const rendered = html(page(shown));
            expect(rendered.endsWith(end), rendered).toBe(true);
            expect(rendered.replaceAll(OWN, '')).not.toMatch(/[<>]/u);
            expect(actsOf(page(shown))).toEqual([]);
            expect(logActsOf(page(shown))).toEqual([]);
          }
        }
        const folded = `<details><summary>${htmlCode(hostile)} x</summary>\n\nIN\n\n</details>\n\nEND`;
        expect(html(folded).endsWith('<p>END</p>')).toBe(true);
        expect(html(folded).replaceAll(OWN, '')).not.toMatch(/[<>]/u);
        expect(logActsOf(folded)).toEqual([]);
        const fenced = `X\n\n${markdownFence(hostile, 'text')}\n\nEND`;
        expect(html(fenced)).toMatch(
          /^<p>X<\/p>\n<pre><code class="language-text">[^<>]*<\/code><\/pre>\n<p>END<\/p>$/u,
        );
        expect(logActsOf(fenced)).toEqual([]);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  test('has no effect in a log, whole or after others, and contains no address to follow', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const shown = [terminalText(one), ...terminalLines(one), terminalMessage(one), terminalText(other)];
        expect(logActsOf(shown.join('\n'))).toEqual([]);
        expect([terminalText(one), ...terminalLines(one)].join('\n')).not.toContain('://');
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});

const NARROW = { colour: false, columns: 60, unicode: true };
const WIDE = { colour: true, columns: 160, unicode: false };

/** Every output, with text in every place that the schemas leave free. */
const PRINTED: Readonly<Record<string, (hostile: string) => string>> = {
  'a report': (hostile) => renderMarkdown(withEveryText(waived(), hostile)),
  'a report of what failed': (hostile) => renderMarkdown(withEveryText(invalid(), hostile)),
  'a comment': (hostile) => renderComment(withEveryText(waived(), hostile), { maxCharacters: 9_000 }),
  'a terminal': (hostile) => renderTerminal(withEveryText(waived(), hostile), NARROW),
  'a wide terminal with colors': (hostile) => renderTerminal(withEveryText(invalid(), hostile), WIDE),
  'JSON of a result': (hostile) => serialiseResult(withEveryText(waived(), hostile)),
  'an explanation': (hostile) => renderExplanationTerminal(explanationWith(hostile), WIDE),
  'an explanation on a narrow terminal': (hostile) =>
    renderExplanationTerminal(explanationWith(hostile), NARROW),
  'an explanation in Markdown': (hostile) => renderExplanationMarkdown(explanationWith(hostile)),
  'an explanation as JSON': (hostile) => serialiseExplanation(explanationWith(hostile)),
  'a plan': (hostile) => renderPlanTerminal(planWith(hostile), NARROW),
  'a plan in Markdown': (hostile) => renderPlanMarkdown(planWith(hostile)),
  'a plan as JSON': (hostile) => serialisePlan(planWith(hostile)),
  'a self-test': (hostile) => renderSelfTest(selfTestWith(hostile), NARROW),
  'a self-test as JSON': (hostile) => serialiseSelfTest(selfTestWith(hostile)),
  'a probe': (hostile) => renderProbeTerminal(probeWith(hostile), NARROW),
  'a probe as JSON': (hostile) => serialiseProbe(probeWith(hostile)),
};

describe('every output', () => {
  test.each(Object.entries(PRINTED))('%s has no effect in a log', (name, print) => {
    fc.assert(
      fc.property(text, (hostile) => {
        const printed = print(hostile);
        expect(logActsOf(printed)).toEqual([]);
        if (name.endsWith('Markdown') || /report|comment/u.test(name)) expect(actsOf(printed)).toEqual([]);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  test('neutralized JSON has the same value', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const result = withEveryText(waived(), hostile);
        expect(parseResult(serialiseResult(result), 'x')).toEqual(parseResult(JSON.stringify(result), 'x'));
        expect(JSON.parse(serialiseExplanation(explanationWith(hostile)))).toMatchObject({
          notes: [hostile.toWellFormed()],
        });
      }),
      { seed: SEED, numRuns: 25 },
    );
  });
});
