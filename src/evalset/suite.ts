/**
 * A suite's role: a task that the model was trained for, a task that it was not trained for, or a task without right
 * answers.
 */
export type Role = 'target' | 'ood' | 'open';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One question in an eval set as it is sent, after its suite's `system` and `template` have been applied. */
export interface Item {
  readonly id: string;
  /** The item's own text before the template was applied; absent if the item is a conversation. */
  readonly prompt?: string;
  /** Never empty. */
  readonly messages: readonly Message[];
  /** The right answer; undefined in `open` suites, or if the grader needs no answer. */
  readonly answer: string | undefined;
  readonly group: string | undefined;
  /**
   * The unit that varies independently, across suites too: the item's own `cluster` if it has one, otherwise a hash of
   * its messages.
   */
  readonly cluster: string;
  readonly meta: unknown;
}

/** A flawed item that the suite's grader cannot grade. */
export interface ExcludedItem {
  readonly id: string;
  /** Describes the flaw; completes a sentence. */
  readonly reason: string;
}

/** A pinned set of items with one role. Item ids are unique within it. */
export interface Suite {
  readonly name: string;
  readonly role: Role;
  /** Never empty. */
  readonly items: readonly Item[];
  /** The items that are excluded for both sides, and the number of items in the file. Absent if there are no exclusions. */
  readonly excluded?: { readonly items: readonly ExcludedItem[]; readonly of: number };
  /** SHA-256 of all items in the file in canonical form, as `sha256:…`. */
  readonly hash: string;
}
