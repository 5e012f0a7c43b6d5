import { SamplingError } from '../../errors.ts';
import { type Endpoint, sectionOf, serverName, shownAddress } from './endpoint.ts';
import type { Refusal } from './pace/pauses.ts';
import { refusedSetting } from './refused-setting.ts';
import type { RequestFailure } from './request-failure.ts';

const RESUMES = 'Everything received so far is stored. Run the same command again to request only the rest.';

/** Advice on sending a server fewer requests, with the settings for concurrency and per-minute limits. */
function slowerAdvice(endpoint: Endpoint, lower = 'Lower'): string {
  const section = sectionOf(endpoint);
  const concurrency = section === 'grader' ? 'grader.concurrency' : 'sampling.concurrency';
  return `${lower} ${concurrency}, or set ${section}.requests-per-minute (and tokens-per-minute) to the limits of the server.`;
}

/** Advice on fixing a server that responds but returns no results. */
export function gaveUpAdvice(failure: RequestFailure, endpoint: Endpoint): string {
  if (failure.status === 429) return slowerAdvice(endpoint);
  return refusedSetting(failure.message, endpoint)?.fix ?? "Check the server's log.";
}

/** The error for a server that asks for a longer wait than a run allows. */
export function asksTooMuch(failure: RequestFailure, endpoint: Endpoint): SamplingError {
  return new SamplingError({
    what: `${serverName(endpoint)} (${endpoint.model}) will not accept requests for a long time: ${failure.message}.`,
    where: shownAddress(endpoint),
    fix: `Wait at least that long. ${RESUMES}`,
    cause: failure,
  });
}

/** The error for a server that refused every request for `silentMs`. */
export function staysBusy(failure: RequestFailure, endpoint: Endpoint, silentMs: number): SamplingError {
  return new SamplingError({
    what: `${serverName(endpoint)} (${endpoint.model}) has accepted no request for ${Math.floor(silentMs / 60_000)} minutes, most recently with: ${failure.message}.`,
    where: shownAddress(endpoint),
    fix: `${
      failure.status === 429
        ? `Its limit may apply per hour or per day, or be shared with other users. ${slowerAdvice(endpoint, 'If not, lower')}`
        : 'Check that the server can load the model and has capacity for it.'
    } ${RESUMES}`,
    cause: failure,
  });
}

/** One sentence about a pause that a server has caused. */
export function pauseMessage(
  failure: RequestFailure,
  endpoint: Endpoint,
  { silentMs, pauseMs }: Pick<Refusal, 'silentMs' | 'pauseMs'>,
): string {
  const seconds = (ms: number): string => `${Math.ceil(ms / 1_000)} s`;
  const since = silentMs === 0 ? '' : ` It has accepted no request for ${seconds(silentMs)}.`;
  const advice =
    failure.status === 429 && silentMs === 0 ? ` ${slowerAdvice(endpoint, 'To avoid this, lower')}` : '';
  return `${serverName(endpoint)} (${endpoint.model}) is busy (${failure.message}).${since} Pausing requests for ${seconds(pauseMs)}.${advice}`;
}
