import { isCalledASecret } from './secret-names.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables needed to find and run a program. They include none of the job's credentials. If this process is
 * killed, the runner uses `RUNNER_TRACKING_ID` to find child processes that outlived the job.
 */
const PASSED: ReadonlySet<string> = new Set(
  `PATH HOME USER LOGNAME SHELL LANG LANGUAGE TZ TMPDIR LD_LIBRARY_PATH VIRTUAL_ENV CONDA_PREFIX
  XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_RUNTIME_DIR HF_HOME HF_HUB_CACHE
  CUDA_HOME CUDA_VISIBLE_DEVICES NVIDIA_VISIBLE_DEVICES HIP_VISIBLE_DEVICES ROCR_VISIBLE_DEVICES
  RUNNER_TRACKING_ID`.split(/\s+/),
);

/** Minimum length of a secret to mask. Shorter values could be ordinary words. */
const SHORTEST_SECRET = 8;

/** The environment for a user's program: the usual variables and those that the configuration lists. */
export function programEnvironment(env: Environment, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && (PASSED.has(name) || name.startsWith('LC_') || names.includes(name))
        ? [[name, value]]
        : [],
    ),
  );
}

/** The values of all variables whose names mark them as secrets, plus the `known` secrets; longest first. */
export function secretsIn(env: Environment, known: readonly string[]): readonly string[] {
  const named = Object.entries(env).flatMap(([name, value]) => (isCalledASecret(name) ? [value ?? ''] : []));
  return [...new Set([...named, ...known].map((value) => value.trim()))]
    .filter((value) => value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
}
