import type { EmbeddingProgress } from '../sampling/embeddings/embedding-request.ts';
import type { JudgingProgress } from '../sampling/judges/judges.ts';
import type { Progress } from '../sampling/progress.ts';
import { bar } from '../report/bars.ts';
import { count, counted, tokens, usd } from '../result/sentences/numbers.ts';
import { terminalText } from '../result/text/neutralise.ts';

const LOG_EVERY_MS = 10_000;
const DRAW_EVERY_MS = 100;
const BAR_WIDTH = 20;
const CLEAR_LINE = '\u001B[2K';

/** The part of a write stream that the progress display needs. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

/** Shows the progress of sampling, judging and embedding. */
export interface ProgressDisplay {
  readonly onProgress: (progress: Progress) => void;
  readonly onJudging: (progress: JudgingProgress) => void;
  readonly onEmbedding: (progress: EmbeddingProgress) => void;
  readonly onWarning: (message: string) => void;
  /** Prints a separate line about the current work. */
  readonly onNote: (message: string) => void;
  /** Draws the final state and stops. May be called twice. */
  readonly stop: () => void;
}

/**
 * On a terminal, shows one bar for each suite and side, and one each for judges' verdicts and embeddings, and redraws
 * them in place. Below them are the rate, the tokens, the cost (if there are prices) and the remaining time. If the
 * stream is not a terminal, prints one line every `logEveryMs`.
 */
export function progressDisplay(
  { err }: { readonly err: ProgressStream },
  now: () => number,
  logEveryMs = LOG_EVERY_MS,
): ProgressDisplay {
  const states = new Map<string, Progress>();
  const started = now();
  let judging: JudgingProgress | undefined;
  let embedding: EmbeddingProgress | undefined;
  let alreadyDone: number | undefined;
  let drawn = 0;
  let stopped = false;
  let told = '';

  const draw = (): void => {
    const lines = [
      ...(states.size === 0 ? [] : [...[...states.values()].map(barLine), totalLine()]),
      ...(judging === undefined ? [] : [barLine({ suite: 'verdicts', side: '', ...judging })]),
      ...(embedding === undefined ? [] : [barLine({ suite: 'embeddings', side: '', ...embedding })]),
    ];
    const up = drawn > 0 ? `\u001B[${drawn}A` : '';
    if (lines.length > 0) err.write(`${up}${lines.map((line) => `${CLEAR_LINE}${fit(line)}\n`).join('')}`);
    drawn = lines.length;
  };
  const log = (): void => {
    const line = lastLine();
    if (line === told) return;
    told = line;
    err.write(`${line}\n`);
  };
  /** The line for the current stage. Completions are first sampled, then judged, then embedded. */
  const lastLine = (): string => {
    if (embedding !== undefined) return partLine('embedding', 'solution', embedding);
    if (judging !== undefined && isDone()) return partLine('judging', 'completion', judging);
    return states.size > 0 ? totalLine() : '';
  };
  const isDone = (): boolean =>
    [...states.values()].every(({ done, failed, total }) => done + failed === total);
  const totalLine = (): string => {
    const all = [...states.values()];
    const sum = (value: (progress: Progress) => number): number =>
      all.reduce((total, progress) => total + value(progress), 0);
    const done = sum(({ done, failed }) => done + failed);
    const total = sum((progress) => progress.total);
    const seconds = (now() - started) / 1000;
    const rate = (done - (alreadyDone ?? 0)) / Math.max(seconds, 0.001);
    const left = rate > 0 && done < total ? `, ${duration((total - done) / rate)} left` : '';
    const failed = sum((progress) => progress.failed);
    const cost = all.every(({ costUsd }) => costUsd !== undefined)
      ? sum(({ costUsd }) => costUsd ?? 0)
      : undefined;
    const spent = cost === undefined ? '' : `, ${usd(cost)}`;
    return `sampling: ${count(done)} of ${counted(total, 'sample')}${failed > 0 ? ` (${count(failed)} failed)` : ''}, ${count(Math.round(rate))} per second, ${tokens(sum(({ completionTokens }) => completionTokens))} completion tokens${spent}${left}`;
  };
  const fit = (line: string): string => line.slice(0, Math.max(20, (err.columns || 100) - 1));
  const timer = setInterval(err.isTTY ? draw : log, err.isTTY ? DRAW_EVERY_MS : logEveryMs);
  timer.unref();

  return {
    onProgress: (progress) => {
      states.set(`${progress.suite}\n${progress.side}`, progress);
      alreadyDone = [...states.values()].reduce((sum, { cached }) => sum + cached, 0);
    },
    onJudging: (progress) => {
      if (judging === undefined && !err.isTTY) log();
      judging = progress;
    },
    onEmbedding: (progress) => {
      if (embedding === undefined && !err.isTTY) log();
      embedding = progress;
    },
    onWarning: (message) => {
      drawn = 0;
      err.write(`warning: ${terminalText(message, 500)}\n`);
    },
    onNote: (message) => {
      drawn = 0;
      err.write(`${terminalText(message, 500)}\n`);
    },
    stop: () => {
      if (stopped) return;
      stopped = true;
      clearInterval(timer);
      if (err.isTTY) draw();
      else log();
    },
  };
}

function barLine({
  suite,
  side,
  done,
  failed,
  cached,
  total,
}: Pick<Progress, 'suite' | 'done' | 'failed' | 'cached' | 'total'> & { readonly side: string }): string {
  const share = total === 0 ? 1 : (done + failed) / total;
  const stored = cached > 0 ? `, ${count(cached)} from the store` : '';
  const lost = failed > 0 ? `, ${count(failed)} failed` : '';
  const label = `${terminalText(suite, 24)} ${side}`.padEnd(28);
  return `${label} ${bar(share, BAR_WIDTH).padEnd(BAR_WIDTH)} ${count(done)}/${count(total)}${stored}${lost}`;
}

function partLine(what: string, of: string, { done, failed, cached, total }: EmbeddingProgress): string {
  const stored = cached > 0 ? `, ${count(cached)} from the store` : '';
  const lost = failed > 0 ? ` (${count(failed)} failed)` : '';
  return `${what}: ${count(done + failed)} of ${counted(total, of)}${lost}${stored}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
