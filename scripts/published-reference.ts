import { PUBLISHED_FORMATS } from '../src/import/published-formats.ts';

/** The published data sets that can be imported, as a Markdown table: made of the list that the command uses. */
export const publishedReference = (): string =>
  [
    '| Format | Data | Fields of the published forms | Grader | Groups | License |',
    '|:--|:--|:--|:--|:--|:--|',
    ...PUBLISHED_FORMATS.map(({ name, title, page, paper, forms, grader, groups = '', license }) =>
      [
        `\`${name}\``,
        `[${title}](${page}) ([paper](${paper}))`,
        forms.map(({ fields }) => fields).join('<br>'),
        `\`${grader}\``,
        groups,
        license,
      ].join(' | '),
    ).map((row) => `| ${row} |`),
  ].join('\n');
