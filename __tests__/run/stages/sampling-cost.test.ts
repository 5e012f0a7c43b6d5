import { describe, expect, it } from 'vitest';
import { samplingCost } from '../../../src/run/stages/sampling-cost.ts';
import { NONE_REUSED } from '../../../src/sampling/reused.ts';
import { systemTiming } from '../../../src/timing.ts';
import { chatAnswer, sendJson, startServer } from '../../sampling/fake-server.ts';
import { drawerWith, makeFolder, makeRequest, makeSuite, SETTINGS } from '../../sampling/setting.ts';

const prices = {
  old: { promptUsdPerMillion: 10, completionUsdPerMillion: 100 },
  new: { promptUsdPerMillion: 20, completionUsdPerMillion: 200 },
};
const spent = { requests: 2, prompt_tokens: 1_000, completion_tokens: 5_000 };
const nothing = { requests: 0, prompt_tokens: 0, completion_tokens: 0, retries: 0, seconds: 0 };
const cost = {
  requests: 4,
  prompt_tokens: 2_000,
  completion_tokens: 10_000,
  cached: 3,
  reused: { old: NONE_REUSED, new: NONE_REUSED },
};

describe('the cost of sampling', () => {
  it('has dollars by the prices of each side, and their sum', () => {
    const { sampling } = samplingCost({ ...cost, bySide: { old: spent, new: spent } }, prices);
    expect(sampling?.by_side?.old.cost_usd).toBeCloseTo(0.51, 10);
    expect(sampling?.by_side?.new.cost_usd).toBeCloseTo(1.02, 10);
    expect(sampling?.cost_usd).toBeCloseTo(1.53, 10);
  });

  it('is zero dollars for a side that requested nothing', () => {
    const { sampling } = samplingCost({ ...cost, bySide: { old: nothing, new: spent } }, prices);
    expect(sampling?.by_side?.old.cost_usd).toBe(0);
    expect(sampling?.cost_usd).toBeCloseTo(1.02, 10);
  });

  it('has no dollars without prices, without counts by side, or if the server of a side counts no tokens', () => {
    const uncounted = { ...spent, prompt_tokens: 0, completion_tokens: 0 };
    for (const { sampling } of [
      samplingCost({ ...cost, bySide: { old: spent, new: spent } }, undefined),
      samplingCost(cost, prices),
      samplingCost({ ...cost, bySide: { old: spent, new: uncounted } }, prices),
    ]) {
      expect(sampling).not.toHaveProperty('cost_usd');
    }
  });

  it('has the retries and the busy seconds of each side, as measured on a server', async () => {
    const server = await startServer(async ({ number, body }, response) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (body['model'] === 'model-old' && number < 4) {
        return sendJson(response, 500, { error: { message: 'not now' } });
      }
      sendJson(response, 200, chatAnswer('fine'));
    });
    const began = performance.now();
    const drawn = await drawerWith({ ...systemTiming, random: () => 0.05 })(
      makeRequest({
        baseUrl: server.baseUrl,
        storeDir: await makeFolder(),
        suites: [makeSuite('s', ['a', 'b', 'c'])],
        settings: { ...SETTINGS, n: 4, concurrency: 2 },
      }),
    );
    const passed = (performance.now() - began) / 1_000;
    const { old, new: candidate } = samplingCost(drawn.cost, prices).sampling?.by_side ?? {};
    expect(old?.retries).toBe(old === undefined ? undefined : (old.requests ?? 0) - 12);
    expect(old?.retries).toBeGreaterThan(0);
    expect(candidate?.retries).toBe(0);
    for (const side of [old, candidate]) {
      // Twelve requests of 20 ms, at most two at a time.
      expect(side?.seconds).toBeGreaterThan(0.1);
      expect(side?.seconds).toBeLessThan(passed);
    }
  });
});
