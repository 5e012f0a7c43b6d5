import type { IncomingMessage } from 'node:http';
import { answers, errorBody } from './faults.ts';
import type { Answered } from './routes.ts';
import { type Identity, loginOf } from './state.ts';

/** The path of GraphQL: on github.com below the API's address, on GitHub Enterprise Server next to that of REST. */
export const isGraphQl = ({ method, url }: IncomingMessage): boolean =>
  method === 'POST' && (url === '/graphql' || url === '/api/graphql');

const QUERY = /^\s*(?:query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/;

/** Returns the identity of the token, including apps; no other query is supported. */
export const answerGraphQl = (identity: Identity | undefined, body: string): Answered => {
  if (identity === undefined) return { status: 401, body: errorBody(answers.badCredentials) };
  const { query }: { query?: unknown } = JSON.parse(body);
  if (typeof query !== 'string' || !QUERY.test(query)) {
    return { status: 200, body: { errors: [{ message: `Parse error on ${JSON.stringify(query)}` }] } };
  }
  return { status: 200, body: { data: { viewer: { login: loginOf(identity) } } } };
};
