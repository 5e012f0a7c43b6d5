import type { Message } from '../evalset/suite.ts';
import type { Outcome } from '../grading/outcome.ts';
import type { SideEstimate } from '../sampling/estimate/estimate.ts';
import { wrap } from './columns.ts';
import { jsonForLogs } from '../result/text/log-commands.ts';
import { SENTENCE_LIMIT, terminalLines, terminalText } from '../result/text/neutralise.ts';
import * as numbers from '../result/sentences/numbers.ts';
import { totalsOf, UNLIMITED_COMPLETIONS } from './plan.ts';
import type { TerminalOptions } from './terminal.ts';

/** One completion in a probe, with its grade. */
export interface ProbedSample {
  /** The completion as the server returned it; null if there is none. */
  readonly text: string | null;
  readonly finish_reason: string | null;
  /** The sample's grade; null if the sample was not graded because the suite is open or is graded by a judge model. */
  readonly outcome: Outcome | null;
  readonly answer: string | null;
  readonly rule: string | null;
  readonly lenient: 'correct' | null;
  readonly reason: string | null;
  /** Token counts reported by the server; null if it reports none. */
  readonly tokens: {
    readonly prompt: number | null;
    readonly completion: number | null;
    readonly reasoning: number | null;
  };
}

export interface ProbedSuite {
  readonly name: string;
  readonly grader: string | null;
  readonly items: readonly {
    readonly id: string;
    /** The prompt as it was sent. */
    readonly messages: readonly Message[];
    readonly right_answer: string | null;
    readonly old: ProbedSample | null;
    readonly new: ProbedSample | null;
  }[];
}

/** Results for a few samples, and the projected cost of a whole check. */
export interface Probed {
  readonly versions: { readonly old: string; readonly new: string };
  readonly models: { readonly old: string; readonly new: string };
  readonly suites: readonly ProbedSuite[];
  readonly projected: {
    /** Estimates of the remaining requests, based on stored completions' token counts. */
    readonly sides: readonly SideEstimate[];
    /** Mean duration of one of the probe's requests; undefined if all completions came from the store. */
    readonly meanMs: number | undefined;
    /** The configured concurrency. */
    readonly concurrency: number | 'auto';
  };
}

/** Maximum number of prompt lines, and of completion lines, to show in a terminal. */
const PROMPT_LINES = 12;
const COMPLETION_LINES = 24;

/** A probe as a single JSON value, with a final newline. */
export function serialiseProbe({ projected, ...rest }: Probed): string {
  const { meanMs, ...others } = projected;
  return `${jsonForLogs({ ...rest, projected: { ...others, mean_ms: meanMs ?? null } }, 2)}\n`;
}

/** The projection for the whole check: one sentence about the cost and one about the time. */
export function projectionSentences({ projected }: Probed): readonly string[] {
  const { sides, meanMs, concurrency } = projected;
  const { requests, promptTokens, completionTokens, bounded, costUsd } = totalsOf(sides);
  const about = bounded ? 'at most' : 'about';
  const [sent, prompt] = [numbers.counted(requests, 'request'), numbers.tokens(promptTokens)];
  const cost = costUsd === undefined ? ' (set prices to see the cost)' : `; ${about} ${numbers.usd(costUsd)}`;
  const whole =
    completionTokens === undefined
      ? `The rest of the check needs ${sent} and about ${prompt} prompt tokens. ${UNLIMITED_COMPLETIONS}`
      : `The rest of the check needs ${sent}, about ${prompt} prompt tokens and ${about} ${numbers.tokens(completionTokens)} completion tokens${cost}.`;
  if (meanMs === undefined) return [whole];
  const atOnce = concurrency === 'auto' ? 8 : concurrency;
  const minutes = (requests * meanMs) / atOnce / 60_000;
  const time =
    minutes < 1 ? `${numbers.count(Math.ceil(minutes * 60))} s` : `${numbers.count(Math.ceil(minutes))} min`;
  return [
    whole,
    `A request took ${numbers.words(meanMs / 1000)} s on average, so the remaining requests will take about ${time} with ${numbers.count(atOnce)} at a time${concurrency === 'auto' ? ' (concurrency: auto starts with this number and increases it if the server keeps up)' : ''}.`,
  ];
}

/** A probe for a terminal or a log, with all text neutralized and a final newline. */
export function renderProbeTerminal(probed: Probed, { columns }: Pick<TerminalOptions, 'columns'>): string {
  const width = Math.max(60, columns);
  const sentence = (text: string, indent = ''): string[] =>
    wrap(terminalText(text, SENTENCE_LIMIT), width - indent.length).map((line) => indent + line);
  const lines = (text: string, most: number, indent: string): string[] => {
    const all = terminalLines(text).flatMap((line) => wrap(line, width - indent.length));
    const shown =
      all.length <= most
        ? all
        : [
            ...all.slice(0, most),
            `(${numbers.counted(all.length - most, 'more line')}; to see all of them, use --json)`,
          ];
    return shown.map((line) => `${indent}${line}`.trimEnd());
  };
  const completion = (side: 'old' | 'new', sample: ProbedSample | null): string[] =>
    sample === null
      ? sentence(`${side}: no completion`, '  ')
      : [
          ...sentence(`${side} (${probed.models[side]}): ${gradeOf(sample)}`, '  '),
          ...(sample.text === null ? [] : lines(sample.text, COMPLETION_LINES, '    | ')),
        ];
  const whole = probed.suites.flatMap(({ name, items }) =>
    items.flatMap(({ id, messages, right_answer: right, old, new: candidate }) => [
      ...sentence(`${name}/${id}`),
      ...messages.flatMap(({ role, content }) => lines(`${role}: ${content}`, PROMPT_LINES, '    > ')),
      ...(right === null ? [] : sentence(`right answer: ${right}`, '  ')),
      ...completion('old', old),
      ...completion('new', candidate),
      '',
    ]),
  );
  return `${[...whole, ...projectionSentences(probed).flatMap((line) => sentence(line))].join('\n')}\n`;
}

/** A sample's grade, how its completion ended, and its cost. */
function gradeOf({
  text,
  outcome,
  answer,
  rule,
  lenient,
  reason,
  finish_reason: end,
  tokens,
}: ProbedSample): string {
  const counts = [
    tokens.prompt === null ? '' : `${numbers.tokens(tokens.prompt)} prompt tokens`,
    tokens.completion === null ? '' : `${numbers.tokens(tokens.completion)} completion tokens`,
    tokens.reasoning === null ? '' : `${numbers.tokens(tokens.reasoning)} of them reasoning`,
  ];
  return [
    outcome ?? (text === null ? 'no completion' : 'not graded'),
    answer === null ? '' : `answer ${answer}`,
    rule === null ? '' : `rule ${rule}`,
    lenient === null ? '' : 'the last value in the text is correct',
    reason ?? '',
    end === null ? '' : `finish reason ${end}`,
    ...counts,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
