import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/*
 * The house, as ARCHITECTURE.md draws it. A folder of `src/` is a room and a stage of the way of the data; the files beside
 * them are the entries and what every room may use.
 */

/** The stages, in the order in which the data passes them. */
const STAGES = [
  'config',
  'versions',
  'evalset',
  'servers',
  'store',
  'sampling',
  'grading',
  'statistics',
  'measures',
  'verdict',
  'result',
  'report',
] as const;

/** Rooms that compute and do nothing else: no I/O, no environment, no clock, no chance. */
const PURE = ['measures', 'statistics', 'verdict', 'result', 'report'] as const;

type Stage = (typeof STAGES)[number];
type Room =
  | Stage
  | 'ground'
  | 'files'
  | 'processes'
  | 'logs'
  | 'import'
  | 'run'
  | 'init'
  | 'github'
  | 'cli'
  | 'action';

/** Files of `src/` itself, each with the room that it belongs to. */
const ROOT_FILES: Readonly<Record<string, Room>> = {
  'errors.ts': 'ground',
  'version.ts': 'ground',
  'retry.ts': 'ground',
  'retry-after.ts': 'ground',
  'timing.ts': 'ground',
  'cli.ts': 'cli',
  'action.ts': 'action',
  'post.ts': 'action',
};

/**
 * Which rooms a room may import values from, besides itself. Anything else is forbidden. `room/file.ts` allows the files of
 * that name only.
 */
const ARROWS: Readonly<Record<Room, readonly string[]>> = {
  // what every room may use: errors and version; reading files and reporting mistakes in them
  ground: [],
  files: ['ground'],
  processes: [], // the environment that programs get, and how everything they start ends

  // the edges: the configuration, the versions, the eval set, servers and what they answered
  config: ['files', 'ground', 'processes/secret-names.ts'],
  versions: ['config/model-file-keys.ts', 'config/version-name.ts', 'files', 'ground'], // the version is located before the rest of the configuration is read
  evalset: ['files', 'ground'],
  servers: ['config', 'processes', 'files', 'ground'],
  store: ['servers', 'files', 'ground'],
  sampling: ['servers', 'store', 'files', 'ground'],
  logs: ['servers/finish-reason.ts', 'files', 'ground'], // what other tools logged, as items and completions
  grading: ['config', 'ground/errors.ts', 'processes'], // a grader's options are declared with the configuration

  import: ['config', 'grading', 'files', 'ground'], // published data as items, which the graders check

  // the pure rooms
  measures: ['statistics'],
  statistics: [],
  verdict: ['statistics'],
  result: ['verdict', 'ground/errors.ts'],
  report: ['result', 'verdict', 'ground/errors.ts'],

  // the use cases: the entry passes in the sampler, the store and GitHub
  run: [
    'config',
    'versions',
    'evalset',
    'servers',
    'logs',
    'import', // recognizes published data given as items
    'store/read-completions.ts',
    'sampling/reused.ts',
    'sampling/spent.ts',
    'processes/owner.ts', // whether the run that claimed a folder is still there
    'grading',
    'measures',
    'verdict',
    'result',
    'report',
    'files',
    'ground',
  ],
  github: ['result', 'report', 'files', 'ground'],
  init: [
    'run',
    'import',
    'config',
    'versions/model-file.ts',
    'evalset',
    'grading',
    'verdict',
    'result/margins.ts', // one way to write a margin
    'files',
    'ground',
  ],

  // the entries: read and wire
  cli: [
    'run',
    'init',
    'import',
    'config',
    'versions/local-git.ts', // where this program was installed from
    'logs',
    'servers',
    'store',
    'sampling',
    'github',
    'result',
    'report',
    'files',
    'ground',
  ],
  action: [
    'run',
    'versions',
    'config',
    'servers',
    'store',
    'sampling',
    'github',
    'result',
    'report',
    'cli/run-progress.ts', // one way to show progress
    'files',
    'ground',
  ],
};

