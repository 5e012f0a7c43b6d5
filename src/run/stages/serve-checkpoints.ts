import { dirname, resolve } from 'node:path';
import type { Checkpoint } from '../../servers/checkpoint.ts';
import type { Config } from '../../config/schema/config.ts';
import { secretsNamedBy } from '../../config/secrets.ts';
import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import type { Servers } from '../../servers/serve/running-server.ts';
import { namedInside } from './head-folder.ts';

/** The external dependencies of serving checkpoints on this machine, provided by the entry points. */
export interface ServingEdges {
  /** Opens the servers. The secrets must not appear in their logs; `root` is the absolute path for `{root}`. */
  readonly openServers: (options: { readonly secrets: readonly string[]; readonly root: string }) => Servers;
  /** Whether the pull request comes from this repository. No server is started for a fork's pull request. */
  readonly headIsTrusted: boolean;
  /**
   * The absolute path of the folder with the pull request's files, from which nothing may be executed; absent if the
   * user's own files are checked.
   */
  readonly judgedFolder?: string;
}

/**
 * The servers for checkpoints with `serve`; undefined if neither has `serve`, or if nothing is sampled. Does not start
 * the servers yet.
 *
 * @throws {ConfigError} if a command would run for a fork's pull request, or if it refers to a file in the pull request
 */
export function serveCheckpoints(
  checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint },
  options: {
    readonly config: Config;
    readonly configPath: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly edges: ServingEdges | undefined;
  },
): Servers | undefined {
  const { config, configPath, env, edges } = options;
  const commands = [checkpoints.old, checkpoints.new].flatMap(({ serve }) => serve?.command ?? []);
  if (commands.length === 0 || edges === undefined) return undefined;
  if (!edges.headIsTrusted) {
    throw new ConfigError({
      what: 'checkpoints.serve starts a program on this machine, but this pull request comes from a fork',
      where: configPath,
      fix: 'Review the change, push it to a branch of this repository, and check it there.',
    });
  }
  const root = dirname(resolve(configPath));
  const values = [checkpoints.old, checkpoints.new].flatMap(({ serve }) =>
    Object.values(serve?.variables ?? {}),
  );
  const inside = namedInside(
    [...commands, ...values].map((word) => word.replaceAll('{root}', root)),
    edges.judgedFolder,
  );
  if (inside !== undefined) {
    throw new ConfigError({
      what: `checkpoints.serve refers to ${quoted(inside)}, which is a file in the pull request`,
      where: configPath,
      fix: 'Use programs and weights that are on the machine, and write their absolute paths, without {root}. A server never receives files from a pull request.',
    });
  }
  return edges.openServers({ secrets: secretsNamedBy(config, env), root });
}
