/** The role of a suite: the task trained for, a task not trained for, or one without right answers. */
export type Role = 'target' | 'ood' | 'open';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One question of an eval set as it is sent, with `system` and `template` of its suite applied. */
export interface Item {
  readonly id: string;
  /** The item's own words before the template; absent if it is a conversation. */
  readonly prompt?: string;
  /** Never empty. */
  readonly messages: readonly Message[];
  /** Absent on suites of role `open`, and if the grader needs no answer. */
  readonly answer: string | undefined;
  readonly group: string | undefined;
  /**
   * The unit that varies independently, shared across suites: the item's own `cluster`, else a hash of its
   * messages.
   */
  readonly cluster: string;
  readonly meta: unknown;
}

/** An item that its suite's grader cannot grade, because of a flaw of its own. */
export interface ExcludedItem {
  readonly id: string;
  /** Completes a sentence about the item's flaw. */
  readonly reason: string;
}

/** A pinned set of items with one role. Item ids are unique within it. */
export interface Suite {
  readonly name: string;
  readonly role: Role;
  /** Never empty. */
  readonly items: readonly Item[];
  /**
   * The items of its file that are excluded for both sides, and the number of items in the file; absent if
   * there are no exclusions.
   */
  readonly excluded?: { readonly items: readonly ExcludedItem[]; readonly of: number };
  /** SHA-256 over the canonical items of the whole file, `sha256:…`. */
  readonly hash: string;
}
