import { basename } from 'node:path';
import type { PublishedFormat } from '../import/format.ts';
import type { Imported } from '../import/import-rows.ts';
import { type DraftedSuite, suiteLines } from '../init/draft-config.ts';
import { count, counted } from '../result/sentences/numbers.ts';
import { SENTENCE_LIMIT, terminalText } from '../result/text/neutralise.ts';

/** What `import` made and where it is. */
export interface ImportedSuite {
  readonly format: PublishedFormat;
  readonly imported: Imported;
  /** The file with the items. */
  readonly out: string;
  /** Whether the file was written; false if it already had this content. */
  readonly isNew: boolean;
  readonly notes: readonly string[];
}

const PATH_LIMIT = 200;

/** The suite as it can be added to the configuration in the current folder. */
function suiteOf({ format: { grader, template }, out }: ImportedSuite): DraftedSuite {
  const name =
    basename(out)
      .replace(/\.jsonl$/u, '')
      .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
      .replace(/^[^A-Za-z0-9]+/u, '')
      .slice(0, 64) || 'suite';
  return { name, role: grader === undefined ? 'open' : 'target', items: out, grader, template };
}

/** Describes the items that were written, the rows that were left out and why, and the next steps. Ends with a newline. */
export function renderImported(suite: ImportedSuite): string {
  const { format, imported, out, isNew, notes } = suite;
  const { items, rows, leftOut, hasOwnIds } = imported;
  const shown = (text: string): string => terminalText(text, SENTENCE_LIMIT);
  const groups = new Set(items.flatMap(({ group }) => group ?? []));
  const all = [
    ...notes,
    ...(format.note === undefined ? [] : [format.note]),
    hasOwnIds
      ? 'The ids are those of the data.'
      : 'The data has no unique ids, so the ids are hashes of the prompts. An item keeps its id if the file is sorted or split.',
    ...(groups.size > 0 ? [`The items have ${counted(groups.size, 'group')}.`] : []),
  ];
  return [
    `${isNew ? 'Wrote' : 'Kept'} ${terminalText(out, PATH_LIMIT)}${isNew ? '' : ', which already has this content'}: ${counted(items.length, 'item')} from ${counted(rows, 'row')} of ${format.title}.`,
    ...(leftOut.length === 0 ? [] : [`Left out ${counted(rows - items.length, 'row')}:`]),
    ...leftOut.map(
      (each) =>
        `  ${count(each.count)}: ${shown(each.reason)} (${shown(each.places.join(', '))}${each.count > each.places.length ? ', …' : ''})`,
    ),
    ...all.map(shown),
    '',
    ...(format.grader === undefined
      ? ['Add this suite to reversal.yml:']
      : ['Add this suite to reversal.yml. Use the role ood if the model was not trained for this task:']),
    '',
    'suites:',
    ...suiteLines(suiteOf(suite)),
    '',
    ...(format.page === ''
      ? []
      : [
          `License of the data: ${format.license}. Page: ${format.page}. Paper to cite: ${format.paper}`,
          'Check that the license allows your use, above all before you commit the items to a public repository.',
        ]),
    'Next: reversal-check pin',
    '',
  ]
    .join('\n')
    .replaceAll('\u00A0', ' ');
}

/** The same as a JSON value. */
export function importedJson(suite: ImportedSuite): Record<string, unknown> {
  const { format, imported, out, isNew, notes } = suite;
  const { name, role, items, grader, template } = suiteOf(suite);
  return {
    out,
    written: isNew,
    format: format.name,
    items: imported.items.length,
    rows: imported.rows,
    left_out: imported.leftOut,
    own_ids: imported.hasOwnIds,
    notes: [...notes, ...(format.note === undefined ? [] : [format.note])],
    suite: { name, role, items, grader: grader ?? null, template: template ?? null },
    license: format.license,
    page: format.page === '' ? null : format.page,
    paper: format.paper === '' ? null : format.paper,
  };
}
