import { describe, expect, it } from 'vitest';
import {
  type Concurrency,
  openConcurrency,
  type Sent,
} from '../../../../src/servers/http/pace/adaptive-concurrency.ts';
import { streamFor } from '../../../support/simulator/stream.ts';

/** A server's response to a request that is sent while this many are in progress. */
type Server = (inFlight: number, random: () => number) => { ms: number; tokens?: number; refused?: boolean };

interface Seen {
  readonly answered: number;
  readonly refused: number;
  readonly seconds: number;
  readonly until: number;
  /** Requests in progress, as means over tenths of all responses. */
  readonly levels: readonly number[];
}

/** Sends requests in simulated time, always as many as the limit permits, until `answers` responses have arrived. */
function run(concurrency: Concurrency, server: Server, answers: number, { seed = 1, since = 0 } = {}): Seen {
  const random = streamFor('server', seed).uniform;
  const ends: { at: number; sent: Sent; tokens: number | undefined; refused: boolean }[] = [];
  let now = since;
  let answered = 0;
  let refused = 0;
  const levels: number[][] = Array.from({ length: 10 }, () => []);
  while (answered < answers) {
    while (ends.length < concurrency.limit()) {
      const sent = concurrency.send(now, ends.length + 1);
      const { ms, tokens, refused = false } = server(sent.inFlight, random);
      const at = now + ms;
      const place = ends.findIndex((end) => end.at > at);
      ends.splice(place === -1 ? ends.length : place, 0, { at, sent, tokens, refused });
    }
    const end = ends.shift();
    if (end === undefined) throw new Error('nothing is under way');
    now = end.at;
    if (end.refused) {
      refused += 1;
      concurrency.refused(end.sent, now, 0);
    } else {
      levels[Math.floor((10 * answered) / answers)]?.push(ends.length + 1);
      answered += 1;
      concurrency.answered(end.sent, now, end.tokens);
    }
  }
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
  return { answered, refused, seconds: (now - since) / 1000, until: now, levels: levels.map(mean) };
}

const auto = (): Concurrency => openConcurrency({ start: 8, most: 256 });
const last = ({ levels }: Seen): number => levels.at(-1) ?? 0;

describe('a server with constant latency', () => {
  it('soon gets the maximum number of requests', () => {
    const seen = run(auto(), (_, random) => ({ ms: 40 + 20 * random() }), 20_000);
    expect(seen.levels[1]).toBeGreaterThan(250);
    // 20,000 responses of 50 ms, 256 at a time, take 3.9 s.
    expect(seen.seconds).toBeLessThan(1.15 * 3.9);
  });

  it('is recognized by the time per token if completions have very different lengths', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const server: Server = (_, random) => {
        const tokens = Math.ceil(-200 * Math.log(1 - random()));
        return { ms: 30 + 10 * tokens * (0.9 + 0.2 * random()), tokens };
      };
      expect(last(run(auto(), server, 20_000, { seed }))).toBeGreaterThan(200);
    }
  });

  it('does not fall to one request at a time because of noise', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const server: Server = (_, random) => ({ ms: -1000 * Math.log(1 - random()) });
      const { levels } = run(auto(), server, 20_000, { seed });
      expect(Math.min(...levels)).toBeGreaterThanOrEqual(8);
      expect(levels.at(-1)).toBeGreaterThan(128);
    }
  });
});

describe('a server that slows down with more requests', () => {
  /** This many slots, each at its own speed; a request waits until one is free. */
  const slots = (count: number): Server => {
    return (inFlight, random) => ({ ms: 1000 * Math.max(1, inFlight / count) * (0.8 + 0.4 * random()) });
  };

  it.each([1, 4, 16, 40, 100])('is filled but not flooded: %i slots', (count) => {
    const level = last(run(auto(), slots(count), 20_000));
    expect(level).toBeGreaterThanOrEqual(Math.min(8, count));
    expect(level).toBeGreaterThanOrEqual(0.85 * count);
    expect(level).toBeLessThanOrEqual(Math.max(16, 2.5 * count));
  });

  it('gets more while a larger batch is worth it: time per token grows by a sixteenth for each request', () => {
    // The throughput n / (1 + n/16) approaches 16 per second; 64 at a time reach four fifths of that.
    const level = last(run(auto(), (inFlight) => ({ ms: 1000 * (1 + inFlight / 16) }), 20_000));
    expect(level).toBeGreaterThan(48);
    expect(level).toBeLessThan(128);
  });
});

