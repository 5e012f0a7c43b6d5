/** Thrown if a grader works but has no grade for a sample. The sample is then `failed`. */
export class NoGrade extends Error {
  override readonly name = 'NoGrade';
  /**
   * Whether the grader itself gave an invalid response. If so, the known-answer check also counts the response as a
   * failure.
   */
  readonly byGrader: boolean;

  constructor(message: string, { byGrader }: { readonly byGrader: boolean }) {
    super(message);
    this.byGrader = byGrader;
  }
}
