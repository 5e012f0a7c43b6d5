import { measureId } from './measure-id.ts';
import type { Decision } from './verdict.ts';

/** A decision's verdict and the changes that it claims. */
export interface Claim {
  readonly status: Decision['status'];
  /** Whether the target gained, and the ids of the lost guardrails, as one comparable string. */
  readonly changes: string;
}

export function claimOf({ status, gain, family }: Decision): Claim {
  const lost = family.flatMap(({ member, state }) =>
    state?.kind === 'lost' ? [measureId(member.measure)] : [],
  );
  return { status, changes: JSON.stringify([gain, lost]) };
}

/** Whether two decisions have the same verdict and claim the same changes. */
export function isSameClaim(one: Claim, other: Claim): boolean {
  return one.status === other.status && one.changes === other.changes;
}
