import type * as fc from 'fast-check';

/**
 * Texts that have an effect on some platform, in Markdown, HTML, a terminal or the log of a CI system, and
 * texts that could hide or join them.
 */
export const ATOMS: readonly string[] = [
  ...'@user|@org/team|＠user|@\u00ADuser|#1|#\u200d1|GH-1|acme/x#12|a@b.co|https://e.vil/x|hTTps:\u200b//e.vil|http:\\\\e.vil|//e.vil'.split(
    '|',
  ),
  ...'www.e.vil|w\u00ADww.e.vil|mailto:a@b.co|ftp://e.vil|![x](//e.vil/x.png)|[x](//e.vil)|[x](<//e.vil>)|[x]: //e.vil|[x][]|[^1]|[^1]: x'.split(
    '|',
  ),
  ...'<img src=//e.vil>|<a href=//e.vil>|<details open>|</details>|</summary>|</table>|</td>|</code>|</pre>|</span>|<!--|-->|<?php|<![CDATA['.split(
    '|',
  ),
  ...'&lt;|&#60;|&amp;lt;|&commat;u|`|``|```|````|~~~|\\`|\\|\\\\|*|**|_|__|~|~~|$|$$|$`|`$|===|---|***|# |## |> |- |+ |* |1. |1) |- [ ] '.split(
    '|',
  ),
  ...Array.from(
    '|\\||||\n|---|\r\u2028\u2029\u0085\v\f\t\u00a0\u3164\ufeff\u200b\u200d\u202e\u2066\u{e0041}\u0000\u0007\u001b\ud800\udc00',
  ),
  ...'\u001b[2J \u001b]8;;http://e.vil\u0007 \u009d8;;x\u009c \u009b31m \u001bc \u001b[?1049h \u001b(0 \u001b[0K'.split(
    ' ',
  ),
  ...'::error::x ::set-output ::add-mask::x :: : ##[error]x ##[group] ## # [error]x vso[ ##vso[task.setvariable ##VSO[x]'.split(
    ' ',
  ),
  ...'##teamcity[x] teamcity[ ##\u200bvso[x] ::stop-commands::t section_start:1:x section_end:1:x travis_fold:start:x'.split(
    ' ',
  ),
  ...'section_ start:1:x\r travis_ fold: error::x %0A %0D deadbeefcafe pass@32 maj@1 [1, 2] (//e.vil) :+1: a b 0 9 . - { }'.split(
    ' ',
  ),
  ' ',
  '\n',
  '\n::',
  '\n  ##',
  ' ##',
  '\u0301'.repeat(40),
  '👨‍👩‍👧',
  '${{ secrets.X }}',
  '$(id)',
  '<!-- reversal-check:reversal.yml -->',
];

/** A string of a few of them. */
export function hostileText({
  constantFrom,
  array,
}: Pick<typeof fc, 'constantFrom' | 'array'>): fc.Arbitrary<string> {
  return array(constantFrom(...ATOMS), { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
}
