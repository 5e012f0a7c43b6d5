import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** The account and the address that the tests use. */
export interface Account {
  /** The server's address, without a trailing slash. */
  readonly url: string;
  readonly token: string;
}

/** A run of a workflow. */
export interface Run {
  readonly id: number;
  readonly status: string;
  /** `success`, `failure`, `cancelled` or `skipped`; undefined until it is completed. */
  readonly conclusion?: string | undefined;
}

/** Requests of Gitea's API, for one account. Each throws an error with the method, the path and the status. */
export interface Gitea {
  readonly version: () => Promise<string>;
  readonly login: () => Promise<string>;
  readonly send: (
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<unknown>;
  /** The runs of a commit that an event started, oldest first. */
  readonly runs: (repository: string, event: string, commit?: string) => Promise<readonly Run[]>;
  /** The logs of all jobs of a run, one after the other. */
  readonly logs: (repository: string, run: number) => Promise<string>;
  /** The archive of a run's artifact; undefined if the run has none with this name. */
  readonly artifact: (repository: string, run: number, name: string) => Promise<Uint8Array | undefined>;
  /** The bodies of the comments on a pull request, oldest first. */
  readonly comments: (repository: string, number: number) => Promise<readonly string[]>;
  /** The titles of the open issues. */
  readonly openIssues: (repository: string) => Promise<readonly string[]>;
}

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 4;

const runsSchema = z.object({
  workflow_runs: z
    .array(
      z.object({
        id: z.number(),
        event: z.string(),
        head_sha: z.string(),
        status: z.string(),
        conclusion: z.string().optional(),
      }),
    )
    .nullable(),
});
const named = z.array(z.object({ id: z.number(), name: z.string() })).nullable();

export function connectGitea({ url, token }: Account, signal: AbortSignal): Gitea {
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      if (response.ok) return response;
      const text = (await response.text()).slice(0, 300);
      // Only reading is repeated: what creates something could create it twice.
      if (method !== 'GET' || response.status < 500 || attempt === ATTEMPTS)
        throw new Error(`${method} ${path} failed (HTTP ${response.status}): ${text}`);
      await wait(1000 * attempt, undefined, { signal });
    }
  };
  const get = async <T>(path: string, answer: z.ZodType<T>): Promise<T> =>
    answer.parse(await (await ask('GET', path)).json());

  return {
    version: async () => (await get('/version', z.object({ version: z.string() }))).version,
    login: async () => (await get('/user', z.object({ login: z.string() }))).login,
    send: async (method, path, body) => {
      const text = await (await ask(method, path, body)).text();
      return text === '' ? undefined : JSON.parse(text);
    },
    runs: async (repository, event, commit) => {
      const query = new URLSearchParams({ event, limit: '50', ...(commit && { head_sha: commit }) });
      const { workflow_runs: found } = await get(
        `/repos/${repository}/actions/runs?${query.toString()}`,
        runsSchema,
      );
      return (found ?? [])
        .filter((run) => run.event === event && (commit === undefined || run.head_sha === commit))
        .toSorted((a, b) => a.id - b.id);
    },
    logs: async (repository, run) => {
      const { jobs } = await get(`/repos/${repository}/actions/runs/${run}/jobs`, z.object({ jobs: named }));
      const texts = (jobs ?? []).map(async ({ id }) =>
        (await ask('GET', `/repos/${repository}/actions/jobs/${id}/logs`)).text(),
      );
      return (await Promise.all(texts)).join('\n');
    },
    artifact: async (repository, run, name) => {
      const { artifacts } = await get(
        `/repos/${repository}/actions/runs/${run}/artifacts`,
        z.object({ artifacts: named }),
      );
      const found = artifacts?.findLast((artifact) => artifact.name === name);
      if (found === undefined) return undefined;
      const archive = await ask('GET', `/repos/${repository}/actions/artifacts/${found.id}/zip`);
      return new Uint8Array(await archive.arrayBuffer());
    },
    comments: async (repository, number) =>
      (
        await get(
          `/repos/${repository}/issues/${number}/comments`,
          z.array(z.object({ id: z.number(), body: z.string() })),
        )
      )
        .toSorted((a, b) => a.id - b.id)
        .map(({ body }) => body),
    openIssues: async (repository) =>
      (
        await get(
          `/repos/${repository}/issues?state=open&type=issues`,
          z.array(z.object({ title: z.string() })),
        )
      ).map(({ title }) => title),
  };
}
