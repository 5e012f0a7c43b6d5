import picocolors from 'picocolors';
import stringWidth from 'string-width';
import type { FalseAlarms } from '../verdict/false-alarms.ts';
import { MOST_FALSE_ALARMS } from '../verdict/false-alarms.ts';
import type { GuardrailName } from '../config/policy.ts';
import { type Exclusion, exclusionSentence } from '../result/exclusions.ts';
import { fit, wrap } from './columns.ts';
import { jsonForLogs } from '../result/text/log-commands.ts';
import { SENTENCE_LIMIT, terminalText } from '../result/text/neutralise.ts';
import * as numbers from '../result/sentences/numbers.ts';
import type { TerminalOptions } from './terminal.ts';

/** A guardrail that cannot be measured with half of the samples. */
export interface LeftOut {
  readonly guardrail: GuardrailName;
  /** Minimum number of samples per item for testing this guardrail. */
  readonly needed: number;
}

/** The result of an A/A test on one checkpoint's samples. */
export interface SelfTest {
  /** n: the number of samples per item. */
  readonly samplesPerItem: number;
  /** The number of samples per item on each side of a split. */
  readonly half: number;
  readonly seed: number;
  readonly items: number;
  /** The number of items with fewer than n samples. */
  readonly shortItems: number;
  readonly leftOut: readonly LeftOut[];
  /** Items that were not graded, by suite. */
  readonly exclusions: readonly Exclusion[];
  /** Whether semantic diversity would gate in a check. The test does not measure it, because it computes no embeddings. */
  readonly withoutSemantic: boolean;
  readonly found: FalseAlarms;
}

const sentencesOf = ({
  half,
  seed,
  items,
  shortItems,
  leftOut,
  exclusions,
  withoutSemantic,
  found,
}: SelfTest): readonly string[] => {
  const { runs, alarms, interval, lowerBound, holds, verdicts } = found;
  return [
    `False alarms: ${numbers.count(alarms)} of ${numbers.counted(runs, 'split')} (${numbers.percent(alarms / runs)}, 95% interval ${numbers.percent(interval[0])} to ${numbers.percent(interval[1])}).`,
    holds
      ? `This is consistent with the guarantee of at most ${numbers.percent(MOST_FALSE_ALARMS)}: the one-sided 99.9% lower bound is ${numbers.percent(lowerBound)}.`
      : `This violates the guarantee of at most ${numbers.percent(MOST_FALSE_ALARMS)}: the one-sided 99.9% lower bound is ${numbers.percent(lowerBound)}. Please report this bug with your configuration. Until it is fixed, treat any loss on this eval set as unconfirmed.`,
    `Verdicts: ${Object.entries(verdicts)
      .map(([status, count]) => `${numbers.count(count)} ${status}`)
      .join(', ')}.`,
    `Each split compares ${numbers.counted(half, 'sample')} per item with ${numbers.count(half)} others of the same checkpoint, on ${numbers.counted(items, 'item')} (seed ${seed}). A check has twice as many samples, so fewer of its guardrails are unclear.`,
    ...(shortItems === 0
      ? []
      : [`${numbers.counted(shortItems, 'item has', 'items have')} fewer samples than planned.`]),
    ...leftOut.map(
      ({ guardrail, needed }) =>
        `guardrails.${guardrail} is not tested: that requires ${numbers.counted(needed, 'sample')} per item.`,
    ),
    ...exclusions.map(exclusionSentence),
    ...(withoutSemantic
      ? [
          'Semantic diversity is not measured, because this test computes no embeddings. These numbers do not include its false alarms.',
        ]
      : []),
  ];
};

/** An A/A test for a terminal or a log, with a final newline. */
export const renderSelfTest = (test: SelfTest, { colour, columns, unicode }: TerminalOptions): string => {
  const colours = picocolors.createColors(colour);
  const { guardrails, runs, holds } = test.found;
  const cells = [
    ['guardrail', 'suite', 'lost', 'kept', 'unclear'],
    ...guardrails.map(({ suite, name, lost, kept, unclear }) => [
      terminalText(name, 40),
      terminalText(suite ?? 'all targets', 40),
      ...[lost, kept, unclear].map((count) => numbers.percent(count / runs)),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...cells.map((row) => stringWidth(row[at] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => fit(cell, widths[at] ?? 0, at < 2 ? 'l' : 'r'))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...rows] = lines;
  const paragraphs = sentencesOf(test).map((text) =>
    wrap(terminalText(text, SENTENCE_LIMIT), Math.max(60, columns)).join('\n'),
  );
  const [first = '', ...rest] = paragraphs;
  const text = [(holds ? colours.green : colours.red)(first), ...rest, '', colours.dim(head), ...rows]
    .join('\n')
    .replaceAll('\u00A0', ' ');
  return `${unicode ? text : text.replaceAll('…', '...')}\n`;
};

/** An A/A test as JSON, unrounded, with a final newline. */
export const serialiseSelfTest = ({
  samplesPerItem,
  half,
  seed,
  items,
  shortItems,
  leftOut,
  exclusions,
  withoutSemantic,
  found,
}: SelfTest): string =>
  `${jsonForLogs(
    {
      schema: 1,
      samples_per_item: samplesPerItem,
      samples_per_half: half,
      seed,
      items,
      short_items: shortItems,
      runs: found.runs,
      false_alarms: found.alarms,
      rate: found.alarms / found.runs,
      interval: found.interval,
      lower_bound: found.lowerBound,
      holds: found.holds,
      verdicts: found.verdicts,
      guardrails: found.guardrails.map(({ suite, name, lost, kept, unclear, notGating }) => ({
        suite: suite ?? null,
        name,
        lost,
        kept,
        unclear,
        not_gating: notGating,
      })),
      left_out: leftOut,
      excluded: exclusions.flatMap(({ suite, items: each }) =>
        each.map(({ id, reason }) => ({ suite, id, reason })),
      ),
      not_measured: withoutSemantic ? ['semantic diversity'] : [],
    },
    2,
  )}\n`;
