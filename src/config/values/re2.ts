import { RE2JS } from 're2js';

const FLAGS = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL } as const;

/** Compiles a pattern from the configuration. RE2 never backtracks, so no text can make matching slow. */
export function compileRe2(pattern: string, flags = ''): RE2JS {
  const bits = Object.entries(FLAGS).reduce(
    (sum, [flag, bit]) => (flags.includes(flag) ? sum | bit : sum),
    0,
  );
  return RE2JS.compile(pattern, bits);
}

/** Returns the reason why RE2 rejects a pattern; `undefined` if the pattern is valid. */
export function re2Fault(pattern: string, flags = ''): string | undefined {
  try {
    compileRe2(pattern, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace('error parsing regexp: ', '') : String(error);
  }
}
