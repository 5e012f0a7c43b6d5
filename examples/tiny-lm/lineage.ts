import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Result, resultSchema } from '../../src/report/result.ts';
import { checkOf } from './check-live.ts';

/*
 * Measures checkpoints against M0 with the command of this repository, on live models, and writes what it found into
 * lineage.json and README.md: all of them, those that are named, or none, which writes the README alone:
 *
 *     node examples/tiny-lm/lineage.ts [sft-4 … | none]
 *
 * The completions are kept in .lineage/, so that a second run samples only what is new.
 */

const folder = import.meta.dirname;
const root = join(folder, '../..');
const ROUNDS = { sft: 4, preference: 4, ways: 2 } as const;

const measureSchema = z.object({
  suite: z.string(),
  name: z.string(),
  old: z.number(),
  new: z.number(),
  delta: z.number(),
  interval: z.tuple([z.number(), z.number()]),
});
const lineageSchema = z.array(
  z.object({ checkpoint: z.string(), verdict: z.string(), measures: z.array(measureSchema) }),
);
type Lineage = z.infer<typeof lineageSchema>;
type Measure = z.infer<typeof measureSchema>;

const MEASURES = new Set(['pass@1', 'pass@16', 'syntactic', 'logical', 'reach@16']);

/** What the table shows of a result: these measures of every suite. */
function entryOf(checkpoint: string, { verdict, measures }: Result): Lineage[number] {
  return {
    checkpoint,
    verdict: verdict.status,
    measures: z
      .array(measureSchema)
      .parse(measures.filter(({ name, suite }) => MEASURES.has(name) && suite !== null)),
  };
}

/** The check of M0 against a checkpoint, by this repository's own sources. */
async function compared(checkpoint: string): Promise<Result> {
  const out = join(root, '.lineage', checkpoint);
  mkdirSync(out, { recursive: true });
  const code = await checkOf(checkpoint, {
    cli: join(root, 'src/cli.ts'),
    args: [`--out=${out}`, `--store=${join(root, '.lineage/completions')}`],
  });
  if (code !== 0 && code !== 1) throw new Error(`the check of ${checkpoint} came to no result`);
  return resultSchema.parse(JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')));
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`.replace(/^[−+]0\.0$/u, '0.0');
const points = ({ delta, interval: [low, high] }: Measure): string =>
  `${signed(100 * delta)} [${signed(100 * low)}, ${signed(100 * high)}]`;
const relative = ({ old, delta, interval: [low, high] }: Measure): string =>
  `${signed((100 * delta) / old)} % [${signed((100 * low) / old)}, ${signed((100 * high) / old)}]`;

const COLUMNS = [
  { title: 'accuracy', suite: 'trained-kind', name: 'pass@1', level: percent, change: points },
  { title: 'coverage', suite: 'trained-kind', name: 'pass@16', level: percent, change: points },
  { title: 'syntactic', suite: 'trained-kind', name: 'syntactic', level: two, change: relative },
  { title: 'logical', suite: 'trained-kind', name: 'logical', level: two, change: relative },
  { title: 'ways in 16', suite: 'trained-kind', name: 'reach@16', level: two, change: relative },
  { title: 'other beginnings', suite: 'other-beginnings', name: 'pass@1', level: percent, change: points },
  { title: 'other questions', suite: 'other-questions', name: 'pass@1', level: percent, change: points },
] as const;

function two(value: number): string {
  return value.toFixed(2);
}

/** M0's own values in the first row, then what changed of each by the checkpoint, with its 95 % interval. */
function tableOf(lineage: Lineage): string {
  const cell = (
    { measures }: Lineage[number],
    { suite, name }: (typeof COLUMNS)[number],
    show: (measure: Measure) => string,
  ): string => {
    const found = measures.find((measure) => measure.suite === suite && measure.name === name);
    return found === undefined ? '' : show(found);
  };
  const [first] = lineage;
  if (first === undefined) throw new Error('nothing was measured');
  const shown = COLUMNS.filter((column) => cell(first, column, () => 'x') !== '');
  const rows = [
    ['', ...shown.map(({ title }) => title), 'verdict'],
    [':--', ...shown.map(() => '--:'), ':--'],
    ['m0', ...shown.map((column) => cell(first, column, ({ old }) => column.level(old))), ''],
    ...lineage.map((entry) => [
      entry.checkpoint,
      ...shown.map((column) =>
        cell(entry, column, (measure) => `${column.level(measure.new)}<br>${column.change(measure)}`),
      ),
      entry.verdict,
    ]),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const lineageFile = join(folder, 'lineage.json');
const readme = join(folder, 'README.md');

const names = Object.entries(ROUNDS).flatMap(([way, rounds]) =>
  Array.from({ length: rounds }, (_, round) => `${way}-${round + 1}`),
);
const measured = new Map(
  existsSync(lineageFile)
    ? lineageSchema
        .parse(JSON.parse(readFileSync(lineageFile, 'utf8')))
        .map((entry) => [entry.checkpoint, entry] as const)
    : [],
);
const asked = process.argv.slice(2);
for (const name of asked.length === 0 ? names : asked.filter((each) => names.includes(each))) {
  measured.set(name, entryOf(name, await compared(name)));
  const lineage = names.flatMap((each) => measured.get(each) ?? []);
  writeFileSync(lineageFile, `${JSON.stringify(lineage, undefined, 1)}\n`);
}
const table = tableOf(names.flatMap((name) => measured.get(name) ?? []));
const text = readFileSync(readme, 'utf8');
const [begin, end] = ['<!-- lineage -->', '<!-- end -->'].map((mark) => text.indexOf(mark));
if (begin === undefined || end === undefined || begin < 0 || end < begin)
  throw new Error(`${readme} has no place for the table`);
writeFileSync(readme, `${text.slice(0, begin)}<!-- lineage -->\n\n${table}\n\n${text.slice(end)}`);
