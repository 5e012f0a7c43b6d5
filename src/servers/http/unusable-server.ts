import type { Checkpoint } from '../checkpoint.ts';
import { SamplingError } from '../../errors.ts';
import { gaveUpAdvice } from './busy-server.ts';
import { addressSetting, type Endpoint, pathOf, sectionOf, serverName, shownAddress } from './endpoint.ts';
import { namesThePath } from './foreign-response.ts';
import { refusedSetting } from './refused-setting.ts';
import type { RequestFailure } from './request-failure.ts';
import type { Completion } from '../chat/completion.ts';

const RESUMES = 'Completions received so far are stored. Run the same command again to sample only the rest.';

const WITHOUT_EMBEDDINGS =
  'Semantic diversity requires this server, even to compare files. To skip it, remove embeddings from the configuration.';

const UNREACHABLE_ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No server is listening there. Check that the server is running, and check the port.',
  ENOTFOUND: 'This host does not exist. Check its spelling, and check that this machine can resolve it.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'Its certificate is for another host. Use the host in the certificate, or install a certificate for this host.',
  CERT_HAS_EXPIRED: 'Its certificate has expired. Renew it on the server.',
  CERT_NOT_YET_VALID: 'Its certificate is not valid yet. Check the clocks of the server and of this machine.',
  EPROTO:
    'It does not use TLS, or it uses a version that this machine does not support. For plain HTTP, start the address with http://.',
  EAI_AGAIN: 'The host name could not be resolved. Check the network and DNS of this machine.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'Its certificate is self-signed. Set NODE_EXTRA_CA_CERTS to the path of its CA file.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'Its certificate was issued by a private CA. Set NODE_EXTRA_CA_CERTS to the path of the CA file.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'Its certificate was issued by an unknown CA. Set NODE_EXTRA_CA_CERTS to the path of the CA file.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'Its certificate was issued by an unknown CA. Set NODE_EXTRA_CA_CERTS to the path of the CA file.',
};

/** Matches the messages with which LiteLLM, OpenRouter and others reject an unknown model (HTTP status 400). */
const UNKNOWN_MODEL = /\binvalid model\b|\bis not a valid model\b/i;
/** Maximum number of models that a message lists. */
const MODELS_TO_NAME = 5;

/** Whether the failure means that the server does not know the model or the path. */
export function namesTheModel({ status, code, message }: RequestFailure): boolean {
  return status === 404 || code === 'model_not_found' || (status === 400 && UNKNOWN_MODEL.test(message));
}

/**
 * Whether a server error may be due to an unknown model. This is possible if the error gives no reason, as when
 * `transformers serve` cannot load a model, or if the server returns nothing but errors (`isConstant`).
 */
export function hidesTheReason(
  { status = 0, message, isBusy }: RequestFailure,
  isConstant: boolean,
): boolean {
  return status >= 500 && !isBusy && (isConstant || /^HTTP 500(?:: internal server error)?$/i.test(message));
}

/**
 * The error that ends the run if a failure would affect every request to this server and waiting would not help;
 * otherwise undefined.
 *
 * @param options.answeredEver whether the server has responded in this run, even with an error
 * @param options.succeededEver whether a request has succeeded in this run
 * @param options.models the models that the server lists, if the failure may be due to the model; may be empty
 */
