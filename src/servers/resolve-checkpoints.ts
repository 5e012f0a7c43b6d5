import type { CheckpointsConfig } from '../config/schema/checkpoints.ts';
import { ConfigError } from '../errors.ts';
import { quoted } from '../files/printable.ts';
import { VERSION_FIX, versionFault } from '../config/values/version-name.ts';
import { type Environment, addressFrom, checkBaseUrl } from './address.ts';
import type { Checkpoint } from './checkpoint.ts';

type Side = Checkpoint['side'];

/** The `Checkpoint.draw` of each side. */
export interface Draws {
  readonly old?: string | undefined;
  readonly new?: string | undefined;
}

const inVersion = (text: string, version: string): string => text.split('{version}').join(version);

const checkVersion = (side: Side, version: string, pattern: string | undefined): void => {
  const what = versionFault(version, pattern);
  if (what !== undefined) throw new ConfigError({ what, where: `the version of ${side}`, fix: VERSION_FIX });
};

const addressOf = (
  config: CheckpointsConfig,
  side: Side,
  version: string,
  env: Environment,
): Pick<Checkpoint, 'baseUrl' | 'baseUrlEnv'> => {
  const own = config[side].baseUrl;
  if (own !== undefined) return { baseUrl: checkBaseUrl(own, `checkpoints.${side}.base-url`, version) };
  if (config.baseUrl !== undefined)
    return { baseUrl: checkBaseUrl(config.baseUrl, 'checkpoints.base-url', version) };
  const name = config.baseUrlEnv;
  if (name === undefined) {
    throw new ConfigError({
      what: `missing, so the server for ${side} is unknown`,
      where: 'checkpoints.base-url',
      fix: `Add base-url, base-url-env or serve to checkpoints, or add base-url or serve to checkpoints.${side}.`,
    });
  }
  const value = addressFrom(name, 'checkpoints.base-url-env', env);
  return { baseUrlEnv: name, baseUrl: checkBaseUrl(value, `the environment variable ${name}`, version) };
};

/** The base URL of a checkpoint that this run serves, used until the server's port is known. */
const SERVED_BASE_URL = 'http://127.0.0.1/v1';

/** The server to sample a side from. The side's own settings override the shared ones. */
const placeOf = (
  config: CheckpointsConfig,
  side: Side,
  version: string,
  env: Environment,
): Pick<Checkpoint, 'baseUrl' | 'baseUrlEnv' | 'serve' | 'apiKeyEnv' | 'headersEnv'> => {
  const serve = config[side].serve ?? (config[side].baseUrl === undefined ? config.serve : undefined);
  if (serve !== undefined) {
    // A server that this run starts neither receives nor requires an API key.
    const command = serve.command.map((argument) => inVersion(argument, version));
    const variables =
      serve.variables &&
      Object.fromEntries(
        Object.entries(serve.variables).map(([name, value]) => [name, inVersion(value, version)]),
      );
    return { baseUrl: SERVED_BASE_URL, serve: { ...serve, command, ...(variables && { variables }) } };
  }
  const apiKeyEnv = config[side].apiKeyEnv ?? config.apiKeyEnv;
  return {
    ...addressOf(config, side, version, env),
    ...(apiKeyEnv === undefined ? {} : { apiKeyEnv }),
    ...(config.headersEnv === undefined ? {} : { headersEnv: config.headersEnv }),
  };
};

/** Whether two checkpoints use the same server: the same address, or the same command. */
const isSamePlace = (one: Checkpoint, other: Checkpoint): boolean =>
  one.baseUrl === other.baseUrl &&
  JSON.stringify(one.serve?.command) === JSON.stringify(other.serve?.command);

/** Whether a checkpoint is compared with itself, and neither side was sampled again on purpose. */
export const isOneCheckpoint = ({
  old,
  new: candidate,
}: {
  readonly old: Checkpoint;
  readonly new: Checkpoint;
}): boolean =>
  old.model === candidate.model &&
  isSamePlace(old, candidate) &&
  old.digest === candidate.digest &&
  old.draw === candidate.draw;

const modelOf = (config: CheckpointsConfig, side: Side, version: string): string => {
  const model = config[side].model ?? config.model;
  if (model !== undefined) return inVersion(model, version);
  throw new ConfigError({
    what: `missing, so the model for ${side} is unknown`,
    where: 'checkpoints.model',
    fix: `Add model to checkpoints or to checkpoints.${side}, for example model: acme/math-7b-{version}`,
  });
};

const resolveSide = (
  config: CheckpointsConfig,
  side: Side,
  version: string,
  env: Environment,
  draw: string | undefined,
): Checkpoint => {
  checkVersion(side, version, config.versionPattern);
  const { digest, limits = config.limits } = config[side];
  return {
    side,
    version,
    model: modelOf(config, side, version),
    ...placeOf(config, side, version, env),
    ...(digest === undefined ? {} : { digest }),
    ...(draw === undefined ? {} : { draw }),
    ...(limits !== undefined && { limits: { ...config.limits, ...limits } }),
    api: config.api,
    extraBody: config.extraBody,
  };
};

/**
 * Resolves a check's two checkpoints. Replaces `{version}`, lets each side's own settings override the shared ones, and
 * reads base URLs from the environment if so configured. Equal versions are allowed, because sampling the same model
 * twice reveals drift in its serving stack.
 *
 * @throws {ConfigError} if a version, a model or an address is missing or invalid, or if two different versions would
 * resolve to the same model at the same address
 */
export const resolveCheckpoints = (options: {
  readonly checkpoints: CheckpointsConfig | undefined;
  readonly versions: { readonly old: string; readonly new: string };
  /** Distinguishes this check's draws from other draws of the same checkpoints. Default: the first draw of each. */
  readonly draws?: Draws | undefined;
  readonly env: Environment;
}): { readonly old: Checkpoint; readonly new: Checkpoint } => {
  const { checkpoints, versions, draws = {}, env } = options;
  if (checkpoints === undefined) {
    throw new ConfigError({
      what: 'missing, so there is no model to sample',
      where: 'checkpoints',
      fix: 'Add checkpoints with model and base-url, or compare files of completions: reversal-check compare OLD NEW',
    });
  }
  const pair = {
    old: resolveSide(checkpoints, 'old', versions.old, env, draws.old),
    new: resolveSide(checkpoints, 'new', versions.new, env, draws.new),
  };
  const same = pair.old.model === pair.new.model && isSamePlace(pair.old, pair.new);
  if (same && versions.old !== versions.new) {
    throw new ConfigError({
      what: `${quoted(versions.old)} and ${quoted(versions.new)} would both use the model ${quoted(pair.old.model)} at the same ${pair.old.serve === undefined ? 'address' : 'server'}`,
      where: 'checkpoints.model',
      fix: 'Add {version} to model, base-url or serve.command, or set a different model, base-url or serve in checkpoints.old and checkpoints.new.',
    });
  }
  return pair;
};
