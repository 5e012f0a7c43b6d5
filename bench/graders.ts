import { parseArgs } from 'node:util';
import { randomLatex } from '../__tests__/support/random-latex.ts';
import type { Grader } from '../src/grading/grader.ts';
import { graderSpecSchema, type GraderSpecInput } from '../src/config/graders/graders.ts';
import { createGrader } from '../src/grading/registry.ts';
import { cpuSeconds } from './cpu-time.ts';
import { table } from './table.ts';

/*
 * Answers that one process grades per second, by wall-clock time and by processor time including its worker. The promise is about
 * processor time, because other work on the machine does not affect it. Also checks that the grader for mathematics survives
 * strings that only look like LaTeX. Exits 1 if a promise is broken.
 */

const { values } = parseArgs({
  options: { texts: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});

const WORKING = 'She has 16 - 3 = 13 eggs, and so on.\n'.repeat(10);
const LONGEST_SECONDS = 2;

interface Load {
  readonly spec: string & GraderSpecInput;
  readonly answer: string;
  /** The text of the i-th sample. */
  readonly text: (i: number) => string;
  readonly perSecond: number;
  readonly samples: number;
}

/** No two of these answers are the same, so none comes from the cache. */
const MATH_ANSWERS: readonly ((i: number) => string)[] = [
  (i) => String(i),
  (i) => `\\frac{${i}}{${i + 1}}`,
  (i) => `${i}\\sqrt{${i + 2}}`,
  (i) => `(${i}, ${i + 1}]`,
  (i) => `x^2 - ${i}x + 1`,
  (i) => `\\frac{\\pi r^2}{${i}} + \\sin(x)`,
  (i) => `\\begin{pmatrix} ${i} & 1 \\\\ 0 & 1 \\end{pmatrix}`,
  (i) => `x = ${i} \\text{ or } x = ${i + 1}`,
];
const MATH_GOLDS = ['7', '\\frac{7}{8}', '7\\sqrt{9}', '(7, 8]', 'x^2-7x+1', '\\frac{r^2\\pi}{7}+\\sin x'];

const loads: readonly Load[] = [
  ...(['exact', 'numeric', 'choice'] as const).map((spec) => ({
    spec,
    answer: spec === 'numeric' ? '18' : 'B',
    text: (i: number) => `${WORKING}Sample ${i}: the answer is (B), ${i % 40}.`,
    perSecond: 50_000,
    samples: 200_000,
  })),
  ...MATH_GOLDS.map((answer) => ({
    spec: 'math' as const,
    answer,
    text: (i: number) => `${WORKING}So it is $\\boxed{${MATH_ANSWERS[i % MATH_ANSWERS.length]?.(i)}}$.`,
    perSecond: 500,
    samples: 1000,
  })),
];

/** Answers per second. */
interface Rates {
  readonly byClock: number;
  readonly byProcessor: number;
}

async function answersPerSecond({ spec, answer, text, samples }: Load): Promise<Rates> {
  const grader = createGrader(graderSpecSchema.parse(spec));
  const item = { id: 'i', answer, meta: undefined };
  await grader.grade(text(0), item);
  const began = performance.now();
  const { seconds } = await cpuSeconds(async () => {
    for (let i = 1; i <= samples; i++) await grader.grade(text(i), item);
  });
  const byClock = samples / ((performance.now() - began) / 1000);
  await grader.close?.();
  return { byClock, byProcessor: samples / seconds };
}

async function slowest(
  grader: Grader,
  texts: readonly string[],
): Promise<{ seconds: number; reasons: number }> {
  let seconds = 0;
  let reasons = 0;
  for (const [i, text] of texts.entries()) {
    const item = { id: 'i', answer: texts[(i * 7 + 1) % texts.length] ?? '', meta: undefined };
    const start = performance.now();
    const { reason } = await grader.grade(`\\boxed{${text}}`, item);
    // Nearly all of these strings are unreadable; only those that made the worker end are printed.
    if (reason !== undefined && /no result within|needs more than/.test(reason)) {
      reasons++;
      process.stdout.write(`${reason}: ${JSON.stringify(text)} for ${JSON.stringify(item.answer)}\n`);
    }
    seconds = Math.max(seconds, (performance.now() - start) / 1000);
  }
  return { seconds, reasons };
}

const measured = [];
for (const load of loads) measured.push({ ...load, ...(await answersPerSecond(load)) });
process.stdout.write(
  `${table(
    ['grader, answers a second', 'right answer', 'by the clock', 'by the processor', 'at least', ''],
    measured.map(({ spec, answer, byClock, byProcessor, perSecond }) => [
      spec,
      answer,
      byClock.toFixed(0),
      byProcessor.toFixed(0),
      String(perSecond),
      byProcessor >= perSecond ? 'kept' : 'BROKEN',
    ]),
  )}\n\n`,
);
const math = createGrader(graderSpecSchema.parse({ type: 'math', fallback: 'last-math' }));
const count = Number(values.texts);
const { seconds, reasons } = await slowest(math, randomLatex(count, Number(values.seed)));
await math.close?.();
process.stdout.write(
  `${count} random strings: none crashed; ${reasons} took a worker its time or memory; the slowest took ${seconds.toFixed(2)} s, at most ${LONGEST_SECONDS}\n`,
);
if (seconds > LONGEST_SECONDS || measured.some(({ byProcessor, perSecond }) => byProcessor < perSecond))
  process.exitCode = 1;
