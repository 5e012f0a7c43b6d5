import { describe, expect, test } from 'vitest';
import { bringCompletions } from '../../src/action/keep-completions.ts';
import type { JobContext } from '../../src/action/job-context.ts';
import { isGitHubs } from '../../src/github/job/job.ts';

type Asked = Pick<JobContext, 'event' | 'inputs'> & { readonly server: string };

/** What is said and noted where there is a cache service that must not be asked: it would fail. */
async function brought({ event, inputs, server }: Asked): Promise<{
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}> {
  const [warnings, notes]: [string[], string[]] = [[], []];
  const place: Partial<JobContext> = {
    env: { GITHUB_SERVER_URL: server, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' },
    event,
    inputs,
    log: {
      info: () => {},
      warning: (message) => warnings.push(message),
      error: () => {},
      mask: () => {},
      group: (_, work) => work(),
    },
    saveState: (name) => notes.push(name),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is read of a place
  await bringCompletions(place as JobContext);
  return { warnings, notes };
}

const pullRequest = (headRepository: string | undefined): JobContext['event'] => ({
  name: 'pull_request',
  commit: 'a'.repeat(40),
  number: 7,
  headCommit: 'b'.repeat(40),
  baseCommit: 'c'.repeat(40),
  baseBranch: 'main',
  headRepository,
  baseRepository: 'acme/models',
  isDependabots: false,
});

const inputsWith = (cache: JobContext['inputs']['cache']): JobContext['inputs'] => ({
  config: 'reversal.yml',
  comment: 'always',
  artifact: 'report',
  out: 'out',
  store: '/nonexistent/store',
  preflight: true,
  cache,
});

describe('no cache is restored', () => {
  test.each(['mallory/models', undefined])("in a job of a fork's pull request (%s)", async (fork) => {
    for (const cache of ['always', 'where safe'] as const) {
      const asked = { event: pullRequest(fork), inputs: inputsWith(cache), server: 'https://github.com' };
      expect(await brought(asked)).toEqual({ warnings: [], notes: [] });
    }
  });

  test('on a server that is not GitHub, unless the workflow insists, which warns', async () => {
    const event = pullRequest('acme/models');
    const server = 'https://gitea.test';
    const safe = await brought({ event, inputs: inputsWith('where safe'), server });
    expect(safe).toEqual({
      warnings: [expect.stringContaining('on this server any workflow can write a cache')],
      notes: [],
    });
    const [first] = (await brought({ event, inputs: inputsWith('always'), server })).warnings;
    expect(first).toContain('anyone who can run a workflow here');
    expect(await brought({ event, inputs: inputsWith('never'), server })).toEqual({
      warnings: [],
      notes: [],
    });
  });
});

test.each([
  ['https://github.com', true],
  ['https://github.com/', true],
  ['https://acme.ghe.com', true],
  ['https://ghe.com', false],
  ['https://a.b.ghe.com', false],
  ['https://ghe.acme.test', false],
  ['https://github.com.evil.test', false],
  ['https://evil-github.com', false],
  ['https://user@github.com.evil.test', false],
  ['http://github.com', false],
  ['', false],
])('%j is GitHub: %s', (server, expected) => {
  expect(isGitHubs({ GITHUB_SERVER_URL: server })).toBe(expected);
});
