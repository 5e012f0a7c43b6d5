/**
 * Pictures of reports as a pull request shows them, to be looked at: every verdict's example, or the given files (a
 * `result.json`, or Markdown), as comment and as step summary with everything unfolded, for a phone and a desk, light and
 * dark. Exits 1 where a page scrolls sideways.
 *
 *     npm run preview -- [--out FOLDER] [FILE…]
 *     npm run preview -- --picture FILE [FILE]    one picture, of a comment alone
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as examples from '../__tests__/support/results.ts';
import { commentText } from '../src/github/publish/comment-text.ts';
import { reportToPublish } from '../src/github/publish/report-to-publish.ts';
import { parseResult } from '../src/result/json.ts';
import type { Result } from '../src/result/result.ts';
import { Chromium, findChromium } from './preview/chromium.ts';
import { pageOf } from './preview/page.ts';
import { pictureOf, type View } from './preview/picture.ts';

const VIEWS: readonly View[] = [380, 1200].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
);

interface Form {
  readonly name: string;
  readonly markdown: string;
  readonly unfolded: boolean;
}

const formsOf = (name: string, result: Result): readonly Form[] => {
  const showing = reportToPublish(result, undefined);
  const comment = commentText(showing, { key: 'reversal.yml', run: 1 });
  return [
    { name: `${name}-comment`, markdown: comment, unfolded: false },
    { name: `${name}-summary`, markdown: showing.whole, unfolded: true },
  ];
};

const EXAMPLES: Readonly<Record<string, () => Result>> = {
  progress: examples.progress,
  unchanged: examples.unchanged,
  reversal: examples.reversal,
  regression: examples.regression,
  inconclusive: examples.inconclusive,
  invalid: examples.invalid,
  skipped: examples.skipped,
  'barely-measured': examples.barelyMeasured,
  hostile: examples.hostile,
};

const formsIn = async (path: string): Promise<readonly Form[]> => {
  const text = await readFile(path, 'utf8');
  const name = basename(path, extname(path));
  if (extname(path) === '.json') return formsOf(name, parseResult(text, path));
  return [true, false].map((unfolded) => ({
    name: `${name}-${unfolded ? 'unfolded' : 'folded'}`,
    markdown: text,
    unfolded,
  }));
};

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'preview' }, picture: { type: 'string' } },
});

const path = findChromium(process.env);
if (path === undefined) {
  console.error(
    'No Chromium is there to take pictures with. Install one (Debian, Ubuntu: apt-get install chromium fonts-liberation), or name one in the variable CHROMIUM.',
  );
  process.exit(2);
}

await using browser = await Chromium.start(path);

const forms =
  positionals.length === 0
    ? Object.entries(EXAMPLES).flatMap(([name, build]) => formsOf(name, build()))
    : (await Promise.all(positionals.map(formsIn))).flat();

if (values.picture !== undefined) {
  const html = pageOf(forms[0]?.markdown ?? '', { unfolded: false });
  const view = { width: 1200, theme: 'light', scale: 1.25, crop: true } as const;
  const { png } = await pictureOf(html, browser, view);
  await writeFile(values.picture, png);
  console.log(`${values.picture}: ${Math.round(png.length / 1000)} kB`);
} else {
  await mkdir(values.out, { recursive: true });
  for (const { name, markdown, unfolded } of forms) {
    const html = pageOf(markdown, { unfolded });
    for (const view of VIEWS) {
      const { png, scrollsSideways, cutBlocks } = await pictureOf(html, browser, view);
      const file = `${name}-${view.width}-${view.theme}.png`;
      await writeFile(join(values.out, file), png);
      const cut = cutBlocks.map(({ element, share }) => `${element} ${percent(share)}`).join(', ');
      const sideways = scrollsSideways ? 'THE PAGE SCROLLS SIDEWAYS' : '';
      const within = cut === '' ? '' : `in sight of blocks that scroll: ${cut}`;
      console.log([file, sideways, within].filter((part) => part !== '').join('  '));
      if (scrollsSideways) process.exitCode = 1;
    }
  }
}
