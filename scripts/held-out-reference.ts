/** A line of docs/held-out.csv: how one model's completions from one file were graded. */
interface Cell {
  readonly task: string;
  readonly grader: string;
  readonly source: string;
  readonly model: string;
  /** Completions by what the grader said and what they state, as `correct:wrong`. */
  readonly counts: ReadonlyMap<string, number>;
}

const OUTCOMES = ['correct', 'incorrect', 'unparseable'] as const;
/** What a completion states, by the labels: the right answer, a wrong one, none. */
const TRUTHS = ['right', 'wrong', 'nothing'] as const;

function parse(csv: string): readonly Cell[] {
  const [head = '', ...lines] = csv.trim().split('\n');
  const [, , , , ...keys] = head.split(',');
  return lines.map((line) => {
    const [task = '', grader = '', source = '', model = '', ...numbers] = line.split(',');
    return {
      task,
      grader,
      source,
      model,
      counts: new Map(keys.map((key, at) => [key, Number(numbers[at] ?? Number.NaN)])),
    };
  });
}

function sum(cells: readonly Cell[], outcome?: string, truth?: string): number {
  let total = 0;
  for (const { counts } of cells) {
    for (const [key, count] of counts) {
      const [said, states] = key.split(':');
      if ((outcome ?? said) === said && (truth ?? states) === states) total += count;
    }
  }
  return total;
}

const whole = (count: number): string => count.toLocaleString('en-US');
const share = (count: number, of: number): string => `${whole(count)} (${((100 * count) / of).toFixed(2)} %)`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function grouped(cells: readonly Cell[], key: (cell: Cell) => string): ReadonlyMap<string, readonly Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(key(cell), [...(groups.get(key(cell)) ?? []), cell]);
  return groups;
}

/** The confusion table and the error rates of docs/held-out.csv, as Markdown. */
export const heldOutScores = (csv: string): string => {
  const cells = parse(csv);
  const groups = grouped(cells, ({ task, grader }) => `${task}, \`${grader}\``);
  const confusion = [...groups].flatMap(([name, group]) =>
    OUTCOMES.map((outcome) =>
      row([name, `\`${outcome}\``, ...TRUTHS.map((truth) => whole(sum(group, outcome, truth)))]),
    ),
  );
  const rates = [...groups].map(([name, group]) => {
    const all = sum(group);
    const wronglyCorrect = sum(group, 'correct') - sum(group, 'correct', 'right');
    return row([
      name,
      whole(all),
      share(wronglyCorrect, all),
      share(sum(group, 'incorrect', 'right'), all),
      share(sum(group, 'unparseable', 'right') + sum(group, 'unparseable', 'wrong'), all),
    ]);
  });
  return [
    '| Task and grader | Completions | Wrongly `correct` | Wrongly `incorrect` | Stated, but `unparseable` |',
    '|:--|--:|--:|--:|--:|',
    ...rates,
    '',
    '| Task and grader | Graded | States the right answer | A wrong one | None |',
    '|:--|:--|--:|--:|--:|',
    ...confusion,
  ].join('\n');
};

/** Where the completions of docs/held-out.csv are from, as Markdown. */
export const heldOutSources = (csv: string): string =>
  [
    '| Repository at commit | Tasks | Models | Completions |',
    '|:--|:--|--:|--:|',
    ...[...grouped(parse(csv), ({ source }) => source)].map(([source, cells]) => {
      // The same completions are graded as numbers and as mathematics: they count once.
      const once = cells.filter(({ task, grader }) => grader !== 'math' || task === 'math');
      const [repository = '', commit = ''] = source.split('@');
      return row([
        `[${repository}](https://github.com/${repository}/tree/${commit})`,
        [...new Set(once.map(({ task }) => task))].join(', '),
        whole(new Set(once.map(({ model }) => model)).size),
        whole(sum(once)),
      ]);
    }),
  ].join('\n');
