import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configuration, items, modelYaml } from '../support/model-files.ts';

/*
 * Changes with which a pull request can try to be checked by something other than its base, or to get its own code executed. Each
 * changes a checkout of the branch `topic`, and also changes the version in some way.
 */

type Git = (...parameters: readonly string[]) => string;
type Put = (path: string, content: string) => void;
type Tamper = (put: Put, folder: string, git: Git) => void;

const easy = items.replaceAll(/"answer":"?-?\d+"?/g, '"answer":"0"');
const loose = configuration
  .replace('10 points', '99 points')
  .replace('12 points', '99 points')
  .replace('20%', '99%');

const model =
  (text: string): Tamper =>
  (put) =>
    put('model.yaml', text);
const link =
  (path: string, to: string): Tamper =>
  (_put, folder) => {
    const at = join(folder, path);
    rmSync(at, { recursive: true, force: true });
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(to, at);
  };
const and =
  (...all: readonly Tamper[]): Tamper =>
  (...parameters) => {
    for (const one of all) one(...parameters);
  };
const v2 = model(modelYaml('v2'));
const LFS =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n';
const LETTERS = 'abcdefghij'.split('');
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x,x]',
  ...LETTERS.slice(1).map(
    (letter, at) => `${letter}: &${letter} [${Array(10).fill(`*${LETTERS[at]}`).join(',')}]`,
  ),
  'serving: { revision: v2 }\n',
].join('\n');

