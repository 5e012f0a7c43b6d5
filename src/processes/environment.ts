import { isCalledASecret } from './secret-names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables that a program needs to be found and to run, and none of the job's credentials. The runner
 * uses `RUNNER_TRACKING_ID` to find processes that outlived their job, in case this one is killed.
 */
const PASSED: ReadonlySet<string> = new Set(
  `PATH HOME USER LOGNAME SHELL LANG LANGUAGE TZ TMPDIR LD_LIBRARY_PATH VIRTUAL_ENV CONDA_PREFIX
  XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_RUNTIME_DIR HF_HOME HF_HUB_CACHE
  CUDA_HOME CUDA_VISIBLE_DEVICES NVIDIA_VISIBLE_DEVICES HIP_VISIBLE_DEVICES ROCR_VISIBLE_DEVICES
  RUNNER_TRACKING_ID`.split(/\s+/),
);

/** Shorter values are ordinary words. */
const SHORTEST_SECRET = 8;

/** The environment of a user's program: the usual variables, and those that the configuration names. */
export function programEnvironment(env: Environment, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && (PASSED.has(name) || name.startsWith('LC_') || names.includes(name))
        ? [[name, value]]
        : [],
    ),
  );
}

/** Every environment value whose name marks it as a secret, plus the `known` ones; longest first. */
export function secretsIn(env: Environment, known: readonly string[]): readonly string[] {
  const named = Object.entries(env).flatMap(([name, value]) => (isCalledASecret(name) ? [value ?? ''] : []));
  return [...new Set([...named, ...known].map((value) => value.trim()))]
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
}