/** Types that the stages agree on; any room may name them. */
const CONTRACTS = ['evalset/suite.ts', 'sampling/budget.ts', 'grading/outcome.ts', 'result/result.ts'];

/** What a pure room may use from outside the project: arithmetic, text, and a schema. */
const PURE_PACKAGES =
  /^(?:zod|markdown-table|picocolors|string-width|pure-rand|@stdlib\/(?:stats|math)-[a-z-]+)$/;

/** Globals through which a pure room could reach the world, or that differ between runs. */
const IMPURE_GLOBALS = new Set(
  `process console globalThis Date performance crypto Temporal
  fetch setTimeout setInterval setImmediate queueMicrotask`.split(/\s+/),
);

const LONGEST_FILE = 300;

interface Import {
  readonly from: string;
  /** A file of `src/`, or the name of a package or Node module. */
  readonly to: string;
  readonly isLocal: boolean;
  readonly typeOnly: boolean;
  readonly line: number;
}

const src = join(import.meta.dirname, '../src');

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts'))
  .toSorted();

const sources = new Map(
  files.map((file) => [
    file,
    ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true),
  ]),
);

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

/** What a node imports, if it does: `import`, `export … from`, `import()`. */
const specifierOf = (node: ts.Node): { specifier: ts.Expression; typeOnly: boolean } | undefined => {
  if (ts.isImportDeclaration(node)) {
    return { specifier: node.moduleSpecifier, typeOnly: node.importClause?.isTypeOnly === true };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { specifier: node.moduleSpecifier, typeOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    return specifier === undefined ? undefined : { specifier, typeOnly: false };
  }
  return undefined;
};

const importsOf = (from: string, source: ts.SourceFile): readonly Import[] => {
  const found: Import[] = [];
  walk(source, (node) => {
    const imported = specifierOf(node);
    if (imported === undefined) return;
    const { specifier, typeOnly } = imported;
    const line = source.getLineAndCharacterOfPosition(specifier.getStart(source)).line + 1;
    if (!ts.isStringLiteralLike(specifier)) throw new Error(`${from}:${line} imports a computed name`);
    const isLocal = specifier.text.startsWith('.');
    const to = isLocal ? posix.join(dirname(from), specifier.text) : specifier.text;
    found.push({ from, to, isLocal, typeOnly, line });
  });
  return found;
};

const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));

const roomOf = (file: string): Room => {
  const [folder, rest] = file.split('/', 2);
  const room = rest === undefined ? ROOT_FILES[file] : folder;
  if (room === undefined || !Object.hasOwn(ARROWS, room)) {
    throw new Error(`src/${file} stands in no room: give it one in ROOT_FILES or ARROWS`);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of ARROWS are the rooms
  return room as Room;
};

/** Whether a room or file is one that everyone stands on. */
const isGround = (room: string): boolean => /^(?:ground|files)\b/.test(room);

/** The place of a stage in the way of the data; -1 for rooms that are none. */
const order = (room: Room): number => STAGES.findIndex((stage) => stage === room);

const shown = ({ from, to, line, typeOnly }: Import): string =>
  `src/${from}:${line} imports ${typeOnly ? 'types of ' : ''}${to}`;

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const isPure = (file: string): boolean => PURE.some((room) => room === roomOf(file));

const local = imports.filter(({ isLocal, to }) => isLocal && to.endsWith('.ts'));

test('every file stands in a room', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.map(roomOf)).not.toContain(undefined);
  expect(
    local.filter(({ to }) => !sources.has(to)).map(shown),
    'imports that lead out of src, or nowhere',
  ).toEqual([]);
});

