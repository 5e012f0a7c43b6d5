import type { ReportToPublish } from './report-to-publish.ts';

/** GitHub's limit for a comment, in characters. */
export const LONGEST_COMMENT = 65_536;

/** The hidden state in a check's comment. */
export interface CommentState {
  /** The number of the run that wrote the comment. Later runs have higher numbers. */
  readonly run: number;
  /** The `ReportToPublish.outcome` of the report in the comment. */
  readonly outcome: string;
  /** The guardrails with an active alarm. Empty unless the check runs every night. */
  readonly alarmed: readonly string[];
}

/**
 * The hidden last line of a check's comment. Every key has its own marker. Characters that could end the marker early
 * are percent-encoded.
 */
export function markerOf(key: string): string {
  return `<!-- reversal-check:${encoded(key)} -->`;
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll('%2F', '/')
    .replaceAll(/(?<=-)-|[!'()*~]/g, hex);
}

const hex = (character: string): string => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;

/** The percent-decoded text as a list with one element; empty if the encoding is invalid. */
function decoded(text: string): readonly string[] {
  try {
    return [decodeURIComponent(text)];
  } catch {
    return [];
  }
}

/** Whether a comment ends with this marker. A comment that only quotes it does not count. */
export function hasMarker(body: string, marker: string): boolean {
  return lastLines(body).at(-1) === marker;
}

const STATE =
  /^<!-- reversal-check-state run:(?<run>\d{1,15}) outcome:(?<outcome>[a-z0-9-]{1,60})(?: alarmed:(?<alarmed>[^\s>]*))? -->$/;

/** The hidden state in a check's comment; undefined if there is none or it cannot be read. */
export function stateOf(body: string): CommentState | undefined {
  const groups = STATE.exec(lastLines(body).at(-2) ?? '')?.groups;
  if (groups === undefined) return undefined;
  const alarmed = (groups['alarmed'] ?? '').split(',').filter((each) => each !== '');
  return {
    run: Number(groups['run']),
    outcome: groups['outcome'] ?? '',
    alarmed: alarmed.flatMap(decoded),
  };
}

function lastLines(body: string): readonly string[] {
  return body
    .trimEnd()
    .split('\n')
    .slice(-2)
    .map((line) => line.trim());
}

/**
 * The full text of a comment or issue that was superseded by the comment or issue at `url`. It has this check's marker
 * but no run's state.
 */
export function supersededText(key: string, url: string): string {
  return `Superseded by [a newer comment](${url}), which this check wrote with another token.\n\n${markerOf(key)}`;
}

/** The full text of a comment, within GitHub's limit: the report, then the marker. */
export function commentText(
  showing: ReportToPublish,
  {
    key,
    run,
    alarmed = [],
  }: { readonly key: string; readonly run: number; readonly alarmed?: readonly string[] },
): string {
  const inAlarm = alarmed.length === 0 ? '' : ` alarmed:${alarmed.map(encoded).join(',')}`;
  const tail = `\n<!-- reversal-check-state run:${run} outcome:${showing.outcome}${inAlarm} -->\n${markerOf(key)}`;
  return `${showing.atMost(LONGEST_COMMENT - tail.length)}${tail}`;
}