export function serverUnusable(options: {
  readonly failure: RequestFailure;
  readonly endpoint: Endpoint;
  readonly answeredEver: boolean;
  readonly succeededEver: boolean;
  readonly models: readonly string[];
}): SamplingError | undefined {
  const { failure, endpoint, answeredEver, succeededEver, models } = options;
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
      `The account for ${side} (${model}) has no credit left: ${message}.`,
      keyPlace,
      `Add credit or increase its limit. ${RESUMES}`,
    );
  }
  if (kind === 'moderated') return undefined;
  if (status === 401 || status === 403) {
    return end(
      `The server refused access to ${side} (${model}): ${message}.`,
      keyPlace,
      apiKeyEnv === undefined
        ? `The server at ${address} requires an API key. Set ${section}.api-key-env to the name of the environment variable that contains it.`
        : `Set ${apiKeyEnv} to a key with access to ${model} at ${address}.`,
    );
  }
  const offers =
    models.length === 0
      ? 'The server lists no models. Most base URLs end in /v1.'
      : `The server offers ${models.slice(0, MODELS_TO_NAME).join(', ')}.`;
  if (failure.wrong === 'api' && !succeededEver) {
    const other = endpoint.api === 'completions' ? 'chat' : 'completions';
    return end(
      `${serverName(endpoint)} (${model}) does not use the expected API: ${message}.`,
      `${section}.api`,
      section === 'checkpoints' ? `Set checkpoints.api: ${other}.` : `Check the base URL ${address}.`,
    );
  }
  if ((failure.wrong === 'path' && !succeededEver) || (status === 404 && namesThePath(message))) {
    return end(
      `${serverName(endpoint)} (${model}) has no ${pathOf(endpoint)} at ${address}: ${message}.`,
      addressSetting(endpoint),
      pathFix(endpoint, models),
    );
  }
  if (status !== undefined && status >= 500 && models.length > 0 && !isListed(model, models)) {
    return end(
      `Every request for the model ${model} (${side}) fails, and the server does not list this model: ${message}.`,
      `${section}.model`,
      `Check ${section}.model. ${offers}`,
    );
  }
  if (namesTheModel(failure)) {
    return end(
      `The server does not know the model ${model} (${side}): ${message}.`,
      `${section}.model`,
      `Check ${section}.model, and the base URL ${address}. ${offers}`,
    );
  }
  const refused = status === 400 || status === 422 ? refusedSetting(message, endpoint) : undefined;
  if (refused !== undefined && !refused.isByPrompt && !succeededEver) {
    return end(
      `${serverName(endpoint)} (${model}) rejects requests because of ${refused.member}: ${message}.`,
      refused.where,
      refused.fix,
    );
  }
  if (status !== undefined && status >= 300 && status < 400) {
    return end(
      `${serverName(endpoint)} (${model}) redirects to another address (HTTP ${status}). Redirects are not followed.`,
      addressSetting(endpoint),
      `Replace ${address} with the target of the redirect.`,
    );
  }
  if (!answeredEver && (kind === 'connection' || kind === 'timeout')) {
    return end(
      `${serverName(endpoint)} (${model}) is not reachable at ${address}: ${message}.`,
      addressSetting(endpoint),
      UNREACHABLE_ADVICE[failure.code ?? ''] ??
        'Check that the server is running, that the address is correct, and that no proxy or firewall blocks this machine.',
    );
  }
  return undefined;
}

function pathFix(endpoint: Endpoint, models: readonly string[]): string {
  const { side, baseUrl, baseUrlEnv } = endpoint;
  const isSide = side === 'old' || side === 'new';
  if (models.length > 0 && isSide && endpoint.api !== 'completions') {
    return 'The server lists models at this address, so it may offer only the completions API. If so, set checkpoints.api: completions.';
  }
  const tip = baseUrlEnv === undefined && !/\/v\d/.test(baseUrl) ? ` Try ${baseUrl}/v1.` : '';
  return `Check the base URL ${shownAddress(endpoint)}. Most base URLs end in /v1.${tip}`;
}

/** Whether a server lists a model, possibly with a revision or tag. */
function isListed(model: string, models: readonly string[]): boolean {
  return models.some((id) => id === model || id.startsWith(`${model}@`) || id.startsWith(`${model}:`));
}

/** The error for a server that responds but returns no completions, or no longer returns any. */
export function serverGaveUp(options: {
  readonly failure: RequestFailure;
  readonly checkpoint: Checkpoint;
  readonly failedInARow: number;
}): SamplingError {
  const { failure, checkpoint, failedInARow } = options;
  return new SamplingError({
    what: `The server for ${checkpoint.side} (${checkpoint.model}) returns no completions: the last ${failedInARow} samples failed after all retries, most recently with: ${failure.message}.`,
    where: shownAddress(checkpoint),
    fix: `${gaveUpAdvice(failure, checkpoint)} ${RESUMES}`,
    cause: failure,
  });
}

/**
 * The error for a side without a single completion; undefined if the side has at least one completion, or if none were
 * requested.
 */
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
    what: `All ${failed.length} samples of ${checkpoint.side} (${checkpoint.model}) failed, ${count} of them with: ${reason}.`,
    where: shownAddress(checkpoint),
    fix: `${refusedSetting(reason, checkpoint)?.fix ?? 'Fix the server, or change the sampling settings that it refuses.'} Then run the same command again.`,
  });
}

/** @throws {SamplingError} if a side has no completions at all */
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

/**
 * The error for an interrupted run. If the reason is a SamplingError (because the budget is spent), that error is
 * returned unchanged.
 */
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
    fix: `${kept} completion${kept === 1 ? ' is' : 's are'} stored there. Run the same command again to sample only the rest.`,
    cause: reason,
  });
}
