import type { ReportToPublish } from './report-to-publish.ts';

/** What GitHub takes, in characters. */
export const LONGEST_COMMENT = 65_536;

/** What a comment of ours says of itself, hidden from the reader. */
export interface CommentState {
  /** The number of the run that wrote it: a later run has a higher one. */
  readonly run: number;
  /** `Showing.outcome` of what it shows. */
  readonly outcome: string;
  /** The guardrails that stand in alarm; none but where a check is repeated every night. */
  readonly alarmed: readonly string[];
}

/**
 * The hidden last line of a check's comment. Any key gives a marker that no other key gives, and that closes where it
 * should: what could end it is written as in a URL.
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

/** What was encoded; nothing where it was not. */
function decoded(text: string): readonly string[] {
  try {
    return [decodeURIComponent(text)];
  } catch {
    return [];
  }
}

/** Whether a comment ends with this marker. One that merely quotes it is none of ours. */
export function hasMarker(body: string, marker: string): boolean {
  return lastLines(body).at(-1) === marker;
}

const STATE =
  /^<!-- reversal-check-state run:(?<run>\d{1,15}) outcome:(?<outcome>[a-z0-9-]{1,60})(?: alarmed:(?<alarmed>[^\s>]*))? -->$/;

/** What a comment of ours says of itself; undefined where it says nothing that can be read. */
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

/** The whole text of a comment or an issue that gave way to the one at `url`: it is marked as this check's, and says nothing of a run. */
export function supersededText(key: string, url: string): string {
  return `Superseded by [a newer one](${url}), which this check wrote with another token.\n\n${markerOf(key)}`;
}

/** The whole text of a comment, never longer than GitHub takes: what is shown, and what marks it as this check's. */
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
