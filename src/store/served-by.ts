/**
 * A serving stack, as reported by a server, with the number and times of the completions that it returned. Times are in
 * ISO 8601, in UTC, to the millisecond, so that they sort as text.
 */
export interface ServedBy {
  /** Null if the server does not report it. */
  readonly model: string | null;
  readonly fingerprint: string | null;
  /** At least 1. */
  readonly completions: number;
  readonly oldest: string;
  readonly newest: string;
}

/** A serving stack as reported in a response. */
interface Reported {
  readonly model?: string | undefined;
  readonly system_fingerprint?: string | undefined;
}

/** Running totals for a stack. Times are in milliseconds since 1970. */
interface Counted {
  readonly model: string | null;
  readonly fingerprint: string | null;
  completions: number;
  oldestMs: number;
  newestMs: number;
}

/** Counts completions by the serving stack that their server reports. Ignores completions without a reported stack. */
export class ServedByTally {
  readonly #found = new Map<string, Counted>();
  /**
   * The previous completion's stack. It is tried first, because most completions come from the same stack as the
   * previous completion.
   */
  #last: Counted | undefined;

  /** Counts one completion. `drawn` is the time of sampling, in milliseconds since 1970. */
  see({ model, system_fingerprint }: Reported, drawn: number): void {
    if (model === undefined && system_fingerprint === undefined) return;
    const stack = this.#stackOf(model ?? null, system_fingerprint ?? null);
    stack.completions += 1;
    stack.oldestMs = Math.min(stack.oldestMs, drawn);
    stack.newestMs = Math.max(stack.newestMs, drawn);
  }

  /** Returns the stacks sorted by name, regardless of the order of completions. */
  found(): readonly ServedBy[] {
    return [...this.#found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { oldestMs, newestMs, ...stack }]) => ({
        ...stack,
        oldest: new Date(oldestMs).toISOString(),
        newest: new Date(newestMs).toISOString(),
      }));
  }

  #stackOf(model: string | null, fingerprint: string | null): Counted {
    if (this.#last?.model === model && this.#last.fingerprint === fingerprint) return this.#last;
    const name = JSON.stringify([model, fingerprint]);
    const found = this.#found.get(name) ?? {
      model,
      fingerprint,
      completions: 0,
      oldestMs: Infinity,
      newestMs: -Infinity,
    };
    this.#found.set(name, found);
    this.#last = found;
    return found;
  }
}
