import { blocks, list, table, type Fold } from './fold.ts';
import { markdownCode, markdownText } from '../result/text/neutralise.ts';
import * as numbers from '../result/sentences/numbers.ts';
import type { SuiteResult } from '../result/result.ts';
import type { Sides } from './version-names.ts';

type Ledger = NonNullable<SuiteResult['ledger']>;
type AgainstFrozen = NonNullable<Ledger['frozen']>['only_old'];

/** Maximum number of problems named in each direction; the others are in the result file. */
const NAME_LIMIT = 12;

const NONE = '–';

const frozenCells = (against: AgainstFrozen | null): string[] =>
  against === null
    ? [NONE, NONE]
    : [
        numbers.ways(against.real),
        `${numbers.ways(against.frozen)} ${numbers.interval(against.frozen_range, numbers.count)}`,
      ];

const countsTable = (
  { samples_per_item: n }: SuiteResult,
  { moved, frozen, only_old: onlyOld, only_new: onlyNew }: Ledger,
  sides: Sides,
): string => {
  const rows: readonly (readonly [label: string, count: number, against: AgainstFrozen | null])[] = [
    ...(moved === null
      ? []
      : [
          ['learned', moved.learned.length, frozen?.learned ?? null] as const,
          [
            `of these, solved at least once by ${sides.old.markdown}`,
            moved.learned_solved_before,
            frozen?.learned_solved_before ?? null,
          ] as const,
          ['corrupted', moved.corrupted.length, frozen?.corrupted ?? null] as const,
        ]),
    [`solved only by ${sides.new.markdown}`, onlyNew, frozen?.only_new ?? null],
    [`solved only by ${sides.old.markdown}`, onlyOld, frozen?.only_old ?? null],
  ];
  const half = frozen === null ? '' : `${numbers.count(frozen.samples)} of them`;
  return table(
    ['', numbers.counted(n, 'sample'), ...(frozen === null ? [] : [half, `frozen, ${half}`])],
    rows.map(([label, counted, against]) => [
      label,
      numbers.count(counted),
      ...(frozen === null ? [] : frozenCells(against)),
    ]),
    ['l', 'r', 'r', 'r'],
  );
};

const names = (word: string, ids: readonly string[]): string[] => {
  if (ids.length === 0) return [];
  const left = ids.length - NAME_LIMIT;
  const more = left > 0 ? ` and ${numbers.count(left)} more in \`result.json\`` : '';
  return [
    `${word}: ${ids
      .slice(0, NAME_LIMIT)
      .map((id) => markdownCode(id))
      .join(', ')}${more}`,
  ];
};

const remarks = ({ moved, reason, both, neither, p_mcnemar: p }: Ledger, sides: Sides): string =>
  list([
    ...(moved === null
      ? []
      : [
          ...names('Learned', moved.learned),
          ...(moved.learned.length === 0
            ? []
            : [
                `${sides.old.markdown} had solved ${numbers.count(moved.learned_solved_before)} of the learned problems at least once, which suggests better selection rather than new ability`,
              ]),
          ...names('Corrupted', moved.corrupted),
        ]),
    ...(reason === null ? [] : [markdownText(reason)]),
    `Solved by both: ${numbers.count(both)}; by neither: ${numbers.count(neither)}`,
    ...(p === null ? [] : [`Solved by one side only: exact McNemar test, p ${numbers.pValue(p)}`]),
  ]);

const explanation = (ledgers: readonly Ledger[]): string =>
  [
    ...(ledgers.some(({ moved }) => moved !== null)
      ? [
          'Learned problems are solved significantly more often, and corrupted problems significantly less often (Fisher’s exact test; at most 5% of the problems in each list are expected to be there by mistake). If many problems each gain only a little, none of them is listed.',
        ]
      : []),
    'A problem is solved if at least half of its samples are correct.',
    ...(ledgers.some(({ frozen }) => frozen !== null)
      ? [
          'The frozen column compares one random half of the baseline’s samples with the other half, as if nothing had changed; it shows the mean and the 95% range.',
        ]
      : [
          'An unchanged model also gains and loses problems for which about half of its samples are correct.',
        ]),
  ].join(' ');

const summary = (ledgers: readonly Ledger[], sides: Sides): string => {
  const sum = (value: (ledger: Ledger) => number): number =>
    ledgers.reduce((total, ledger) => total + value(ledger), 0);
  if (ledgers.every(({ moved }) => moved === null)) {
    return `${numbers.counted(
      sum((ledger) => ledger.only_new),
      'problem',
    )} solved only by ${sides.new.html}, ${numbers.count(sum((ledger) => ledger.only_old))} only by ${sides.old.html}`;
  }
  const frozen = ledgers.every(
    ({ moved, frozen: counts }) => moved === null || (counts !== null && counts.learned !== null),
  )
    ? ` (a frozen model: ${numbers.count(
        sum((ledger) => (ledger.frozen?.learned?.frozen ?? 0) + (ledger.frozen?.corrupted?.frozen ?? 0)),
      )})`
    : '';
  return `${numbers.counted(
    sum(({ moved }) => moved?.learned.length ?? 0),
    'problem',
  )} learned, ${numbers.count(sum(({ moved }) => moved?.corrupted.length ?? 0))} corrupted${frozen}`;
};

/** The problems that moved, next to the counts for an unchanged model; undefined if all suites are open. */
export const problemsFold = (suites: readonly SuiteResult[], sides: Sides): Fold | undefined => {
  const shown = suites.flatMap((suite) => (suite.ledger === null ? [] : [{ suite, ledger: suite.ledger }]));
  if (shown.length === 0) return undefined;
  const ledgers = shown.map(({ ledger }) => ledger);
  return {
    summary: summary(ledgers, sides),
    body: blocks(
      ...shown.map(({ suite, ledger }) =>
        blocks(`**${markdownText(suite.name)}**`, countsTable(suite, ledger, sides), remarks(ledger, sides)),
      ),
      explanation(ledgers),
    ),
  };
};
