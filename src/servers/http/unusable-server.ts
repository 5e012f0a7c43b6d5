import type { Checkpoint } from '../checkpoint.ts';
import { SamplingError } from '../../errors.ts';
import { addressSetting, type Endpoint, sectionOf, shownAddress } from './endpoint.ts';
import type { RequestFailure } from './request-failure.ts';
import type { Completion } from '../chat/completion.ts';

const RESUMES = 'What has arrived is kept: the same command asks only for the rest.';

const WITHOUT_EMBEDDINGS =
  'Semantic diversity needs this server, also where files are compared; without embeddings in the configuration it is not measured.';

const UNREACHABLE_ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: check that the server runs, and the port.',
  ENOTFOUND: 'There is no such host: check its spelling, and that this machine can resolve it.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'Its certificate is for another host: use the host that it names, or give it one for this.',
  CERT_HAS_EXPIRED: 'Its certificate has expired: renew it at the server.',
  CERT_NOT_YET_VALID: 'Its certificate is not valid yet: check the clocks of the server and of this machine.',
  EPROTO:
    'It does not speak TLS, or none that this machine does: begin the address with http:// where that is intended.',
  EAI_AGAIN: 'The host name could not be resolved: check the network and DNS of this machine.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is self-signed: name its CA file in NODE_EXTRA_CA_CERTS.',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate has a private CA: name the CA file in NODE_EXTRA_CA_CERTS.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'Its certificate has an unknown CA: name the CA file in NODE_EXTRA_CA_CERTS.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'Its certificate has an unknown CA: name the CA file in NODE_EXTRA_CA_CERTS.',
};

/** Whether the failure says that the server does not know the model, or that nothing is served at the path. */
export function namesTheModel(failure: RequestFailure): boolean {
  return failure.status === 404 || failure.code === 'model_not_found';
}

/**
 * The error that ends the run, where a failure concerns every request to this server and no waiting fixes it.
 *
 * @param options.answeredEver whether this run has had any answer from the server, be it an error.
 * @param options.models what the server offers, where it was asked; may be empty.
 */
export function serverUnusable(options: {
  readonly failure: RequestFailure;
  readonly endpoint: Endpoint;
  readonly answeredEver: boolean;
  readonly models: readonly string[];
}): SamplingError | undefined {
  const { failure, endpoint, answeredEver, models } = options;
  const { side, model, apiKeyEnv } = endpoint;
  const address = shownAddress(endpoint);
  const section = sectionOf(endpoint);
  const { kind, status, message } = failure;
  const keyPlace = apiKeyEnv === undefined ? `${section}.api-key-env` : `environment variable ${apiKeyEnv}`;
  const end = (what: string, where: string, fix: string): SamplingError =>
    new SamplingError({
      what,
      where,
      fix: side === 'embeddings' ? `${fix} ${WITHOUT_EMBEDDINGS}` : fix,
      cause: failure,
    });

  if (kind === 'quota') {
    return end(
      `The account that ${side} (${model}) is asked with is spent: ${message}.`,
      keyPlace,
      `Add credit or raise its limit. ${RESUMES}`,
    );
  }
  if (kind === 'moderated') return undefined;
  if (status === 401 || status === 403) {
    return end(
      `The server refused to answer for ${side} (${model}): ${message}.`,
      keyPlace,
      apiKeyEnv === undefined
        ? `The server at ${address} wants a key: name the environment variable that holds it in ${section}.api-key-env.`
        : `Set ${apiKeyEnv} to a key that may use ${model} at ${address}.`,
    );
  }
  if (namesTheModel(failure)) {
    const offers =
      models.length === 0
        ? 'The server lists no models; most base URLs end in /v1.'
        : `The server offers ${models.join(', ')}.`;
    return end(
      `The server does not know the model ${model} (${side}): ${message}.`,
      `${section}.model`,
      `Check ${section}.model, and the base URL ${address}. ${offers}`,
    );
  }
  if (status !== undefined && status >= 300 && status < 400) {
    return end(
      `The server of ${side} (${model}) redirects to another address (HTTP ${status}), which is not followed.`,
      addressSetting(endpoint),
      `Set it to the address itself instead of ${address}.`,
    );
  }
  if (!answeredEver && (kind === 'connection' || kind === 'timeout')) {
    return end(
      `The server of ${side} (${model}) cannot be reached at ${address}: ${message}.`,
      addressSetting(endpoint),
      UNREACHABLE_ADVICE[failure.code ?? ''] ??
        'Check that the server runs, that the address is right, and that a proxy or firewall lets this machine through.',
    );
  }
  return undefined;
}

/** The error for a server that answers, and gives no completions, or no longer. */
export function serverGaveUp(options: {
  readonly failure: RequestFailure;
  readonly checkpoint: Checkpoint;
  readonly failedInARow: number;
}): SamplingError {
  const { failure, checkpoint, failedInARow } = options;
  return new SamplingError({
    what: `The server of ${checkpoint.side} (${checkpoint.model}) gives no completions: the last ${failedInARow} samples failed after all attempts, the latest with ${failure.message}.`,
    where: shownAddress(checkpoint),
    fix: `Look into the server's log. ${RESUMES}`,
    cause: failure,
  });
}

/** The error where not one sample of a side could be had; undefined where one is in hand, or none was wanted. */
export function everySampleFailed(
  checkpoint: Checkpoint,
  { inHand, failed }: { readonly inHand: number; readonly failed: readonly Completion[] },
): SamplingError | undefined {
  if (inHand > 0) return undefined;
  const reasons = new Map<string, number>();
  for (const { error } of failed) {
    const reason = error ?? '';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const [commonest] = [...reasons].sort(([, a], [, b]) => b - a);
  if (commonest === undefined) return undefined;
  const [reason, count] = commonest;
  return new SamplingError({
    what: `Not one of the ${failed.length} samples of ${checkpoint.side} (${checkpoint.model}) could be had; ${count} times: ${reason}.`,
    where: shownAddress(checkpoint),
    fix: 'Fix that at the server, or change the sampling settings that it refuses, then run the same command again.',
  });
}

/** @throws {SamplingError} where not one sample of a side could be had. */
export function refuseWholeFailure(
  checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint },
  failed: { readonly old: readonly Completion[]; readonly new: readonly Completion[] },
  inHand: { readonly old: number; readonly new: number },
): void {
  for (const side of ['old', 'new'] as const) {
    const error = everySampleFailed(checkpoints[side], { inHand: inHand[side], failed: failed[side] });
    if (error !== undefined) throw error;
  }
}

/** The error of a run that was stopped. A SamplingError given as the reason (a spent budget) stands for itself. */
export function interrupted(options: {
  readonly reason: unknown;
  readonly kept: number;
  readonly storeDir: string;
}): SamplingError {
  const { reason, kept, storeDir } = options;
  if (reason instanceof SamplingError) return reason;
  return new SamplingError({
    what: 'Sampling was interrupted.',
    where: storeDir,
    fix: `${kept} completion${kept === 1 ? ' is' : 's are'} kept there: the same command resumes and asks only for the rest.`,
    cause: reason,
  });
}
