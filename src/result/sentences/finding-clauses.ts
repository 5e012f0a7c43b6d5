import type { Finding } from '../../verdict/validity/validity.ts';
import { faultClause } from './faults.ts';
import * as numbers from './numbers.ts';

/** The two checkpoints' names in sentences. */
export const SIDE_WORDS = { old: 'the baseline', new: 'the candidate' } as const;

/**
 * The end of a headline that explains why the measurement cannot be trusted: at most 24 words, without a full stop. The
 * reasons below the headline contain the complete sentence, with examples and advice.
 */
export function findingClause(finding: Finding): string {
  switch (finding.cause) {
    case 'cut':
      return `budget.${finding.cut.limit} ended sampling before enough items were complete`;
    case 'missing': {
      const count = finding.samples.reduce((sum, { indices }) => sum + indices.length, 0);
      return `${numbers.counted(count, 'sample is', 'samples are')} missing`;
    }
    case 'unexpected':
      return `${numbers.counted(finding.samples.length, 'completion does', 'completions do')} not belong to any requested sample`;
    case 'failed':
      return `${numbers.count(finding.failed)} of ${numbers.counted(finding.of, 'sample')} of ${SIDE_WORDS[finding.side]} failed on ${finding.suite}`;
    case 'dropped':
      return `${numbers.count(finding.dropped)} of ${numbers.counted(finding.of, 'item')} in ${finding.suite} have too few graded samples`;
    case 'dropped-could-decide':
      return `${numbers.counted(finding.dropped, 'item has', 'items have')} too few graded samples and could change the verdict`;
    case 'one-reason':
      return `on ${finding.suite}, ${faultClause(finding.fault)} in most samples`;
    case 'truncation':
      return `on ${finding.suite}, the token limit cut off most samples`;
    case 'nothing-solved':
      return `none of the ${numbers.counted(finding.samples, 'sample')} is correct, so nothing could be lost or gained`;
    case 'format-drift':
      return `on ${finding.suite ?? 'all target suites'}, ${finding.measure} depends on how answers are written, not on whether they are right`;
    case 'outcome-drift':
      return `on ${finding.suite}, the verdict depends on samples ${finding.outcome === 'truncated' ? 'that the token limit cut off' : 'without a readable answer'}`;
    case 'stack-changed':
      return `${SIDE_WORDS[finding.side]}'s completions come from ${numbers.count(finding.stacks.length)} serving stacks`;
    case 'stacks-apart':
      return 'different serving stacks produced the completions of the two checkpoints';
    case 'same-completions':
    case 'same-model':
      return 'the server seems to use the same model for both names';
  }
}
