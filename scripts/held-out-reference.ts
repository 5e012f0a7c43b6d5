/** A line of docs/held-out.csv: how one model's completions from one file were graded. */
interface Cell {
  readonly task: string;
  readonly grader: string;
  readonly source: string;
  readonly model: string;
  /** Completions by what the grader said and what they state, as `correct:wrong`; `drawn` are those of the unread that were drawn and read. */
  readonly counts: ReadonlyMap<string, number>;
}

const OUTCOMES = ['correct', 'incorrect', 'unparseable'] as const;
/** What a completion states: the right answer, a wrong one, none; or no grader calls it right, and nobody has read it. */
const TRUTHS = ['right', 'wrong', 'nothing', 'unread'] as const;

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

function sum(cells: readonly Cell[], key: string): number {
  return cells.reduce((total, { counts }) => total + (counts.get(key) ?? 0), 0);
}

const all = (cells: readonly Cell[], outcome: string): number =>
  TRUTHS.reduce((total, truth) => total + sum(cells, `${outcome}:${truth}`), 0);

const graded = (cells: readonly Cell[]): number =>
  OUTCOMES.reduce((total, outcome) => total + all(cells, outcome), 0);

/** Unparseable completions that state a right or wrong answer: those read, and as many of the unread as of those drawn from them. */
function stated(cells: readonly Cell[], truth: 'right' | 'wrong'): number {
  const share = sum(cells, `drawn:${truth}`) / Math.max(1, all(cells, 'drawn'));
  return sum(cells, `unparseable:${truth}`) + sum(cells, 'unparseable:unread') * share;
}

const whole = (count: number): string => Math.round(count).toLocaleString('en-US');
const share = (count: number, of: number): string => `${whole(count)} (${((100 * count) / of).toFixed(2)}%)`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function grouped(cells: readonly Cell[], key: (cell: Cell) => string): ReadonlyMap<string, readonly Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(key(cell), [...(groups.get(key(cell)) ?? []), cell]);
  return groups;
}

/** The confusion table and the error rates of docs/held-out.csv, as Markdown. */
export const heldOutScores = (csv: string): string => {
  const cells = parse(csv);
  // The same completions are graded as numbers and as mathematics: in the sum they count once.
  const once = cells.filter(({ task, grader }) => grader !== 'math' || task === 'math');
  const groups = [
    ...grouped(cells, ({ task, grader }) => `${task}, \`${grader}\``),
    ['all, with `math` only for math', once] as const,
  ];
  const confusion = groups.flatMap(([name, group]) =>
    OUTCOMES.map((outcome) =>
      row([name, `\`${outcome}\``, ...TRUTHS.map((truth) => whole(sum(group, `${outcome}:${truth}`)))]),
    ),
  );
  const rates = groups.map(([name, group]) => {
    const count = graded(group);
    const [right, wrong] = [stated(group, 'right'), stated(group, 'wrong')];
    const found = ['correct', 'incorrect'].reduce(
      (total, outcome) => total + sum(group, `${outcome}:right`) + sum(group, `${outcome}:wrong`),
      0,
    );
    return row([
      name,
      whole(count),
      share(sum(group, 'correct:wrong') + sum(group, 'correct:nothing'), count),
      share(sum(group, 'incorrect:right'), count),
      share(right, found + right + wrong),
      share(right + wrong, found + right + wrong),
    ]);
  });
  return [
    '| Task and grader | Completions | Wrongly `correct` | Wrongly `incorrect` | Right but `unparseable` | Stated but `unparseable` |',
    '|:--|--:|--:|--:|--:|--:|',
    ...rates,
    '',
    '| Task and grader | Graded | States the right answer | States a wrong answer | States no answer | Not read |',
    '|:--|:--|--:|--:|--:|--:|',
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
        whole(graded(once)),
      ]);
    }),
  ].join('\n');
