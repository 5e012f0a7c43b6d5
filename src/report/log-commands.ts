/**
 * What the programs that read a job's log obey in it, wherever it comes from: GitHub's runner (`::name::` at the start of a line, `##[name]`
 * anywhere), Azure Pipelines (`##vso[…]`, `##[…]`), TeamCity (`##teamcity[…]`), and the folds of GitLab (`section_start:…`) and Travis.
 *
 * A space parts each of them, and no character that shows nothing: such a one is passed over where texts are compared by the rules of a
 * language, as some runners do.
 */
/** The number signs of a command in brackets. */
export const BRACKETED = /##(?=[\w.-]*\[)/gu;
/** The name of a fold with its colon. Runners want control characters after it, which no text of ours holds; it is parted all the same. */
export const FOLD = /(section_(?:start|end)|travis_(?:fold|time)):/giu;

/** A text in which nothing is obeyed. Own lines keep the colons of addresses unless `addresses` are parted as well. */
export function withoutLogCommands(
  text: string,
  { addresses }: { readonly addresses: 'kept' | 'parted' },
): string {
  return text
    .replace(addresses === 'parted' ? /:(?=:|\/\/)/gu : /:(?=:)/gu, ': ')
    .replace(BRACKETED, '## ')
    .replace(FOLD, '$1: ');
}

/** The same for a text whose lines are shown as they are: `::` is obeyed at the start of a line only, so `std::vector` stays. */
export function linesWithoutLogCommands(text: string): string {
  return text
    .replace(/^(\s*:):/gmu, '$1 :')
    .replace(BRACKETED, '## ')
    .replace(FOLD, '$1: ');
}

// As escapes of JSON: what starts a command after `##`, control characters that JSON leaves, and what reorders text.
const IN_JSON =
  /##(?=[\w.-]*\[)|(?:section_(?:start|end)|travis_(?:fold|time)):|[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/giu;

/**
 * A value as JSON that means the same, and in which a log obeys nothing: the last character of a command is written as its escape. `::` cannot
 * begin a line of JSON.
 */
export function jsonForLogs(value: unknown, space?: number): string {
  return JSON.stringify(value, undefined, space).replace(IN_JSON, (found) => {
    const last = found.length - 1;
    return `${found.slice(0, last)}\\u${found.charCodeAt(last).toString(16).padStart(4, '0')}`;
  });
}
