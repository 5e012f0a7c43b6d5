/**
 * Commands that programs execute when they read a job's log, regardless of who wrote the text: GitHub's runner
 * (`::name::` at the start of a line, `##[name]` anywhere), Azure Pipelines (`##vso[…]`, `##[…]`), TeamCity
 * (`##teamcity[…]`), and the folds of GitLab (`section_start:…`) and Travis.
 *
 * Inserting a space breaks each of them. An invisible character would not work, because runners that compare texts by
 * linguistic rules ignore it.
 */
/** Matches the number signs that start a bracketed command. */
export const BRACKETED = /##(?=[\w.-]*\[)/gu;
/**
 * Matches a fold's name and colon. Runners require control characters after the colon, which this tool's text never
 * contains, so folds are broken only as a precaution.
 */
export const FOLD = /(section_(?:start|end)|travis_(?:fold|time)):/giu;

/**
 * Breaks all log commands in the text. If `addresses` is `kept`, an address such as `https://…` stays intact; if it is
 * `parted`, a space is inserted after its colon too.
 */
export function withoutLogCommands(
  text: string,
  { addresses }: { readonly addresses: 'kept' | 'parted' },
): string {
  return text
    .replace(addresses === 'parted' ? /:(?=:|\/\/)/gu : /:(?=:)/gu, ': ')
    .replace(BRACKETED, '## ')
    .replace(FOLD, '$1: ');
}

/**
 * Breaks log commands in text whose lines are printed unchanged: `::` matters only at the start of a line, so
 * `std::vector` is left unchanged.
 */
export function linesWithoutLogCommands(text: string): string {
  return text
    .replace(/^(\s*:):/gmu, '$1 :')
    .replace(BRACKETED, '## ')
    .replace(FOLD, '$1: ');
}

// Matches characters to write as JSON escapes: characters that start a command after `##`, control characters that JSON
// permits, and characters that reorder text.
const IN_JSON =
  /##(?=[\w.-]*\[)|(?:section_(?:start|end)|travis_(?:fold|time)):|[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/giu;

/**
 * Serializes a value as JSON without any log commands: the last character of each command is written as an escape,
 * which does not change the value. A line of JSON cannot begin with `::`.
 */
export function jsonForLogs(value: unknown, space?: number): string {
  return JSON.stringify(value, undefined, space).replace(IN_JSON, (found) => {
    const last = found.length - 1;
    return `${found.slice(0, last)}\\u${found.charCodeAt(last).toString(16).padStart(4, '0')}`;
  });
}
