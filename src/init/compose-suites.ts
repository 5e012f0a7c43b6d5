import { join } from 'node:path';
import { lockPathOf } from '../config/lock/lock.ts';
import { ConfigError } from '../errors.ts';
import { pin } from '../run/plan/pin.ts';
import type { Files } from '../run/stages/plan.ts';
import { explainComposed, type PlannedSuite, toPlan } from './composed.ts';
import { CONFIG, type DraftedSuite, SAMPLES_PER_ITEM } from './draft-config.ts';
import type { Unusable } from './find-eval-sets.ts';
import { notCarried, proposeMargins, type ProposedMargin } from './propose-margins.ts';
import { type PlacedSuite, withOverlay } from './suite-files.ts';

/** A suite as it was composed, with what its data is. */
export interface InitialSuite extends DraftedSuite {
  readonly count: number;
  /** The number of items that the grader cannot grade. */
  readonly excluded: number;
  /** The files that the items were converted from; empty if the items are used as they are. */
  readonly convertedFrom: readonly string[];
  readonly margins: readonly ProposedMargin[];
}

/** The configuration, the items and the lock of a check, as files, with the margins of each suite. */
export interface Composed {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly suites: readonly InitialSuite[];
  readonly leftOut: readonly Unusable[];
  readonly notCarried: ReturnType<typeof notCarried>;
}

/**
 * Composes a configuration whose lock can be written: with margins that its suites can support, and without suites that can
 * support none.
 *
 * @throws {ConfigError} that names the data or the option behind a mistake, or if no suite can support a margin
 */
export async function composeSuites(
  placed: readonly PlacedSuite[],
  {
    textOf,
    folder,
    files,
  }: {
    readonly textOf: (suites: readonly DraftedSuite[], idle: Composed['notCarried']) => string;
    readonly folder: string;
    readonly files: Files;
  },
): Promise<Composed> {
  const bare = textOf(
    placed.map(({ drafted }) => drafted),
    [],
  );
  const planned = await explained(bare, placed, () =>
    toPlan(bare, folder, withOverlay(files, folder, filesOf(placed))),
  );
  const { used, margins, leftOut } = supported(placed, planned);
  const suites = used.map(({ placed: { drafted, found, file }, planned: { excluded } }) => ({
    ...drafted,
    margins: margins.filter(({ suite }) => suite === drafted.name),
    count: found.count,
    excluded: excluded?.items.length ?? 0,
    convertedFrom: file === undefined ? [] : found.sources,
  }));
  const idle = notCarried(used.map((each) => each.planned));
  const text = textOf(withoutIdle(suites, idle), idle);
  const some = used.map((each) => each.placed);
  const overlay = filesOf(some).set(CONFIG, text);
  const lock = await explained(text, some, () =>
    pin(join(folder, CONFIG), withOverlay(files, folder, overlay)),
  );
  return {
    files: [
      ...[...overlay].map(([path, content]) => ({ path, text: content })),
      { path: lockPathOf(CONFIG), text: lock.text },
    ],
    suites,
    leftOut,
    notCarried: idle,
  };
}

const filesOf = (placed: readonly PlacedSuite[]): Map<string, string> =>
  new Map(placed.flatMap(({ file }) => (file === undefined ? [] : [[file.path, file.text]])));

/** Runs a check of what was composed, and explains its errors. */
export async function explained<Value>(
  text: string,
  placed: readonly PlacedSuite[],
  run: () => Promise<Value>,
): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    throw explainComposed(error, text, placed);
  }
}

/** The suites without the settings that the configuration already has for all of them. */
const withoutIdle = (
  suites: readonly DraftedSuite[],
  idle: Composed['notCarried'],
): readonly DraftedSuite[] =>
  suites.map((suite) => ({
    ...suite,
    margins:
      suite.margins?.filter((each) => !idle.some(({ guardrail }) => guardrail === each.guardrail)) ?? [],
  }));

interface Used {
  readonly placed: PlacedSuite;
  readonly planned: PlannedSuite;
}

/** The suites that can support a margin, with their margins. The target is kept in any case, because its gain counts. */
function supported(
  placed: readonly PlacedSuite[],
  planned: readonly PlannedSuite[],
): {
  readonly used: readonly Used[];
  readonly margins: readonly ProposedMargin[];
  readonly leftOut: readonly Unusable[];
} {
  let used = placed.flatMap((each, place): Used[] => {
    const plan = planned[place];
    return plan === undefined ? [] : [{ placed: each, planned: plan }];
  });
  const leftOut: Unusable[] = [];
  for (;;) {
    const margins = proposeMargins(
      used.map((each) => each.planned),
      SAMPLES_PER_ITEM,
    );
    const whyNone = ({ name }: PlannedSuite): string | undefined => {
      const own = margins.filter(({ suite }) => suite === name);
      return own.every(({ setting }) => setting === 'off')
        ? (own[0]?.why ?? 'no guardrail applies to it')
        : undefined;
    };
    const without = used.filter((each) => whyNone(each.planned) !== undefined);
    if (without.length === used.length)
      throw nothingSupported(
        without.map(({ placed: { found }, planned: plan }) => ({
          source: found.sources.join(', '),
          why: whyNone(plan) ?? '',
        })),
      );
    const useless = without.filter((each) => each.planned.role !== 'target');
    if (useless.length === 0) return { used, margins, leftOut };
    leftOut.push(
      ...useless.flatMap(({ placed: { found }, planned: plan }) =>
        found.sources.map((source) => ({ source, why: whyNone(plan) ?? '' })),
      ),
    );
    used = used.filter((each) => !useless.includes(each));
  }
}

const nothingSupported = (suites: readonly Unusable[]): ConfigError =>
  new ConfigError({
    what: `found no eval set that can support a guardrail: ${suites.map(({ source, why }) => `${source}: ${why}`).join('; ')}`,
    where: 'the current folder and its subfolders',
    fix: 'Add items to an eval set. With 185 independent items, the default margins work.',
  });
