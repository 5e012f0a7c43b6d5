import { z } from 'zod';
import type { Chromium } from './chromium.ts';

/** How a page is looked at. */
export interface View {
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

/** A page as it looks. */
export interface Picture {
  readonly png: Buffer;
  /** Whether the whole page scrolls sideways. */
  readonly scrollsSideways: boolean;
  /** The blocks that scroll within themselves: their element, and how much of their width is in sight (0 to 1). */
  readonly cutBlocks: readonly { readonly element: string; readonly share: number }[];
}

const measuredSchema = z.object({
  scrollsSideways: z.boolean(),
  height: z.number(),
  comment: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  cutBlocks: z.array(z.object({ element: z.string(), share: z.number() })),
});

const MEASURE = `(() => {
  const page = document.documentElement;
  const comment = document.querySelector('article').getBoundingClientRect();
  return {
    scrollsSideways: page.scrollWidth > page.clientWidth,
    height: page.scrollHeight,
    comment: { x: comment.x, y: comment.y, width: comment.width, height: comment.height },
    cutBlocks: [...document.querySelectorAll('table, pre')]
      .filter((block) => block.checkVisibility() && block.scrollWidth > block.clientWidth + 1)
      .map((block) => ({ element: block.localName, share: block.clientWidth / block.scrollWidth })),
  };
})()`;

/** Looks at a page; `crop`: only at the comment on it. `scale` is picture pixels for a CSS pixel. */
export async function pictureOf(
  html: string,
  browser: Chromium,
  { width, theme, scale = 1, crop = false }: View & { readonly scale?: number; readonly crop?: boolean },
): Promise<Picture> {
  await browser.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: 800,
    deviceScaleFactor: scale,
    mobile: false,
  });
  await browser.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: theme }],
  });
  const tree = z
    .object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
    .parse(await browser.send('Page.getFrameTree'));
  await browser.send('Page.setDocumentContent', { frameId: tree.frameTree.frame.id, html });
  const evaluated = z
    .object({ result: z.object({ value: measuredSchema }) })
    .parse(await browser.send('Runtime.evaluate', { expression: MEASURE, returnByValue: true }));
  const { height, comment, scrollsSideways, cutBlocks } = evaluated.result.value;
  const { data } = z.object({ data: z.base64() }).parse(
    await browser.send('Page.captureScreenshot', {
      captureBeyondViewport: true,
      clip: { ...(crop ? comment : { x: 0, y: 0, width, height }), scale: 1 },
    }),
  );
  return { png: Buffer.from(data, 'base64'), scrollsSideways, cutBlocks };
}
