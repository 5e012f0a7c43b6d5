import type { ServerResponse } from 'node:http';
import type { SamplingRequest } from '../../src/sampling/sampling-request.ts';
import { chatAnswer, sendJson, startServer, type Asked } from './fake-server.ts';
import {
  drawerWith,
  type Drawn,
  makeFolder,
  makeRequest,
  makeSuite,
  stillTiming,
  SETTINGS,
} from './setting.ts';

/** Responds to every request with an error. */
export const fail =
  (status: number, message: string, more = {}, headers = {}) =>
  (_: Asked, response: ServerResponse): void =>
    sendJson(response, status, { error: { message, ...more } }, headers);
export const answerWell = (_: Asked, response: ServerResponse): void =>
  sendJson(response, 200, chatAnswer('fine'));

/** One sample per side, one request at a time; `answers` are the responses in order, the last one repeats. */
export async function runAgainst(
  answers: readonly ((asked: Asked, response: ServerResponse) => void)[],
  more: Partial<SamplingRequest> = {},
): Promise<{ run: Promise<Drawn>; slept: number[]; asked: readonly Asked[]; storeDir: string }> {
  const server = await startServer((asked, response) =>
    answers[Math.min(asked.number, answers.length - 1)]?.(asked, response),
  );
  const timing = stillTiming();
  const storeDir = await makeFolder();
  const request = makeRequest({
    baseUrl: server.baseUrl,
    storeDir,
    suites: [makeSuite('s', ['a'])],
    settings: { ...SETTINGS, n: 1, concurrency: 1 },
    ...more,
  });
  return { run: drawerWith(timing)(request), slept: timing.slept, asked: server.asked, storeDir };
}
