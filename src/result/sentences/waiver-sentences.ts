import type { IdleWaiver } from '../../verdict/waivers.ts';
import type { Waiver } from '../../config/waiver.ts';

/** A waiver beside the loss that it accepts, as a whole sentence. */
export const waivedSentence = ({ reason, by, expires }: Pick<Waiver, 'reason' | 'by' | 'expires'>): string =>
  `Waived by ${by} until ${expires}: ${ended(reason)}`;

/** Why a waiver has no effect in this check, as a whole sentence. */
export const idleSentence = (
  idle: IdleWaiver,
  versions: { readonly old: string; readonly new: string },
): string => {
  const { waiver } = idle;
  const subject = `The waiver of ${waiver.measure} on ${waiver.suite} (by ${waiver.by})`;
  switch (idle.cause) {
    case 'other-versions':
      return `${subject} is unused: it is for ${waiver.old} → ${waiver.new}, and this check compares ${versions.old} → ${versions.new}.`;
    case 'expired':
      return `${subject} expired on ${waiver.expires} and counts for nothing: renew it in reversal-waivers.yml, or remove it.`;
    case 'unknown':
      return `${subject} is unused: no guardrail of this check has that name; there are ${idle.known.join(', ') || 'none'}.`;
    case 'target':
      return `${subject} counts for nothing: the loss of the target itself cannot be waived.`;
    case 'not-lost':
      return `${subject} is unused: the guardrail is ${idle.state}, not lost.`;
  }
};

/** The short reasons of the waived losses, as shown after the verdict's name. */
export const waivedReasons = (waivers: readonly Pick<Waiver, 'reason'>[]): string =>
  `waived: ${[...new Set(waivers.map(({ reason }) => reason.replace(/[.\s]+$/u, '')))].join('; ')}`;

const ended = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);
