import { join } from 'node:path';
import type { Role } from '../evalset/suite.ts';
import type { Files } from '../run/stages/plan.ts';
import type { DraftedSuite } from './draft-config.ts';
import type { FoundSuite } from './find-eval-sets.ts';

/** Data with the suite that is made from it. */
export interface PlacedSuite {
  readonly found: FoundSuite;
  readonly drafted: DraftedSuite;
  /** The file with the converted items; undefined if the data's own file is used. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
}

/** Gives data a role and, if it must be converted, a file in `evals/`. No other file has this path. */
export async function placeSuite(
  found: FoundSuite,
  role: Role,
  { folder, files }: { readonly folder: string; readonly files: Pick<Files, 'readIfThere'> },
): Promise<PlacedSuite> {
  const { name, rewritten: text, grader, template, sources } = found;
  const path = text === undefined ? undefined : await freePath(name, text, { folder, files });
  return {
    found,
    drafted: {
      name,
      role,
      items: path ?? sources[0] ?? '',
      grader: role === 'open' ? undefined : grader,
      template: role === 'open' ? undefined : template,
    },
    file: path === undefined || text === undefined ? undefined : { path, text },
  };
}

/** A path in `evals/` where no file is, or one with exactly these items. */
async function freePath(
  name: string,
  text: string,
  { folder, files }: { readonly folder: string; readonly files: Pick<Files, 'readIfThere'> },
): Promise<string> {
  for (let number = 0; ; number += 1) {
    const path = `evals/${name}${['', '.items'][number] ?? `.items-${number}`}.jsonl`;
    const there = await files.readIfThere(join(folder, path));
    if (there === undefined || Buffer.from(there).equals(Buffer.from(text))) return path;
  }
}

/** Numbers suites that have the same name, because they would otherwise share files. The first one keeps its name. */
export function onePerName(
  suites: readonly FoundSuite[],
  taken: readonly string[] = [],
): readonly FoundSuite[] {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  return suites.map((suite) => {
    let { name } = suite;
    for (let number = 2; names.has(name.toLowerCase()); number += 1)
      name = `${suite.name.slice(0, 60)}-${number}`;
    names.add(name.toLowerCase());
    return { ...suite, name };
  });
}

/** A view of a folder's files as they will be after the files in `overlay` have been written. */
export function withOverlay(files: Files, folder: string, overlay: ReadonlyMap<string, string>): Files {
  const drafted = (path: string): Uint8Array | undefined => {
    for (const [name, text] of overlay) if (join(folder, name) === path) return Buffer.from(text);
    return undefined;
  };
  return {
    readFile: async (path, mostBytes) => drafted(path) ?? files.readFile(path, mostBytes),
    readIfThere: async (path) => drafted(path) ?? files.readIfThere(path),
    open: async function* open(path) {
      const bytes = drafted(path);
      if (bytes === undefined) yield* files.open(path);
      else yield bytes;
    },
  };
}
