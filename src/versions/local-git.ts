import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { parse, resolve as absolute } from 'node:path';
import { ConfigError } from '../errors.ts';
import { type Commit, type GitObjects, type ObjectId, type TreeEntry, isObjectId } from './git-objects.ts';

const LINE_FEED = 0x0a;
const SPACE = 0x20;

/** The kinds of tree entries by mode. All other modes denote files. */
const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '40000': 'folder',
  '120000': 'symlink',
  '160000': 'submodule',
};

/** The environment variables that git needs. `GIT_*` variables are excluded, because they could redirect git. */
const PASSED_ON = ['PATH', 'HOME', 'SystemRoot', 'USERPROFILE', 'TMPDIR', 'TEMP'];

/**
 * Settings that no file can override. They prevent implicit fetches, which a partial clone would make, and allow the
 * folder to belong to another user, as in a container. System and user settings are ignored, because they could specify
 * programs to run.
 */
const SETTINGS = ['-c', 'protocol.allow=never', '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];

interface Finished {
  readonly code: number | null;
  readonly output: Buffer;
  readonly errors: string;
}

/** Runs git with these arguments and this input. Returns `undefined` if git is not installed. */
export type Git = (parameters: readonly string[], input: string) => Promise<Finished | undefined>;

/** Matches git's messages for a folder that is not a clone and for a partial clone that lacks the object. */
const NOT_HERE = /not a git repository|cannot change to|could not get object info|promisor|lazy/iu;

/**
 * Runs git without a shell; `undefined` if git is not installed. The working directory is the file system's root,
 * because some systems look for programs in the current folder, and the clone contains the pull request's files.
 */
export const gitIn =
  (
    folder: string,
    env: Readonly<Record<string, string | undefined>>,
    /**
     * A repository whose settings and attributes replace the clone's, and the location of the objects. Both paths are
     * absolute.
     */
    instead?: { readonly repository: string; readonly objects: string },
  ): Git =>
  (parameters, input) =>
    new Promise((resolve, reject) => {
      const own = Object.fromEntries(PASSED_ON.map((name) => [name, env[name]]));
      const child = spawn('git', ['-C', folder, ...SETTINGS, ...parameters], {
        cwd: parse(absolute(folder)).root,
        env: {
          ...own,
          LC_ALL: 'C',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: devNull,
          GIT_ATTR_NOSYSTEM: '1',
          GIT_NO_REPLACE_OBJECTS: '1',
          GIT_TERMINAL_PROMPT: '0',
          GIT_NO_LAZY_FETCH: '1',
          ...(instead && { GIT_DIR: instead.repository, GIT_OBJECT_DIRECTORY: instead.objects }),
        },
        stdio: 'pipe',
        windowsHide: true,
      });
      const output: Buffer[] = [];
      const errors: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      child.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') resolve(undefined);
        else reject(error);
      });
      child.on('close', (code) =>
        resolve({ code, output: Buffer.concat(output), errors: Buffer.concat(errors).toString() }),
      );
      child.stdin.on('error', () => {
        // Git exited before it read its input. Its exit code gives the reason.
      });
      child.stdin.end(input);
    });

const parseCommit = (id: ObjectId, bytes: Uint8Array): Commit => {
  const [header = ''] = Buffer.from(bytes).toString('latin1').split('\n\n', 1);
  const values = (key: string): string[] =>
    header
      .split('\n')
      .filter((line) => line.startsWith(`${key} `))
      .map((line) => line.slice(key.length + 1));
  const [tree = ''] = values('tree');
  return { id, tree, parents: values('parent') };
};

/** Parses a tree's bytes. Each entry consists of its mode, a space, its name, a zero byte, and its id in binary. */
const parseTree = (bytes: Buffer, idBytes: number): TreeEntry[] => {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    const end = bytes.indexOf(0, space);
    const mode = bytes.toString('latin1', at, space);
    entries.push({
      name: bytes.toString('utf8', space + 1, end),
      kind: KINDS[mode] ?? 'file',
      id: bytes.toString('hex', end + 1, end + 1 + idBytes),
    });
    at = end + 1 + idBytes;
  }
  return entries;
};

/**
 * Reads a local clone's objects with the installed `git`. Returns `undefined` for objects that a shallow or partial
 * clone lacks, and for all objects if the folder is not a repository or git is not installed. Nothing is fetched. A
 * commit's parents are the ones recorded in it, even if a shallow clone's history ends at that commit.
 *
 * @throws {ConfigError} if git fails in another way
 */
export const localGit = (options: {
  /** A folder in the clone. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): GitObjects => {
  const { folder, env } = options;
  const git = gitIn(folder, env);

  const read = async (id: ObjectId, type: 'commit' | 'tree' | 'blob'): Promise<Buffer | undefined> => {
    if (!isObjectId(id)) throw new Error(`not the id of a git object: ${id}`);
    const finished = await git(['cat-file', '--batch'], `${id}\n`);
    if (finished === undefined) return undefined;
    const { code, output, errors } = finished;
    if (code !== 0) {
      if (NOT_HERE.test(errors)) return undefined;
      throw new ConfigError({
        what: `git cat-file failed: ${errors.trim()}`,
        where: folder,
        fix: 'Check out the repository again, for example with actions/checkout before this step.',
      });
    }
    const end = output.indexOf(LINE_FEED);
    const [, kind, size] = output.toString('latin1', 0, end).split(' ');
    if (kind === 'missing' || size === undefined) return undefined;
    if (kind !== type) throw new Error(`git object ${id} is a ${kind}, expected a ${type}`);
    return output.subarray(end + 1, end + 1 + Number(size));
  };

  return {
    commit: async (id) => {
      const bytes = await read(id, 'commit');
      return bytes && parseCommit(id, bytes);
    },
    tree: async (id) => {
      const bytes = await read(id, 'tree');
      return bytes && parseTree(bytes, id.length / 2);
    },
    blob: (id) => read(id, 'blob'),
  };
};