describe('arrows between rooms', () => {
  const crossing = local.filter(({ from, to }) => roomOf(from) !== roomOf(to));

  test('values are taken along the arrows only', () => {
    const wrong = crossing.filter(({ from, to, typeOnly }) => {
      const arrows = ARROWS[roomOf(from)];
      return !typeOnly && !arrows.includes(roomOf(to)) && !arrows.includes(`${roomOf(to)}/${basename(to)}`);
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  test('no arrow of a stage leads to a later stage', () => {
    const backwards = STAGES.flatMap((stage) =>
      ARROWS[stage]
        .filter((arrow) => STAGES.findIndex((name) => name === arrow.split('/')[0]) > order(stage))
        .map((arrow) => `${stage} -> ${arrow}`),
    );
    expect(backwards).toEqual([]);
  });

  test('types come along the arrows, from an earlier stage, or from a contract that the stages share', () => {
    const wrong = crossing.filter(({ from, to, typeOnly }) => {
      const [here, there] = [roomOf(from), roomOf(to)];
      const earlier = order(there) !== -1 && (order(here) === -1 || order(there) < order(here));
      return (
        typeOnly && !ARROWS[here].includes(there) && !earlier && !isGround(there) && !CONTRACTS.includes(to)
      );
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  test('every arrow above the ground is walked, and every contract is there', () => {
    const walked = new Set(
      crossing.flatMap(({ from, to }) => [
        `${roomOf(from)} -> ${roomOf(to)}`,
        `${roomOf(from)} -> ${roomOf(to)}/${basename(to)}`,
      ]),
    );
    const idle = Object.entries(ARROWS)
      .filter(([room]) => files.some((file) => roomOf(file) === room))
      .flatMap(([room, arrows]) =>
        arrows.filter((arrow) => !isGround(arrow)).map((arrow) => `${room} -> ${arrow}`),
      )
      .filter((arrow) => !walked.has(arrow));
    expect(idle).toEqual([]);
    expect(CONTRACTS.filter((file) => !sources.has(file))).toEqual([]);
  });
});

test('no file imports itself in a circle, not even for types', () => {
  const next = Map.groupBy(local, ({ from }) => from);
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start !== -1) circles.push([...way.slice(start), file].join(' -> '));
    if (start !== -1 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) follow(to, [...way, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  expect(circles).toEqual([]);
});

describe('pure rooms', () => {
  const pure = [...sources].filter(([file]) => isPure(file));

  test('import other pure rooms, errors, contracts and packages that only compute', () => {
    const wrong = imports.filter(({ from, to, isLocal, typeOnly }) => {
      if (!isPure(from)) return false;
      if (!isLocal) return !PURE_PACKAGES.test(packageOf(to));
      return !typeOnly && !isPure(to) && to !== 'errors.ts';
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  test('reach for no global that does I/O, knows the time or is left to chance', () => {
    const found: string[] = [];
    for (const [file, source] of pure) {
      walk(source, (node) => {
        if (!ts.isIdentifier(node) || isNameOfMember(node)) return;
        const isRandom =
          node.text === 'Math' &&
          ts.isPropertyAccessExpression(node.parent) &&
          node.parent.name.text === 'random';
        if (!isRandom && !IMPURE_GLOBALS.has(node.text)) return;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push(`src/${file}:${line + 1} uses ${isRandom ? 'Math.random' : node.text}`);
      });
    }
    expect(found).toEqual([]);
  });
});

/**
 * Who reads files by other means than `files/regular-file.ts`, which refuses what has no end: programs of ours in folders of ours, the
 * kernel's own files, and a workspace, where a link is refused as well.
 */
const READS_BY_ITSELF =
  /^(?:grading\/(?:program|python)\/|processes\/(?:owner|process-tree)\.ts$|check\/workspace-file\.ts$|files\/regular-file\.ts$)/u;

test('files that a user, a pull request or an artifact can bring are read in one place', () => {
  const readers = /^(?:readFile|readFileSync|createReadStream|openSync)$/u;
  const found: string[] = [];
  for (const [file, source] of sources) {
    if (READS_BY_ITSELF.test(file)) continue;
    walk(source, (node) => {
      if (
        !ts.isImportDeclaration(node) ||
        !/^'(?:node:)?fs(?:\/promises)?'$/u.test(node.moduleSpecifier.getText(source))
      )
        return;
      walk(node, (name) => {
        if (ts.isImportSpecifier(name) && readers.test(name.name.text))
          found.push(`src/${file}: ${name.name.text}`);
        if (ts.isNamespaceImport(name))
          found.push(`src/${file}: all of ${node.moduleSpecifier.getText(source)}`);
      });
    });
  }
  expect(found).toEqual([]);
});

/** Calls whose arguments come from a list of any length: beyond about 100,000 of them the stack overflows. */
const SPREAD_CALLS = /^(?:Math\.(?:max|min)|.*\.(?:push|unshift))$/u;

/** Rooms whose lists grow with samples, items or lines of a file. */
const UNBOUNDED = new Set<string>([
  'logs',
  'run',
  'evalset',
  'measures',
  'servers',
  'store',
  'sampling',
  'files',
  'grading',
  'verdict',
  'statistics',
]);

/** Lists that stay short whatever is read: one entry a suite, a side, a shard or a term. */
const SHORT_LISTS: Readonly<Record<string, readonly string[]>> = {
  'verdict/validity/validity.ts': ['cutFindings', 'suites.flatMap(tooManyFailed)'],
  'run/shards/merge.ts': ['shards.map(({ record }) => Date.parse(record.began))', 'same'],
  'run/compare/compared-logs.ts': ['relevant.map(({ samplesPerItem }) => samplesPerItem)', 'temperatures'],
  'run/plan/plan-run.ts': ['greedy.map((side) => ({ ...side, suite: greedyName(side.suite) }))'],
  'sampling/estimate/estimate.ts': ['estimateSuite({ suite, settings, prices, stored })'],
  'store/store.ts': ['completions.map(({ index }) => index)'],
  'verdict/estimate.ts': ['parts.map(({ measurement }) => measurement.reach)'],
  'statistics/pooling.ts': ['scaled.map(({ degreesOfFreedom }) => degreesOfFreedom)'],
  'statistics/band-matrix.ts': [
    'pair.map((row) => row.findIndex(matters))',
    'pair.map((row) => row.findLastIndex(matters))',
  ],
  'grading/choice/supposed.ts': ['SENTENCE_MARKS.map((mark) => before.lastIndexOf(mark))'],
  'measures/equations/equations.ts': [
    'product.map((term) => ({ ...term, negative: term.negative !== negative }))',
  ],
};

test('no list of samples, items or lines is spread into arguments', () => {
  const found: string[] = [];
  for (const [file, source] of sources) {
    if (!UNBOUNDED.has(roomOf(file))) continue;
    walk(source, (node) => {
      if (!ts.isCallExpression(node) || !SPREAD_CALLS.test(node.expression.getText(source))) return;
      for (const argument of node.arguments.filter(ts.isSpreadElement)) {
        const text = argument.expression.getText(source).replaceAll(/\s+/gu, ' ');
        if (SHORT_LISTS[file]?.includes(text) !== true) found.push(`src/${file}: ...${text}`);
      }
    });
  }
  expect(found).toEqual([]);
});

const LARGEST_FOLDER = 25;

test(`no folder has more than ${LARGEST_FOLDER} files`, () => {
  const folders = Map.groupBy(files, (file) => dirname(file));
  const large = [...folders].filter(([, inside]) => inside.length > LARGEST_FOLDER).map(([folder]) => folder);
  expect(large).toEqual([]);
});

describe('files', () => {
  test('are named for their one concept', () => {
    const nameless = /^(?:index|utils?|helpers?|misc|common|shared|types|constants)\.ts$/;
    expect(files.filter((file) => nameless.test(basename(file)))).toEqual([]);
  });

  test('re-export nothing', () => {
    const wrong = [...sources].flatMap(([file, source]) =>
      source.statements
        .filter((node) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)
        .map(() => `src/${file}`),
    );
    expect(wrong).toEqual([]);
  });

  test(`have at most ${LONGEST_FILE} lines`, () => {
    const long = [...sources]
      .map(([file, source]) => ({ file, lines: source.getLineStarts().length - 1 }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(long).toEqual([]);
  });
});

/** Whether an identifier names a member (`x.process`, `{ Date: … }`) and not a variable. */
function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}
