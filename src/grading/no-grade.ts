/** Why a grader has no grade for a sample, where it did not break: the sample is `failed`. */
export class NoGrade extends Error {
  override readonly name = 'NoGrade';
  /** Whether the grader itself answered in no form that counts: then a known answer is failed too. */
  readonly byGrader: boolean;

  constructor(message: string, { byGrader }: { readonly byGrader: boolean }) {
    super(message);
    this.byGrader = byGrader;
  }
}