describe('a server that refuses excess requests', () => {
  const cap =
    (most: number): Server =>
    (inFlight, random) =>
      inFlight > most ? { ms: 1, refused: true } : { ms: 40 + 20 * random() };

  it.each([3, 40, 200])('is kept busy: at most %i at a time', (most) => {
    const concurrency = auto();
    const { until } = run(concurrency, cap(most), 4_000);
    const { refused, answered, seconds } = run(concurrency, cap(most), 20_000, { since: until });
    expect(refused / answered).toBeLessThan(0.02);
    expect(answered / seconds).toBeGreaterThan(0.9 * (most / 0.05));
  });

  it('is kept busy with a fixed number as well', () => {
    const concurrency = openConcurrency({ start: 64, most: 64 });
    const { until } = run(concurrency, cap(40), 2_000);
    const { refused, answered, seconds } = run(concurrency, cap(40), 20_000, { since: until });
    expect(refused / answered).toBeLessThan(0.02);
    expect(answered / seconds).toBeGreaterThan(0.9 * (40 / 0.05));
  });

  it('gets more again when it accepts more', () => {
    const concurrency = auto();
    const { until } = run(concurrency, cap(4), 2_000);
    expect(concurrency.limit()).toBeLessThan(6);
    expect(last(run(concurrency, cap(1_000), 40_000, { since: until }))).toBeGreaterThan(200);
  });
});

const answerOne = (concurrency: Concurrency, at: number, inFlight: number): void => {
  concurrency.answered(concurrency.send(at, inFlight), at + 1, undefined);
};

describe('the limit', () => {
  it('is halved once for all earlier requests, and returns to just below the refused number', () => {
    const concurrency = openConcurrency({ start: 32, most: 32 });
    const sent = Array.from({ length: 32 }, (_, place) => concurrency.send(0, place + 1));
    for (const request of sent.slice(20)) concurrency.refused(request, 0, 0);
    expect(concurrency.limit()).toBe(16);
    for (const request of sent.slice(0, 3)) concurrency.answered(request, 50, undefined);
    expect(concurrency.limit()).toBe(19);
    for (const request of sent.slice(3, 20)) concurrency.answered(request, 50, undefined);
    expect(concurrency.limit()).toBe(20);
  });

  it('never falls below one', () => {
    const concurrency = openConcurrency({ start: 8, most: 8 });
    for (let time = 0; time < 20; time += 1) {
      concurrency.refused(concurrency.send(time, concurrency.limit()), time, 0);
    }
    expect(concurrency.limit()).toBe(1);
  });

  it('stays as it is if a lone request is refused', () => {
    const concurrency = openConcurrency({ start: 8, most: 8 });
    concurrency.refused(concurrency.send(0, 1), 0, 15_000);
    expect(concurrency.limit()).toBe(8);
  });

  it('stays as it is if the server answered enough requests at the refused number since the last refusal', () => {
    const concurrency = openConcurrency({ start: 8, most: 8 });
    for (let window = 0; window < 5; window += 1) {
      for (let answer = 0; answer < 8; answer += 1) answerOne(concurrency, answer, 8);
      const late = [concurrency.send(10, 8), concurrency.send(10, 8)];
      for (const request of late) concurrency.refused(request, 10, 15_000);
      expect(concurrency.limit()).toBe(8);
    }
    concurrency.refused(concurrency.send(20, 8), 20, 15_000);
    expect(concurrency.limit()).toBe(4);
  });

  it('does not grow after a server failure before a full limit of responses has arrived', () => {
    const concurrency = openConcurrency({ start: 8, most: 256 });
    for (let answer = 0; answer < 200; answer += 1) {
      if (answer % 8 === 0) concurrency.faltered();
      answerOne(concurrency, answer, concurrency.limit());
    }
    expect(concurrency.limit()).toBe(8);
    for (let answer = 200; answer < 300; answer += 1) {
      answerOne(concurrency, answer, concurrency.limit());
    }
    expect(concurrency.limit()).toBeGreaterThan(8);
  });

  it('does not grow if it is not used', () => {
    const concurrency = openConcurrency({ start: 8, most: 256 });
    for (let answer = 0; answer < 500; answer += 1) answerOne(concurrency, answer, 3);
    expect(concurrency.limit()).toBe(8);
  });
});
