import type { JudgeModel } from '../judge-model.ts';
import { SamplingError } from '../../errors.ts';
import type { Reached } from '../../sampling/budget.ts';
import { gaveUpAdvice } from '../http/busy-server.ts';
import { shownAddress } from '../http/endpoint.ts';
import type { RequestFailure } from '../http/request-failure.ts';

const RESUMES = 'Verdicts received so far are stored. Run the same command again to request only the rest.';

/** The error for a judge whose server responds but no longer returns verdicts. */
export function judgeGaveUp(options: {
  readonly failure: RequestFailure;
  readonly judge: JudgeModel;
  readonly failedInARow: number;
}): SamplingError {
  const { failure, judge, failedInARow } = options;
  return new SamplingError({
    what: `The judge's server (${judge.model}) returns no verdicts: the last ${failedInARow} requests failed after all retries, most recently with: ${failure.message}.`,
    where: shownAddress(judge),
    fix: `${gaveUpAdvice(failure, { ...judge, side: 'the judge' })} ${RESUMES}`,
    cause: failure,
  });
}

/** The error for a budget that was used up before every completion was judged. */
export function judgingUnpaid(judge: JudgeModel, reached: Reached | undefined): SamplingError {
  const limit =
    reached === undefined
      ? ''
      : ` (${reached.limit}: ${reached.allowed} ${reached.byDefault ? 'by default' : 'left for the judge'})`;
  return new SamplingError({
    what: `The budget${limit} was used up before the judge (${judge.model}) had graded every completion.`,
    where: 'budget',
    fix: `Increase the limit. ${RESUMES}`,
  });
}

/** The error for an interrupted run. If the reason is a SamplingError, that error is returned unchanged. */
export function judgingInterrupted(options: {
  readonly reason: unknown;
  readonly storeDir: string;
}): SamplingError {
  const { reason, storeDir } = options;
  if (reason instanceof SamplingError) return reason;
  return new SamplingError({
    what: 'Grading by the judge was interrupted.',
    where: storeDir,
    fix: RESUMES,
    cause: reason,
  });
}
