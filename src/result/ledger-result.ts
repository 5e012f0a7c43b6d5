import type { AgainstFrozen, FrozenNull } from '../measures/frozen/frozen-null.ts';
import type { Ledger } from '../measures/frozen/ledger.ts';
import type { SuiteResult } from './result.ts';

type LedgerResult = NonNullable<SuiteResult['ledger']>;

/** A suite's ledger in the result's format. */
export function ledgerResult({ flips, pOfFlips, moved, frozen }: Ledger): LedgerResult {
  return {
    both: flips.both,
    only_old: flips.onlyOld,
    only_new: flips.onlyNew,
    neither: flips.neither,
    p_mcnemar: pOfFlips ?? null,
    moved:
      moved.kind === 'named'
        ? {
            learned: [...moved.learned],
            corrupted: [...moved.corrupted],
            learned_solved_before: moved.learnedSolvedBefore,
          }
        : null,
    reason: moved.kind === 'unnamed' ? moved.reason : null,
    frozen: frozen === undefined ? null : frozenResult(frozen),
  };
}

function frozenResult({
  samples,
  splits,
  onlyOld,
  onlyNew,
  moved,
}: FrozenNull): NonNullable<LedgerResult['frozen']> {
  return {
    samples,
    splits,
    only_old: against(onlyOld),
    only_new: against(onlyNew),
    learned: moved === undefined ? null : against(moved.learned),
    learned_solved_before: moved === undefined ? null : against(moved.learnedSolvedBefore),
    corrupted: moved === undefined ? null : against(moved.corrupted),
  };
}

function against({ real, frozen, frozenRange }: AgainstFrozen): {
  real: number;
  frozen: number;
  frozen_range: [number, number];
} {
  return { real, frozen, frozen_range: [...frozenRange] };
}
