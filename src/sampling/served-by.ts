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

/** Counts completions by the serving stack that their server says gave them; those of servers that say nothing are none. */
export class ServedByTally {
  readonly #found = new Map<string, ServedBy>();

  see({ model, system_fingerprint }: Reported, time: string): void {
    if (model === undefined && system_fingerprint === undefined) return;
    const stack = { model: model ?? null, fingerprint: system_fingerprint ?? null };
    const name = JSON.stringify([stack.model, stack.fingerprint]);
    const drawn = new Date(time).toISOString();
    const known = this.#found.get(name) ?? { ...stack, completions: 0, oldest: drawn, newest: drawn };
    this.#found.set(name, {
      ...known,
      completions: known.completions + 1,
      oldest: drawn < known.oldest ? drawn : known.oldest,
      newest: drawn > known.newest ? drawn : known.newest,
    });
  }

  /** The stacks by name, whatever the order in which completions came. */
  found(): readonly ServedBy[] {
    return [...this.#found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stack]) => stack);
  }
}
