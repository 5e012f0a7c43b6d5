import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../../errors.ts';

/** A namespace around a process: no network, no other processes and, with bubblewrap, no other files. */
export interface Wall {
  readonly name: 'bubblewrap' | 'unshare';
  /** Wraps a command so that it runs behind the wall and can read the given files and folders. */
  around(
    command: readonly [string, ...string[]],
    readable: readonly string[],
  ): readonly [string, ...string[]];
}

/** Folders with the libraries that a program needs to start. */
const SYSTEM = ['/usr', '/lib', '/lib64', '/bin', '/etc/ld.so.cache', '/nix/store'];

const TRIAL_MS = 10_000;

/**
 * Returns the strongest wall that an ordinary user can set up on this machine; undefined if no wall can be set up. Each
 * tool is tried, because many machines have a tool but forbid its use.
 *
 * @param only bubblewrap also hides files, which is required for programs that can read files
 * @param path the variable `PATH`, used to look for the tools
 */
export async function outerWall(
  path: string | undefined,
  only: 'bubblewrap' | 'any' = 'any',
): Promise<Wall | undefined> {
  const walls = [
    { tool: 'bwrap', wall: bubblewrap },
    ...(only === 'any' ? [{ tool: 'unshare', wall: unshare }] : []),
  ];
  for (const { tool, wall } of walls) {
    const found = await findTool(tool, path);
    if (found === undefined) continue;
    const built = wall(found);
    const [file, ...rest] = built.around([process.execPath, '--version'], [dirname(process.execPath)]);
    const works = await promisify(execFile)(file, rest, { env: {}, timeout: TRIAL_MS }).then(
      () => true,
      () => false,
    );
    if (works) return built;
  }
  return undefined;
}

/** Returns the error for programs that would run natively without bubblewrap. */
export function withoutBubblewrap(): ConfigError {
  return new ConfigError({
    what: "cannot run the model's programs with the Python of this machine, because bubblewrap (bwrap) is not installed or not allowed",
    where: 'grader code, sandbox: native',
    fix: 'Install bubblewrap and allow user namespaces, or write { type: code } to use the WebAssembly interpreter.',
  });
}

/** Returns the error for programs that would run without a wall although the user has not accepted that. */
export function withoutWall(): ConfigError {
  return new ConfigError({
    what: "cannot isolate the model's programs, because this machine allows no namespaces (neither bwrap nor unshare works)",
    where: 'grader code',
    fix: "Install bubblewrap and allow user namespaces. Or write { type: code, sandbox: wasm } to rely only on WebAssembly and Node's permission model.",
  });
}

async function findTool(tool: string, path = ''): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    if (!folder.startsWith('/')) continue;
    const file = join(folder, tool);
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  return undefined;
}

function bubblewrap(tool: string): Wall {
  return {
    name: 'bubblewrap',
    around: (command, readable) => [
      tool,
      '--unshare-all',
      '--die-with-parent',
      '--new-session',
      '--clearenv',
      '--cap-drop',
      'ALL',
      ...SYSTEM.flatMap((folder) => ['--ro-bind-try', folder, folder]),
      '--dev',
      '/dev',
      '--tmpfs',
      '/tmp',
      ...[process.execPath, ...readable].flatMap((path) => ['--ro-bind', path, path]),
      '--chdir',
      '/',
      '--',
      ...command,
    ],
  };
}

function unshare(tool: string): Wall {
  return {
    name: 'unshare',
    around: (command) => [
      tool,
      '--user',
      '--net',
      '--ipc',
      '--uts',
      '--pid',
      '--fork',
      '--kill-child=SIGKILL',
      '--',
      // The first process of a namespace cannot be killed from inside it, but the process that runs programs must be able to
      // end itself.
      tool,
      '--fork',
      '--kill-child=SIGKILL',
      '--',
      ...command,
    ],
  };
}
