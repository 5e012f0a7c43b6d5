import type { Stage, StageProgress } from '../run/stages/stage-progress.ts';
import { bar } from '../report/bars.ts';
import { count, counted } from '../result/sentences/numbers.ts';
import { duration } from './duration.ts';

/** The minimum duration of a stage that is shown. */
export const SHOWN_AFTER_MS = 2000;
/** The remaining time is estimated once this much time has passed and this share is done. */
const ESTIMATED_AFTER_MS = 4000;
const ESTIMATED_AFTER_SHARE = 0.05;
const BAR_WIDTH = 20;

/** The unit that each stage counts; undefined if only the percentage is of interest. */
const COUNTED: Readonly<Record<Stage, string | undefined>> = {
  reading: undefined,
  grading: 'item',
  measuring: undefined,
  'self-test': 'split',
  converting: 'row',
};

/** Formats a log line about a stage, such as `grading: 1,200 of 4,000 items, 12 s left`. */
export function stageLine(progress: StageProgress, elapsedMs: number): string {
  const { stage, done, total } = progress;
  const noun = COUNTED[stage];
  const amount = noun === undefined ? percent(progress) : `${count(done)} of ${counted(total, noun)}`;
  return `${stage}: ${amount}${timeLeft(progress, elapsedMs)}`;
}

/** Formats a stage's bar for a terminal. */
export function stageBar(progress: StageProgress, elapsedMs: number): string {
  const { stage, done, total } = progress;
  const amount = COUNTED[stage] === undefined ? percent(progress) : `${count(done)}/${count(total)}`;
  const drawn = bar(shareOf(progress), BAR_WIDTH).padEnd(BAR_WIDTH);
  return `${stage.padEnd(28)} ${drawn} ${amount}${timeLeft(progress, elapsedMs)}`;
}

const shareOf = ({ done, total }: StageProgress): number => (total === 0 ? 1 : Math.min(1, done / total));

const percent = (progress: StageProgress): string => `${Math.floor(100 * shareOf(progress))}%`;

function timeLeft(progress: StageProgress, elapsedMs: number): string {
  const share = shareOf(progress);
  if (share === 1 || elapsedMs < ESTIMATED_AFTER_MS || share < ESTIMATED_AFTER_SHARE) return '';
  return `, ${duration((elapsedMs / 1000) * (1 / share - 1))} left`;
}
