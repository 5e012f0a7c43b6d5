import type { Checkpoint } from './checkpoint.ts';
import { modelName } from './checkpoint.ts';
import type { SampleNumber } from './draw.ts';
import { drawSample, greedySample } from './draw.ts';
import { itemFinder } from './item-finder.ts';
import type { Answerer, Choice } from './openai-api.ts';
import { unknownModel } from './openai-api.ts';
import { limited } from './token-limit.ts';
import type { OpenAiServer, OpenAiServerOptions } from './openai-server.ts';
import { serveOpenAi } from './openai-server.ts';
import type { SimulatedItem } from './simulated-item.ts';

export interface SimulatorOptions extends OpenAiServerOptions {
  /** At least one; served as `simulated-VERSION`. */
  readonly checkpoints: readonly Checkpoint[];
  readonly items: readonly SimulatedItem[];
  /** Another seed gives other draws from the same abilities; 0 if absent. */
  readonly seed?: number;
}

/**
 * Responds with draws of known ability. With a seed, a request's samples are identified by that seed and the
 * following ones, one per choice, as some servers do: several choices equal the results of as many requests.
 * Without a seed, they are numbered per checkpoint and item: n requests give the samples 0 to n − 1, in any
 * order. At temperature 0 every sample is the greedy one; other temperatures have no effect.
 */
function answerer({ checkpoints, items, seed = 0 }: SimulatorOptions): Answerer {
  const served = new Map(
    checkpoints.map((checkpoint) => [
      modelName(checkpoint),
      { checkpoint, drawn: new Map<SimulatedItem, number>() },
    ]),
  );
  const find = itemFinder(items);
  return {
    models: [...served.keys()],
    fingerprint: `simulator-${seed}`,
    answer: ({ model, prompt, n, seed: asked, temperature, ...limits }) => {
      const behind = served.get(model);
      if (behind === undefined) throw unknownModel(model);
      const { checkpoint, drawn } = behind;
      const item = find(prompt);
      const before = drawn.get(item) ?? 0;
      if (asked === undefined && temperature > 0) drawn.set(item, before + n);
      return Array.from({ length: n }, (_, choice): Choice => {
        const number: SampleNumber = asked === undefined ? before + choice : [asked + choice, 0];
        const { text } =
          temperature === 0
            ? greedySample(checkpoint, item, { seed })
            : drawSample(checkpoint, item, number, { seed });
        return limited({ text, finishReason: 'stop' }, limits);
      });
    },
  };
}

/**
 * Starts the simulator on 127.0.0.1.
 *
 * @throws the system's error if the port is not available
 */
export function startSimulator(options: SimulatorOptions): Promise<OpenAiServer> {
  return serveOpenAi(answerer(options), options);
}
