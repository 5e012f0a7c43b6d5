import type { Asked } from '../answers/asked/asked.ts';
import { readStated, type Found } from '../answers/read-stated.ts';
import type { Option } from './option.ts';
import { statedOption, withoutLead } from './stated-option.ts';

const NONE =
  /^\(?(?:none of (?:the (?:above|given|listed|provided|options|choices|answers|other)|these|those|them|your)\b|not (?:given|listed|provided|included|available|among (?:the|these|them))\b)/i;
/** Matches an option that itself means "none of the above". */
const IS_NONE = /\b(?:none|neither|not|no|nothing|other)\b/i;

/** Finds an explicit answer that rejects all options; undefined if the text contains none. */
export function statedNone(
  text: string,
  asked: Asked | undefined,
  options: readonly Option[],
): Found<{ readonly noneOfThem: string }> | undefined {
  if (options.length === 0 || !/\bn(?:one of|ot) /i.test(text)) return undefined;
  if (options.some((option) => IS_NONE.test(option.text))) return undefined;
  return readStated(text, asked, {
    read: (statement) => {
      const [said] = NONE.exec(withoutLead(statement.text)) ?? [];
      if (said !== undefined) return { value: { noneOfThem: 'none of them' } };
      return statedOption(statement.text, options) === undefined ? 'none' : 'unreadable';
    },
    unmarked: () => undefined,
  });
}
