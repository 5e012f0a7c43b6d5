import { drawSamples } from '../__tests__/support/simulator/draw.ts';
import { scenarios } from '../__tests__/support/simulator/scenarios.ts';
import { simulatedItem } from '../__tests__/support/simulator/simulated-item.ts';
import { writeSuite } from '../__tests__/support/simulator/write-suite.ts';
import type { Suite } from '../src/evalset/suite.ts';
import type { Completion } from '../src/servers/chat/completion.ts';

/** An eval set and both checkpoints' completions of it, as files would contain them. */
export interface Load {
  readonly suite: Suite;
  readonly generations: { readonly old: readonly Completion[]; readonly new: readonly Completion[] };
  readonly samplesPerItem: number;
}

const NAME = 'simulated';

/** Samples `items` × `samples` completions of each of two simulated checkpoints, about 100 tokens each. */
export function simulatedLoad({
  items: count,
  samples,
}: {
  readonly items: number;
  readonly samples: number;
}): Load {
  const lines = writeSuite({ role: 'ood', items: count, seed: 1 });
  const items = lines.map((line, place) => simulatedItem(NAME, line, place));
  const { old, new: candidate } = scenarios.narrowed;
  const drawn = (checkpoint: typeof old): Completion[] =>
    items.flatMap((item) =>
      drawSamples(checkpoint, item, samples).map(({ text }, index) => ({
        suite: NAME,
        id: item.id,
        index,
        // A string joined from pieces is a tree of pieces until it is first read through; a file's text is flat.
        text: Buffer.from(text).toString(),
      })),
    );
  return {
    suite: {
      name: NAME,
      role: 'target',
      hash: 'sha256:none',
      items: lines.map(({ id, prompt, answer, group, meta }) => ({
        id,
        messages: [{ role: 'user', content: prompt }],
        answer,
        group,
        cluster: id,
        meta,
      })),
    },
    generations: { old: drawn(old), new: drawn(candidate) },
    samplesPerItem: samples,
  };
}
