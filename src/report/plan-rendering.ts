import picocolors from 'picocolors';
import stringWidth from 'string-width';
import type { SideEstimate } from '../sampling/estimate/estimate.ts';
import { ASSUMED_DIVERSITY, type GuardrailOutlook } from '../verdict/outlook.ts';
import { fit, wrap } from './columns.ts';
import { blocks, list, table } from './fold.ts';
import { markdownText, SENTENCE_LIMIT, terminalText } from '../result/text/neutralise.ts';
import { marginWords } from '../result/sentences/margins.ts';
import * as numbers from '../result/sentences/numbers.ts';
import type { TerminalOptions } from './terminal.ts';
import { nameOf, planWarnings, type PlannedRun, totalsOf, UNLIMITED_COMPLETIONS } from './plan.ts';

const completionWords = ({ requests, completionTokens }: SideEstimate): string => {
  if (requests === 0) return '0';
  if (completionTokens === undefined) return 'no limit';
  return `${completionTokens.basis === 'limit' ? '≤ ' : ''}${numbers.tokens(completionTokens.tokens)}`;
};

/** Number of table columns that contain names; the others contain numbers from this tool. */
const NAMES = 2;

const ASCII: Readonly<Record<string, string>> = { '≤': '<=', '√': 'sqrt', '²': '^2', '−': '-', '…': '...' };

interface Cells {
  readonly head: readonly string[];
  readonly align: readonly ('l' | 'r')[];
  readonly rows: readonly (readonly string[])[];
}

const samplingCells = (sides: readonly SideEstimate[]): Cells => ({
  head: ['suite', 'side', 'samples', 'stored', 'requests', 'prompt tokens', 'completion tokens'],
  align: ['l', 'l', 'r', 'r', 'r', 'r', 'r'],
  rows: sides.map((each) => [
    each.suite,
    each.side,
    numbers.count(each.samples),
    numbers.count(each.stored),
    numbers.count(each.requests),
    numbers.tokens(each.promptTokens),
    completionWords(each),
  ]),
});

const outlookCells = (outlook: readonly GuardrailOutlook[]): Cells => ({
  head: [
    'guardrail',
    'suite',
    'margin',
    'items',
    'C_eff',
    'detectable loss',
    'kept if unchanged',
    'recommended',
  ],
  align: ['l', 'l', 'r', 'r', 'r', 'r', 'r', 'r'],
  rows: outlook.map((each) => [
    nameOf(each),
    each.suite,
    marginWords(each.margin),
    numbers.count(each.items),
    numbers.count(Math.floor(each.effectiveClusters)),
    marginWords({ kind: each.margin.kind, fraction: each.detectable }),
    each.gates ? numbers.percent(each.chanceKept) : 'not a guardrail',
    each.gates ? `${numbers.count(each.itemsRecommended)} items` : '',
  ]),
});

/** A sentence with the total requests, tokens and cost. */
const totalSentence = ({ sides }: PlannedRun): string => {
  const { requests, stored, promptTokens, completionTokens, bounded, costUsd } = totalsOf(sides);
  const sent = `${numbers.counted(requests, 'request')} (${numbers.counted(stored, 'sample')} in the store)`;
  const prompt = numbers.tokens(promptTokens);
  if (completionTokens === undefined)
    return `The check needs ${sent} and about ${prompt} prompt tokens. ${UNLIMITED_COMPLETIONS}`;
  const about = bounded ? 'at most' : 'about';
  const cost = costUsd === undefined ? '' : `; ${about} ${numbers.usd(costUsd)}`;
  return `The check needs ${sent}, about ${prompt} prompt and ${about} ${numbers.tokens(completionTokens)} completion tokens${cost}.`;
};

/**
 * Sentences about the requests and cost if a server returns only one sample per request; empty if this makes no
 * difference.
 */
const singlySentences = ({ sides }: PlannedRun): readonly string[] => {
  const { requests, bounded, singly } = totalsOf(sides);
  if (singly.requests === requests) return [];
  const cost =
    singly.costUsd === undefined
      ? ''
      : `; ${bounded ? 'at most ' : 'about '}${numbers.usd(singly.costUsd)} in total`;
  return [
    `One request asks for several samples of an item (sampling.n-per-request). If the servers return only one completion per request, the check needs ${numbers.counted(singly.requests, 'request')} and about ${numbers.tokens(singly.promptTokens)} prompt tokens${cost}.`,
  ];
};

/** The additional cost of embedding solutions; empty if there are no embeddings. */
const embeddingSentences = ({ embedding }: PlannedRun): readonly string[] =>
  embedding === undefined
    ? []
    : [
        `Embedding solutions with ${embedding.model} needs at most ${numbers.counted(embedding.requests, 'request')} for ${numbers.counted(embedding.texts, 'solution')} and ${numbers.tokens(embedding.promptTokens)} tokens. Wrong, repeated and stored solutions are not sent. The numbers above do not include these requests, whose price is unknown.`,
      ];

