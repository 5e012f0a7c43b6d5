// oxlint-disable-next-line no-control-regex -- the colors that this tool sets itself
const OWN_COLOURS = /\u001B\[(?:1|2|22|3[1-3]|39)m/gu;

const ACTS: readonly RegExp[] = [
  /(?!\n)\p{Cc}/gu,
  /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
  // GitHub's runner. Some compare texts by the rules of a language, which ignore invisible characters.
  /^[\s\p{Default_Ignorable_Code_Point}]*:[\p{Default_Ignorable_Code_Point}]*:\S*/gmu,
  /#[\p{Default_Ignorable_Code_Point}]*#[\w.\-\p{Default_Ignorable_Code_Point}]*\[/gu,
  // The folds of GitLab and of Travis.
  /section_(?:start|end):\d+/giu,
  /travis_(?:fold|time):\w+/giu,
];

/** The effects of the text on a terminal or in a log of any CI system, except our own colors. */
export function logActsOf(output: string): readonly string[] {
  const text = output.replaceAll(OWN_COLOURS, '');
  return ACTS.flatMap((act) => text.match(act) ?? []).map((found) => JSON.stringify(found));
}
