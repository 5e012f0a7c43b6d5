/** A loss that a team has accepted for one measure on one suite, between two versions, until a given date. */
export interface Waiver {
  readonly suite: string;
  /**
   * The measure's name in a result, without the suite, such as `coverage/pass@32`. For coverage, k is ignored, because
   * the guardrail is the same for every k.
   */
  readonly measure: string;
  readonly old: string;
  readonly new: string;
  readonly reason: string;
  /** Who accepted the loss. */
  readonly by: string;
  /** The last day on which the waiver applies, in UTC, such as `2026-12-31`. */
  readonly expires: string;
}
