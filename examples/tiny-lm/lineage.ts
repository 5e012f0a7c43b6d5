import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Result, resultSchema } from '../../src/result/result.ts';
import { checkOf } from './check-live.ts';

/*
 * Measures checkpoints against M0 with the command of this repository, on live models, and writes the results into lineage.json
 * and README.md. It measures all checkpoints, the named ones, or none, which only writes the README:
 *
 *     node examples/tiny-lm/lineage.ts [sft-4 large/ways-2 … | none]
 *
 * The completions are kept in .lineage/, so a second run samples only new ones.
 */

const folder = import.meta.dirname;
const root = join(folder, '../..');

interface Table {
  /** Relative to this folder. */
  readonly config: string;
  /** Its target suite, and the number of samples per item. */
  readonly target: string;
  readonly n: number;
  /** Prefix of a row's name on the command line and in lineage.json, before the checkpoint. */
  readonly prefix: string;
  readonly checkpoints: readonly string[];
}

const TABLES: readonly Table[] = [
  {
    config: 'reversal.yml',
    target: 'trained-kind',
    n: 16,
    prefix: '',
    checkpoints: Object.entries({ sft: 4, preference: 4, ways: 4 }).flatMap(([way, rounds]) =>
      Array.from({ length: rounds }, (_, round) => `${way}-${round + 1}`),
    ),
  },
  {
    config: 'large/reversal.yml',
    target: 'trained-kind-large',
    n: 16,
    prefix: 'large/',
    checkpoints: ['ways-1', 'ways-2', 'ways-3', 'ways-4'],
  },
];

const measureSchema = z.object({
  suite: z.string(),
  name: z.string(),
  old: z.number(),
  new: z.number(),
  delta: z.number(),
  interval: z.tuple([z.number(), z.number()]),
});
const lineageSchema = z.array(
  z.object({ check: z.string(), verdict: z.string(), measures: z.array(measureSchema) }),
);
type Entry = z.infer<typeof lineageSchema>[number];
type Measure = z.infer<typeof measureSchema>;

/** The measures of every suite that the table shows. */
function entryOf(check: string, { n }: Table, { verdict, measures }: Result): Entry {
  const shown = new Set(['pass@1', `pass@${n}`, 'syntactic', 'logical', `reach@${n}`]);
  return {
    check,
    verdict: verdict.status,
    measures: z.array(measureSchema).parse(
      measures
        .filter(({ name, suite }) => shown.has(name) && suite !== null)
        .map(({ change, ...measure }) => ({
          ...measure,
          delta: change?.estimate,
          interval: change?.interval,
        })),
    ),
  };
}

/** The check of M0 against a checkpoint, with this repository's own sources. */
async function compared(checkpoint: string, { config, prefix }: Table): Promise<Result> {
  const out = join(root, '.lineage', `${prefix}${checkpoint}`);
  mkdirSync(out, { recursive: true });
  const code = await checkOf(checkpoint, {
    cli: join(root, 'src/cli.ts'),
    config,
    args: [`--out=${out}`, `--store=${join(root, '.lineage/completions')}`],
  });
  if (code !== 0 && code !== 1) throw new Error(`the check of ${checkpoint} came to no result`);
  return resultSchema.parse(JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')));
}

const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
const two = (value: number): string => value.toFixed(2);
const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`.replace(/^[−+]0\.0$/u, '0.0');
const points = ({ delta, interval: [low, high] }: Measure): string =>
  `${signed(100 * delta)} [${signed(100 * low)}, ${signed(100 * high)}]`;
const relative = ({ old, delta, interval: [low, high] }: Measure): string =>
  `${signed((100 * delta) / old)}% [${signed((100 * low) / old)}, ${signed((100 * high) / old)}]`;

const columnsOf = ({ target, n }: Table) => [
  { title: 'accuracy', suite: target, name: 'pass@1', level: percent, change: points },
  { title: 'coverage', suite: target, name: `pass@${n}`, level: percent, change: points },
  { title: 'syntactic', suite: target, name: 'syntactic', level: two, change: relative },
  { title: 'logical', suite: target, name: 'logical', level: two, change: relative },
  { title: `ways in ${n}`, suite: target, name: `reach@${n}`, level: two, change: relative },
  { title: 'other beginnings', suite: 'other-beginnings', name: 'pass@1', level: percent, change: points },
  { title: 'other questions', suite: 'other-questions', name: 'pass@1', level: percent, change: points },
];

/** M0's own values in the first row, then each checkpoint's changes with their 95% intervals. */
function rowsOf(table: Table, entries: readonly Entry[]): string {
  const columns = columnsOf(table);
  const measure = ({ check, measures }: Entry, { suite, name }: (typeof columns)[number]): Measure => {
    const found = measures.find((one) => one.suite === suite && one.name === name);
    if (found === undefined) throw new Error(`${name} of ${suite} was not measured on ${check}`);
    return found;
  };
  const [first] = entries;
  if (first === undefined) throw new Error(`nothing was measured by ${table.config}`);
  const rows = [
    ['', ...columns.map(({ title }) => title), 'verdict'],
    [':--', ...columns.map(() => '--:'), ':--'],
    ['m0', ...columns.map((column) => column.level(measure(first, column).old)), ''],
    ...entries.map((entry) => [
      entry.check.slice(table.prefix.length),
      ...columns.map((column) => {
        const found = measure(entry, column);
        return `${column.level(found.new)}<br>${column.change(found)}`;
      }),
      entry.verdict,
    ]),
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const lineageFile = join(folder, 'lineage.json');
const readme = join(folder, 'README.md');

const checks = TABLES.flatMap((table) =>
  table.checkpoints.map((checkpoint) => ({ table, checkpoint, check: `${table.prefix}${checkpoint}` })),
);
const measured = new Map(
  existsSync(lineageFile)
    ? lineageSchema
        .parse(JSON.parse(readFileSync(lineageFile, 'utf8')))
        .map((entry) => [entry.check, entry] as const)
    : [],
);
const asked = process.argv.slice(2);
const known = new Set(['none', ...checks.map(({ check }) => check)]);
for (const name of asked)
  if (!known.has(name)) throw new Error(`${name} is none of ${[...known].join(', ')}`);
for (const { table, checkpoint, check } of checks) {
  if (asked.length > 0 && !asked.includes(check)) continue;
  measured.set(check, entryOf(check, table, await compared(checkpoint, table)));
  const lineage = checks.flatMap((each) => measured.get(each.check) ?? []);
  writeFileSync(lineageFile, `${JSON.stringify(lineage, undefined, 1)}\n`);
}
let text = readFileSync(readme, 'utf8');
for (const table of TABLES) {
  const mark = `<!-- ${table.config} -->`;
  const begin = text.indexOf(mark);
  const end = text.indexOf('<!-- end -->', begin);
  if (begin < 0 || end < 0) throw new Error(`${readme} has no place for the table of ${table.config}`);
  const entries = table.checkpoints.flatMap((name) => measured.get(`${table.prefix}${name}`) ?? []);
  text = `${text.slice(0, begin)}${mark}\n\n${rowsOf(table, entries)}\n\n${text.slice(end)}`;
}
writeFileSync(readme, text);
