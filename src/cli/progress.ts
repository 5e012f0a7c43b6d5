import type { EmbeddingProgress } from '../sampling/embeddings/embedding-request.ts';
import type { JudgingProgress } from '../sampling/judges/judges.ts';
import type { Progress } from '../sampling/progress.ts';
import { bar } from '../report/bars.ts';
import type { StageProgress } from '../run/stages/stage-progress.ts';
import { duration } from './duration.ts';
import { openPace } from './pace.ts';
import { SHOWN_AFTER_MS, stageBar, stageLine } from './stage-line.ts';
import { count, counted, tokens, usd } from '../result/sentences/numbers.ts';
import { terminalText } from '../result/text/neutralise.ts';
import { isJob, type Terminal } from './terminal.ts';

const LOG_EVERY_MS = 10_000;
/** How often a job prints progress. This is less often than elsewhere, because a job's log keeps every line. */
const LOG_IN_JOB_EVERY_MS = 30_000;
const DRAW_EVERY_MS = 100;
const BAR_WIDTH = 20;
const CLEAR_LINE = '\u001B[2K';

/** The part of a write stream that the progress display needs. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

/** Shows the progress of sampling, judging, embedding, and of the stages on this machine. */
export interface ProgressDisplay {
  readonly onProgress: (progress: Progress) => void;
  readonly onJudging: (progress: JudgingProgress) => void;
  readonly onEmbedding: (progress: EmbeddingProgress) => void;
  /** Redraws the display directly, because the calling code might never yield to a timer. */
  readonly onStage: (progress: StageProgress) => void;
  readonly onWarning: (message: string) => void;
  /** Prints a separate line about the current work. */
  readonly onNote: (message: string) => void;
  /** Draws the final state and stops. May be called twice. */
  readonly stop: () => void;
}

/**
 * On a terminal, shows one bar for each suite and side, and one each for judges' verdicts, embeddings and the current
 * stage, and redraws them in place. Below the sampling bars are the rate, the tokens, the cost (if there are prices)
 * and the remaining time. If the stream is not a terminal, prints one line every 10 seconds. In a job, prints one line
 * every 30 seconds, even if the runner provides a terminal. A stage is shown once it has taken two seconds.
 */
export function progressDisplay(
  { err, env }: { readonly err: ProgressStream; readonly env: Terminal['env'] },
  now: () => number,
): ProgressDisplay {
  const inJob = isJob(env);
  const isDrawn = err.isTTY && !inJob;
  const everyMs = isDrawn ? DRAW_EVERY_MS : inJob ? LOG_IN_JOB_EVERY_MS : LOG_EVERY_MS;
  const states = new Map<string, Progress>();
  const pace = openPace();
  let judging: JudgingProgress | undefined;
  let embedding: EmbeddingProgress | undefined;
  let stage: { readonly progress: StageProgress; readonly sinceMs: number } | undefined;
  let drawn = 0;
  let stopped = false;
  let told = '';
  let shownMs = Number.NEGATIVE_INFINITY;

  const draw = (): void => {
    const lines = [
      ...(states.size === 0 ? [] : [...[...states.values()].map(barLine), totalLine()]),
      ...(judging === undefined ? [] : [barLine({ suite: 'verdicts', side: '', ...judging })]),
      ...(embedding === undefined ? [] : [barLine({ suite: 'embeddings', side: '', ...embedding })]),
      ...(stage === undefined || !isLong() ? [] : [stageBar(stage.progress, now() - stage.sinceMs)]),
    ];
    shownMs = now();
    const up = drawn > 0 ? `\u001B[${drawn}A` : '';
    if (lines.length > 0) err.write(`${up}${lines.map((line) => `${CLEAR_LINE}${fit(line)}\n`).join('')}`);
    drawn = lines.length;
  };
  const log = (): void => {
    const line = lastLine();
    shownMs = now();
    if (line === told || line === '') return;
    told = line;
    err.write(`${line}\n`);
  };
  const isLong = (): boolean => stage !== undefined && now() - stage.sinceMs >= SHOWN_AFTER_MS;
  /** The line about the current work. Completions are first sampled, then graded or judged, embedded, and measured. */
  const lastLine = (): string => {
    if (stage !== undefined) return isLong() ? stageLine(stage.progress, now() - stage.sinceMs) : '';
    if (embedding !== undefined) return partLine('embedding', 'solution', embedding);
    if (judging !== undefined && isDone()) return partLine('judging', 'completion', judging);
    return states.size > 0 ? totalLine() : '';
  };
  /** Ends the current stage. In a log, the final state of the work before the stage is printed first. */
  const begin = (isOther: boolean): void => {
    if (isOther && !isDrawn) log();
    stage = undefined;
  };
  const isDone = (): boolean =>
    [...states.values()].every(({ done, failed, total }) => done + failed === total);
  const totalLine = (): string => {
    const all = [...states.values()];
    const sum = (value: (progress: Progress) => number): number =>
      all.reduce((total, progress) => total + value(progress), 0);
    const done = sum(({ done, failed }) => done + failed);
    const total = sum((progress) => progress.total);
    const rate = pace.perSecond(now());
    const seconds = done < total ? pace.secondsLeft(total - done, now()) : undefined;
    const left = seconds === undefined ? '' : `, ${duration(seconds)} left`;
    const failed = sum((progress) => progress.failed);
    const cost = all.every(({ costUsd }) => costUsd !== undefined)
      ? sum(({ costUsd }) => costUsd ?? 0)
      : undefined;
    const spent = cost === undefined ? '' : `, ${usd(cost)}`;
    return `sampling: ${count(done)} of ${counted(total, 'sample')}${failed > 0 ? ` (${count(failed)} failed)` : ''}, ${count(Math.round(rate))} per second, ${tokens(sum(({ completionTokens }) => completionTokens))} completion tokens${spent}${left}`;
  };
  const fit = (line: string): string => line.slice(0, Math.max(20, (err.columns || 100) - 1));
  const timer = setInterval(isDrawn ? draw : log, everyMs);
  timer.unref();

  return {
    onProgress: (progress) => {
      begin(states.size === 0);
      states.set(`${progress.suite}\n${progress.side}`, progress);
      const arrived = [...states.values()].reduce(
        (sum, { done, failed, cached }) => sum + done + failed - cached,
        0,
      );
      pace.see(arrived, now());
    },
    onJudging: (progress) => {
      begin(judging === undefined);
      judging = progress;
    },
    onEmbedding: (progress) => {
      begin(embedding === undefined);
      embedding = progress;
    },
    onStage: (progress) => {
      if (stage?.progress.stage !== progress.stage) {
        begin(true);
        stage = { progress, sinceMs: now() };
        return;
      }
      stage = { ...stage, progress };
      if (stopped || !isLong()) return;
      const isFirst = shownMs < stage.sinceMs + SHOWN_AFTER_MS;
      if (isFirst || now() - shownMs >= everyMs) (isDrawn ? draw : log)();
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
      if (isDrawn) draw();
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