/** `outside`: a folder that no run may write to; executed code creates the file `witness`. */
export function tamperingCases({
  outside,
  witness,
}: {
  readonly outside: string;
  readonly witness: string;
}): Readonly<Record<string, Tamper>> {
  return {
    'plain v2': v2,
    'loose config': and(v2, (put) => put('reversal.yml', loose)),
    'easy items': and(v2, (put) => put('evals/word-problems.jsonl', easy)),
    'easy items, 1 item': and(v2, (put) => put('evals/word-problems.jsonl', `${items.split('\n')[0]}\n`)),
    'no lock': and(v2, (_put, f) => rmSync(join(f, 'reversal.lock'))),
    'broken lock': and(v2, (put) => put('reversal.lock', '{')),
    'no config': and(v2, (_put, f) => rmSync(join(f, 'reversal.yml'))),
    'broken config': and(v2, (put) => put('reversal.yml', ':::\n- [')),
    'config symlink': and(v2, (put) => put('x.yml', loose), link('reversal.yml', 'x.yml')),
    'lock symlink /etc/passwd': and(v2, link('reversal.lock', '/etc/passwd')),
    'items symlink': and(
      v2,
      (put) => put('easy.jsonl', easy),
      link('evals/word-problems.jsonl', '../easy.jsonl'),
    ),
    'items symlink /etc/passwd': and(v2, link('evals/word-problems.jsonl', '/etc/passwd')),
    'evals dir symlink': and(v2, (put) => put('other/word-problems.jsonl', easy), link('evals', 'other')),
    'evals dir -> file': and(v2, (put, f) => {
      rmSync(join(f, 'evals'), { recursive: true });
      put('evals', 'x');
    }),
    'items file -> dir': and(v2, (put, f) => {
      rmSync(join(f, 'evals/word-problems.jsonl'));
      put('evals/word-problems.jsonl/x', easy);
    }),
    'items LFS pointer': and(
      v2,
      (put) => put('evals/word-problems.jsonl', LFS),
      (put) => put('.gitattributes', '*.jsonl filter=lfs diff=lfs merge=lfs -text\n'),
    ),
    'config LFS pointer': and(v2, (put) => put('reversal.yml', LFS)),
    'gitattributes encoding': and(v2, (put) =>
      put('.gitattributes', '* ident export-subst text eol=crlf filter=evil\n*.yml merge=evil\n'),
    ),
    'case collision': and(v2, (put) => {
      put('Reversal.yml', loose);
      put('REVERSAL.LOCK', '{}');
      put('EVALS/word-problems.jsonl', easy);
      put('Model.yaml', modelYaml('v1'));
    }),
    waivers: and(v2, (put) =>
      put(
        'reversal-waivers.yml',
        'waivers:\n  - { guardrails: [accuracy, coverage, diversity], until: 2099-01-01, reason: "because", version: v2 }\n',
      ),
    ),
    'out folder with completions': and(v2, (put) => put('.reversal-check/completions/x.jsonl', '{}\n')),
    'out is symlink': and(v2, link('.reversal-check', outside)),
    'out/completions symlink': and(v2, link('.reversal-check/completions', outside)),
    'out/result.json symlink': and(v2, link('.reversal-check/result.json', `${outside}/result.json`)),
    'out is file': and(v2, (put) => put('.reversal-check', 'x')),
    'out submodule': and(v2, (_put, _folder, git) => {
      git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},.reversal-check`);
    }),
    'evals submodule': and(v2, (_put, f, git) => {
      rmSync(join(f, 'evals'), { recursive: true });
      git('rm', '-rq', '--cached', 'evals');
      git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},evals`);
    }),
    '200 MB junk': and(v2, (put) => put('junk.bin', 'x'.repeat(50_000_000))),
    'git dir lookalikes': and(v2, (put) => {
      put('HEAD', 'ref: refs/heads/x\n');
      put('objects/x', '');
      put('refs/x', '');
      put('config', `[core]\n\tfsmonitor = touch ${witness}\n\tbare = true\n`);
    }),
    'node files': and(v2, (put) => {
      put('node_modules/zod/index.js', `require("fs").writeFileSync("${witness}","x")`);
      put('package.json', '{"type":"module","imports":{}}');
      put('git.exe', 'x');
      put('bwrap', `#!/bin/sh\ntouch ${witness}`);
      put('.npmrc', 'x');
      put('.noderc', '');
    }),
    'yaml anchors': model('base: &b { revision: v2 }\nserving: *b\n'),
    'yaml merge key': model('base: &b { revision: v2 }\nserving: { <<: *b }\n'),
    'yaml merge override': model('base: &b { revision: v2 }\nserving: { <<: *b, revision: v1 }\n'),
    'yaml dup key': model('serving: { revision: v1 }\nserving: { revision: v2 }\n'),
    'yaml dup key inner': model('serving:\n  revision: v1\n  revision: v2\n'),
    'yaml tag': model(`serving: { revision: !!python/object/apply:os.system ["touch ${witness}"] }\n`),
    'yaml !!binary': model('serving: { revision: !!binary djI= }\n'),
    'yaml alias bomb': model(bomb),
    'yaml deep': model(`serving: ${'['.repeat(20000)}${']'.repeat(20000)}\n`),
    'yaml two docs': model('serving: { revision: v1 }\n---\nserving: { revision: v2 }\n'),
    'yaml 20 MB': model(`${'# x\n'.repeat(5_000_000)}serving: { revision: v2 }\n`),
    'version newline': model('serving: { revision: "v2\\n::error::x" }\n'),
    'version trailing newline': model('serving: { revision: "v2\\n" }\n'),
    'version block scalar': model('serving:\n  revision: |\n    v2\n'),
    'version homoglyph': model('serving: { revision: "ｖ2" }\n'),
    'version cyrillic': model('serving: { revision: "v2\u0430" }\n'),
    'version zero width': model('serving: { revision: "v2\u200b" }\n'),
    'version bidi': model('serving: { revision: "v2\u202e" }\n'),
    'version ..': model('serving: { revision: "v2.." }\n'),
    'version path': model('serving: { revision: "../../v2" }\n'),
    'version slash': model('serving: { revision: "a/v2" }\n'),
    'version shell': model(`serving: { revision: "v2;touch ${witness}" }\n`),
    'version $()': model(`serving: { revision: "$(touch ${witness})" }\n`),
    'version flag': model('serving: { revision: "--help" }\n'),
    'version 101': model(`serving: { revision: "${'v'.repeat(101)}" }\n`),
    'version 1 MB': model(`serving: { revision: "${'v'.repeat(1_000_000)}" }\n`),
    'version html': model('serving: { revision: "<img src=//e> @octocat | ` #1" }\n'),
    'version object': model('serving: { revision: { a: v2 } }\n'),
    'version null': model('serving: { revision: null }\n'),
    'version 1.10': model('serving: { revision: 1.10 }\n'),
    'version nul': model('serving: { revision: "v2\\0" }\n'),
    'model missing': (_put, f) => rmSync(join(f, 'model.yaml')),
    'model symlink': and((put) => put('m.yaml', modelYaml('v2')), link('model.yaml', 'm.yaml')),
    'model dir': (put, f) => {
      rmSync(join(f, 'model.yaml'));
      put('model.yaml/x', 'y');
    },
    'model LFS': model(LFS),
    'model UTF-16': (_put, f) =>
      writeFileSync(join(f, 'model.yaml'), Buffer.from('\ufeffserving: { revision: v2 }\n', 'utf16le')),
    'decoy: moved key and configuration': and(model('serving: { rev: v2 }\ndecoy: v1\n'), (put) =>
      put('reversal.yml', configuration.replace('/serving/revision', '/decoy')),
    ),
    'decoy: moved file and configuration': and(
      (_put, f) => rmSync(join(f, 'model.yaml')),
      (put) => {
        put('live.yaml', modelYaml('v2'));
        put('decoy.yaml', modelYaml('v1'));
        put('reversal.yml', configuration.replace('file: model.yaml', 'file: decoy.yaml'));
      },
    ),
  };
}

/** Commits a case on `topic`. */
export function commitTampering(folder: string, tamper: Tamper): void {
  const git: Git = (...parameters) =>
    execFileSync('git', ['-C', folder, ...parameters], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@b.c',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@b.c',
      },
    })
      .toString()
      .trim();
  git('checkout', '-q', 'topic');
  tamper(
    (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    folder,
    git,
  );
  git('add', '--all', '--force');
  git('commit', '-q', '--allow-empty', '-m', 'x');
}
