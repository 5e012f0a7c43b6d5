/**
 * A serving stack, as its server names it, with the completions that it gave: how many, and when (ISO 8601, UTC, to the millisecond, so that texts
 * sort as times do).
 */
export interface ServedBy {
  /** Null where the server does not say. */
  readonly model: string | null;
  readonly fingerprint: string | null;
  /** At least 1. */
  readonly completions: number;
  readonly oldest: string;
  readonly newest: string;
}

/** What a server said of itself with a completion. */
interface Reported {
  readonly model?: string | undefined;
  readonly system_fingerprint?: string | undefined;
}

/** A stack while it is counted; times in milliseconds since 1970. */
interface Counted {
  readonly model: string | null;
  readonly fingerprint: string | null;
  completions: number;
  oldestMs: number;
  newestMs: number;
}

/** Counts completions by the serving stack that their server says gave them; those of servers that say nothing are none. */
export class ServedByTally {
  readonly #found = new Map<string, Counted>();
  /** Most completions come from the stack that gave the one before. */
  #last: Counted | undefined;

  /** `drawn` is in milliseconds since 1970. */
  see({ model, system_fingerprint }: Reported, drawn: number): void {
    if (model === undefined && system_fingerprint === undefined) return;
    const stack = this.#stackOf(model ?? null, system_fingerprint ?? null);
    stack.completions += 1;
    stack.oldestMs = Math.min(stack.oldestMs, drawn);
    stack.newestMs = Math.max(stack.newestMs, drawn);
  }

  /** The stacks by name, whatever the order in which completions came. */
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
