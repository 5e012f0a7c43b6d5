import { join } from 'node:path';

/** Logs that lm-eval and Inspect wrote themselves; `make.py` beside them made them. */
export const written = (...parts: readonly string[]): string =>
  join(import.meta.dirname, 'written', ...parts);
