/**
 * Commands that reports and errors print for readers to copy. This is the only module that quotes words for a POSIX
 * shell.
 */

/** The arguments for comparing two versions. */
interface CheckArguments {
  /** The configuration's path; undefined for the default, `reversal.yml`. */
  readonly configPath?: string | undefined;
  readonly versions: { readonly old: string; readonly new: string };
  /** The `--fresh` name that was used to sample the candidate again. */
  readonly fresh?: string | undefined;
  /** The shard to sample, such as `3/10` for the third of ten. */
  readonly shard?: string | undefined;
}

/** The arguments that run a check again. */
export function checkArguments({ configPath, versions, fresh, shard }: CheckArguments): readonly string[] {
  return [
    'check',
    ...option('--shard', shard),
    ...option('--config', configPath),
    '--old',
    versions.old,
    '--new',
    versions.new,
    ...option('--fresh', fresh),
  ];
}

/** The arguments that compare the same completions again. */
export function compareArguments({
  from,
  configPath,
  scores = [],
  grader,
  ood = [],
  pools = [],
  ignoredInPrompts,
  names,
  paths,
}: {
  /** The tool that wrote the logs; undefined for a completions file. */
  readonly from?: string | undefined;
  readonly configPath: string | undefined;
  readonly scores?: readonly string[] | undefined;
  readonly grader?: string | undefined;
  readonly ood?: readonly string[] | undefined;
  readonly pools?: readonly string[] | undefined;
  readonly ignoredInPrompts?: string | undefined;
  /** The sides' names, if they differ from the files' names. */
  readonly names: { readonly old?: string | undefined; readonly new?: string | undefined };
  readonly paths: { readonly old: string; readonly new: string };
}): readonly string[] {
  return [
    'compare',
    ...option('--from', from),
    ...option('--config', configPath),
    ...scores.flatMap((score) => option('--score', score)),
    ...option('--grader', grader),
    ...ood.flatMap((task) => option('--ood', task)),
    ...pools.flatMap((pool) => option('--pool', pool)),
    ...option('--ignore-prompt-difference', ignoredInPrompts),
    ...option('--old', names.old),
    ...option('--new', names.new),
    paths.old,
    paths.new,
  ];
}

/** A command pinned to this version of reversal-check, such as the command that reproduces a result. */
export function pinnedCommand(engine: string, words: readonly string[]): string {
  return shellWords(['npx', `reversal-check@${engine}`, ...words]);
}

/** The command that runs a check or samples one of its shards. */
export function checkCommand(check: CheckArguments): string {
  return shellWords(['reversal-check', ...checkArguments(check)]);
}

/** The command that shows an item with its completions and grades. */
export function explainCommand(suite: string, id: string): string {
  return shellWords(['reversal-check', 'explain', `${suite}/${id}`]);
}

/** The command that converts published files to items. */
export function importCommand(format: string, paths: readonly string[], out?: string): string {
  return shellWords(['reversal-check', 'import', format, ...paths, ...option('--out', out)]);
}

/** The command that adds the data of a file to a check as a suite. */
export function addCommand(path: string): string {
  return shellWords(['reversal-check', 'init', '--add', path]);
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}

function shellWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');
}
