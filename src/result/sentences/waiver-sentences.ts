import type { IdleWaiver } from '../../verdict/waivers.ts';
import type { Waiver } from '../../config/waiver.ts';

/** A complete sentence about a waiver, to show next to the loss that it accepts. */
export const waivedSentence = ({ reason, by, expires }: Pick<Waiver, 'reason' | 'by' | 'expires'>): string =>
  `Waived by ${by} until ${expires}: ${ended(reason)}`;

/** A complete sentence that explains why a waiver has no effect in this check. */
export const idleSentence = (
  idle: IdleWaiver,
  versions: { readonly old: string; readonly new: string },
): string => {
  const { waiver } = idle;
  const subject = `The waiver of ${waiver.measure} on ${waiver.suite} (by ${waiver.by})`;
  switch (idle.cause) {
    case 'other-versions':
      return `${subject} has no effect: it is for ${waiver.old} → ${waiver.new}, but this check compares ${versions.old} → ${versions.new}.`;
    case 'expired':
      return `${subject} expired on ${waiver.expires} and has no effect. Renew it in reversal-waivers.yml, or remove it.`;
    case 'unknown':
      return `${subject} has no effect: no guardrail of this check has that name. Its guardrails: ${idle.known.join(', ') || 'none'}.`;
    case 'target':
      return `${subject} has no effect: a loss of the target's accuracy cannot be waived.`;
    case 'not-lost':
      return `${subject} has no effect: the guardrail is ${idle.state}, not lost.`;
  }
};

const ended = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);