/** The additional cost of judge models: one sentence for each suite that uses a judge. */
const judgingSentences = ({ judging }: PlannedRun): readonly string[] =>
  judging.map(({ suite, model, verdicts, promptTokens, completionTokens, costUsd }) => {
    const completion = `${numbers.tokens(completionTokens)} completion tokens`;
    const cost = costUsd === undefined ? '' : ` (${numbers.usd(costUsd)})`;
    const [tokens, unlimited] =
      promptTokens === undefined
        ? [
            ` and ${completion}`,
            ' There is no limit on the number of prompt tokens, because the prompts contain completions and sampling.max-tokens is not set.',
          ]
        : [`, ${numbers.tokens(promptTokens)} prompt and ${completion}${cost}`, ''];
    return `Judging ${suite} with ${model} needs at most ${numbers.counted(verdicts, 'request')}${tokens}, in addition to the judge's known answers.${unlimited} Repeated and stored completions are not sent. The numbers above do not include this, but the budget does.`;
  });

/** The budget, including limits that apply by default. */
const budgetSentence = ({
  budget: { maxRequests, maxTokens, maxCostUsd, maxMinutes },
}: PlannedRun): string => {
  const limits = [
    maxRequests === undefined
      ? 'a quarter more requests than needed, or 100 more if that is larger (by default)'
      : numbers.counted(maxRequests, 'request'),
    ...(maxTokens === undefined ? [] : [`${numbers.tokens(maxTokens)} tokens`]),
    ...(maxCostUsd === undefined ? [] : [numbers.usd(maxCostUsd)]),
    ...(maxMinutes === undefined ? [] : [`${numbers.plain(maxMinutes)} min`]),
  ];
  return `Budget: at most ${limits.join(', ')}.`;
};

const notes = (run: PlannedRun): readonly string[] => {
  const { versions, sides, outlook } = run;
  return [
    ...singlySentences(run),
    budgetSentence(run),
    ...judgingSentences(run),
    ...embeddingSentences(run),
    'Prompt tokens are estimated at one per four characters.',
    ...(sides.some(({ requests, completionTokens }) => requests > 0 && completionTokens?.basis === 'store')
      ? [
          'Completion tokens are estimated from the mean of stored completions; ≤ marks upper bounds from the token limit.',
        ]
      : []),
    ...(versions === undefined ? ['Without --old and --new, the plan assumes that nothing is stored.'] : []),
    ...(outlook.length === 0
      ? []
      : [
          `The table assumes that differences have a standard deviation of √(1/(3n) + 0.1²) per item${outlook.some(({ margin }) => margin.kind === 'relative') ? `, and that the baseline's diversity is ${numbers.dissimilarity(ASSUMED_DIVERSITY)}` : ''}. Detectable loss: the smallest loss that 80% of checks would detect. Recommended: the number of items at which all guardrails are kept in 80% of checks of an unchanged pair.`,
        ]),
  ];
};

const markdownCells = ({ head, rows, align }: Cells): string =>
  rows.length === 0
    ? ''
    : table(
        head,
        rows.map((cells) => cells.map((cell, column) => (column < NAMES ? markdownText(cell) : cell))),
        align,
      );

const sentences = (texts: readonly string[]): string =>
  list(texts.map((text) => markdownText(text, SENTENCE_LIMIT)));

/** A plan in Markdown, with all text neutralized and a final newline. */
export const renderPlanMarkdown = (run: PlannedRun): string => {
  const warnings = planWarnings(run);
  return `${blocks(
    `**The plan.** ${markdownText(totalSentence(run), SENTENCE_LIMIT)}`,
    markdownCells(samplingCells(run.sides)),
    markdownCells(outlookCells(run.outlook)),
    warnings.length === 0 ? '' : blocks('**Warnings**', sentences(warnings)),
    sentences(notes(run)),
  )}\n`;
};

/** A plan for a terminal or a log, with all text neutralized and a final newline. */
export const renderPlanTerminal = (
  run: PlannedRun,
  { colour, columns, unicode }: TerminalOptions,
): string => {
  const colours = picocolors.createColors(colour);
  const width = Math.max(60, columns);
  const aligned = ({ head, rows, align }: Cells): string => {
    const lines = [head, ...rows].map((cells) => cells.map((cell) => terminalText(cell, 40)));
    const widths = head.map((_, at) => Math.max(...lines.map((cells) => stringWidth(cells[at] ?? ''))));
    return lines
      .map((cells, at) => {
        const line = cells
          .map((cell, column) => fit(cell, widths[column] ?? 0, align[column]))
          .join('  ')
          .trimEnd();
        return at === 0 ? colours.dim(line) : line;
      })
      .join('\n');
  };
  const sentence = (text: string, lead = ''): string =>
    wrap(terminalText(text, SENTENCE_LIMIT), width - lead.length)
      .map((line, at) => (at === 0 ? lead : ' '.repeat(lead.length)) + line)
      .join('\n');
  const text = [
    sentence(totalSentence(run)),
    aligned(samplingCells(run.sides)),
    run.outlook.length === 0 ? '' : aligned(outlookCells(run.outlook)),
    planWarnings(run)
      .map((warning) => sentence(warning, 'Warning: '))
      .join('\n'),
    notes(run)
      .map((note) => sentence(note))
      .join('\n'),
  ];
  const plain = text
    .filter((part) => part !== '')
    .join('\n\n')
    .replaceAll('\u00A0', ' ');
  return `${unicode ? plain : plain.replace(/[≤√²−…]/gu, (sign) => ASCII[sign] ?? sign)}\n`;
};
