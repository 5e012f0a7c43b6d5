import { join, resolve } from 'node:path';
import { BASELINE, checkOf } from './check-live.ts';

/*
 * The demo: compares M0 with the result of four rounds of self-training, both run on this machine. Exits 0 whatever the verdict,
 * because it shows a check and gates nothing.
 */
const IMPROVED = 'sft-4';

process.stderr.write(
  `${BASELINE} and ${IMPROVED}, two checkpoints of a tiny language model, answer from this machine; nothing is spent.\n`,
);
const code = await checkOf(IMPROVED, {
  cli: join(import.meta.dirname, '../../dist/cli.js'),
  // The folder in which the user runs the demo, not that of the example's configuration.
  args: ['--out', resolve('.reversal-check'), ...process.argv.slice(2)],
});
if (code !== 0 && code !== 1) process.exitCode = code ?? 3;
else
  process.stderr.write(`The demo always exits with 0. In a pipeline, this check would exit with ${code}.\n`);
