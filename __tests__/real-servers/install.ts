import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A server from a package registry. */
export interface Installed {
  readonly packages: readonly string[];
  /** Options of `uv pip install`. */
  readonly options?: readonly string[];
  /** The command that the documentation uses. */
  readonly command: string;
  /** Where the command is, relative to the folder `site-packages`; by default it is in the environment's `bin`. */
  readonly within?: string;
  /** Variables that the command needs here, with `{site}` for the folder `site-packages`. */
  readonly env?: Readonly<Record<string, string>>;
  /** A package whose version the command looks up although it is installed under another name. */
  readonly alsoCalled?: { readonly name: string; readonly version: string };
}

const UV = 'uv==0.13.9';

/** Runs a program and shows its output only if it fails. @throws if the exit status is not 0. */
export async function run(command: readonly string[], cwd: string): Promise<void> {
  const [program = '', ...rest] = command;
  const child = spawn(program, rest, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  child.stderr.on('data', (data: Buffer) => output.push(data));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status === 0) return;
  const end = Buffer.concat(output).toString('utf8').split('\n').slice(-30).join('\n');
  throw new Error(`${command.join(' ')} failed with status ${status}:\n${end}`);
}

/**
 * Installs each server into an environment of its own below `folder`, once, and writes a wrapper with the command's name to
 * `folder/bin`. The servers never look for a model on a hub.
 */
export async function install(folder: string, name: string, server: Installed): Promise<void> {
  const home = join(folder, name);
  const uv = join(folder, 'uv/bin/uv');
  if (!existsSync(uv)) {
    await mkdir(folder, { recursive: true });
    await run(['python3', '-m', 'venv', join(folder, 'uv')], folder);
    await run([join(folder, 'uv/bin/pip'), 'install', '--quiet', UV], folder);
  }
  const finished = join(home, 'finished');
  if (!existsSync(finished)) {
    await run([uv, 'venv', '--quiet', '--clear', home], folder);
    const options = server.options ?? [];
    await run([uv, 'pip', 'install', '--quiet', '-p', home, ...options, ...server.packages], folder);
    await writeFile(finished, '');
  }
  const site = await sitePackages(home);
  if (server.alsoCalled !== undefined) {
    const { name: other, version } = server.alsoCalled;
    const info = join(site, `${other}-${version}.dist-info`);
    await mkdir(info, { recursive: true });
    await writeFile(join(info, 'METADATA'), `Metadata-Version: 2.1\nName: ${other}\nVersion: ${version}\n`);
  }
  const target = server.within === undefined ? join(home, 'bin', server.command) : join(site, server.within);
  const variables = Object.entries({ HF_HUB_OFFLINE: '1', ...server.env })
    .map(([key, value]) => `export ${key}="${value.replaceAll('{site}', site)}"\n`)
    .join('');
  const wrapper = join(folder, 'bin', server.command);
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(
    wrapper,
    `#!/bin/sh\nPATH="${join(home, 'bin')}:$PATH"\n${variables}exec "${target}" "$@"\n`,
  );
  await chmod(wrapper, 0o755);
}

/** The Python of an installed server. */
export const pythonOf = (folder: string, name: string): string => join(folder, name, 'bin/python');

async function sitePackages(home: string): Promise<string> {
  const lib = join(home, 'lib');
  const python = (await readdir(lib)).find((name) => name.startsWith('python')) ?? '';
  return join(lib, python, 'site-packages');
}
