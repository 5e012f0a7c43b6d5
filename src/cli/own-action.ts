import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gitIn } from '../versions/local-git.ts';

/** The Action of the copy that this program was installed from. */
export interface OwnAction {
  /** The owner and the name of the repository. */
  readonly path: string;
  readonly host: string;
  /** Whether the copy has the tag `v1`. */
  readonly isTagged: boolean;
}

/** Matches `https://host/owner/name.git`, `ssh://git@host:22/owner/name` and `git@host:owner/name.git`. */
const REMOTE =
  /^(?:(?:https?|ssh|git):\/\/(?:[^/@]*@)?(?<host>[\w.-]+)(?::\d+)?\/|(?:[^/@:]+@)?(?<alias>[\w.-]{2,}):)(?<path>[\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/u;

/**
 * Returns the Action whose repository the folder is a clone of, from its git remote `origin`. Undefined if the folder is no
 * clone itself, as after an installation from a package, or has no remote on a server.
 */
export async function ownAction(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OwnAction | undefined> {
  // Without this check, git would find a repository that the folder is installed in.
  if (!existsSync(join(folder, '.git'))) return undefined;
  const git = gitIn(folder, env);
  const remote = await git(['remote', 'get-url', 'origin'], '');
  if (remote?.code !== 0) return undefined;
  const { host, alias, path } = REMOTE.exec(remote.output.toString().trim())?.groups ?? {};
  const server = host ?? alias;
  if (server === undefined || path === undefined) return undefined;
  const tag = await git(['rev-parse', '--quiet', '--verify', 'refs/tags/v1'], '');
  return { path, host: server, isTagged: tag?.code === 0 };
}

/** Whether git ignores the folder of a run in this folder. False outside of a repository, and if git is not installed. */
export async function ignoresRuns(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const found = await gitIn(folder, env)(['check-ignore', '--quiet', '.reversal-check/result.json'], '');
  return found?.code === 0;
}
