import { chromium } from 'playwright-core';
import { bench, describe } from 'vitest';
import { layOutFor } from '../../client/graph/sizing.ts';
import { framesDuring, moveFor } from '../browser/drawing-page/frames.ts';
import { serveDrawingPage, show } from '../browser/drawing-page/open.ts';
import { largePicture } from '../browser/drawing-page/pictures.ts';
import { findChromium } from '../support/chromium.mjs';

const SPACE = { width: 900, height: 500 };
/** Reviews and studies of each, by the number of cards that they make. */
const SIZES = [
  [60, 4, 6],
  [150, 6, 11],
  [300, 8, 18],
  [600, 10, 29],
] as const;

describe('laying a trail out (dagre needs 84, 183, 430 and 1894 ms for as many nodes)', () => {
  const measure = (text: string): number => text.length * 7;
  for (const [cards, reviews, studies] of SIZES) {
    const picture = largePicture(reviews, studies);
    bench(`of about ${cards} cards`, () => void layOutFor(picture, SPACE, measure), {
      time: 1000,
      warmupTime: 200,
    });
  }
});

const executablePath = findChromium();

describe.skipIf(executablePath === null)(
  'moving a picture of 1,000 elements for 3 seconds (the limit is 50 frames a second)',
  () => {
    for (const how of ['drag', 'wheel', 'both'] as const)
      bench(
        `by ${how}`,
        async () => {
          // A bench that fails does so in silence: what it measured is said.
          process.stdout.write(`by ${how}: ${await measured(how).catch(String)}\n`);
        },
        { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
      );
  },
);

async function measured(how: 'drag' | 'wheel' | 'both'): Promise<string> {
  const args = ['--no-sandbox', '--disable-gpu'];
  const [server, browser] = await Promise.all([
    serveDrawingPage(),
    chromium.launch({ executablePath: executablePath ?? '', args }),
  ]);
  try {
    const page = await server.open(browser);
    await show(page, largePicture(8, 19));
    await page.evaluate(() => window.drawingPage?.drawing.zoomBy(0.5));
    await page.waitForTimeout(1000);
    const moving = (): Promise<void> => moveFor(page, 3000, how);
    const { perSecond, longest } = await framesDuring(browser, page, moving);
    return `${perSecond.toFixed(1)} frames a second, the longest ${longest.toFixed(0)} ms`;
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
}
