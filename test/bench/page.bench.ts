import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { bench, describe } from 'vitest';
import { startServer } from '../browser/server.ts';
import { findChromium } from '../support/chromium.mjs';

const executablePath = findChromium();
/** How much slower than this machine the page is made to run. */
const THROTTLE = 4;

interface Opened {
  /** Milliseconds from the start of the navigation. */
  readonly largestText: number;
  readonly trail: number;
  /** Bytes, gzipped. */
  readonly script: number;
  readonly scriptWithTrail: number;
  readonly styles: number;
}

describe.skipIf(executablePath === null)(
  `opening the page with the corpus, ${THROTTLE} times slower (limits: text 1.5 s and 240 kB, trail 2.5 s and 390 kB, styles 15 kB)`,
  () => {
    bench(
      'five times, each in a clean profile',
      async () => {
        // A bench that fails does so in silence: what it measured is said.
        process.stdout.write(`${await measured().catch(String)}\n`);
      },
      { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
  },
);

async function measured(): Promise<string> {
  const args = ['--no-sandbox', '--disable-gpu'];
  const [server, browser] = await Promise.all([
    startServer(),
    chromium.launch({ executablePath: executablePath ?? '', args }),
  ]);
  try {
    // The first visit finds a server that has not answered anything yet.
    await opened(browser, server.address);
    const visits: Opened[] = [];
    for (let visit = 0; visit < 5; visit += 1) visits.push(await opened(browser, server.address));
    const median = (of: (visit: Opened) => number): number =>
      visits.map(of).toSorted((a, b) => a - b)[2] ?? 0;
    const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
    return [
      `largest text after ${Math.round(median((visit) => visit.largestText))} ms`,
      `trail after ${Math.round(median((visit) => visit.trail))} ms`,
      `scripts ${kilobytes(median((visit) => visit.script))}`,
      `with the trail ${kilobytes(median((visit) => visit.scriptWithTrail))}`,
      `styles ${kilobytes(median((visit) => visit.styles))}`,
    ].join(', ');
  } finally {
    await browser.close();
    await server.remove();
  }
}

async function opened(browser: Browser, address: string): Promise<Opened> {
  const profile = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await profile.newPage();
  const session = await profile.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const named = await namedScripts(address);
  const weights: Promise<{ kind: string; isFirst: boolean; bytes: number }>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind !== 'script' && kind !== 'stylesheet') return;
    const isFirst = named.includes(new URL(response.url()).pathname);
    weights.push(response.body().then((body) => ({ kind, isFirst, bytes: gzipSync(body).length })));
  });
  await page.goto(address);
  await page.getByRole('treegrid').waitFor();
  await page.waitForFunction(() => (window.underpin?.scene().nodes.length ?? 0) > 0);
  const trail = await page.evaluate(() => performance.now());
  const all = await Promise.all(weights);
  const sum = (kind: string, ofAll = true): number =>
    all
      .filter((each) => each.kind === kind && (ofAll || each.isFirst))
      .reduce((total, { bytes }) => total + bytes, 0);
  const result = {
    largestText: await largestText(page),
    trail,
    script: sum('script', false),
    scriptWithTrail: sum('script'),
    styles: sum('stylesheet'),
  };
  await profile.close();
  return result;
}

/** When the largest text or picture stood, as the browser has it. */
async function largestText(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().at(-1)?.startTime ?? 0);
          // Chromium's; the types know only Node's.
        }).observe({ type: 'largest-contentful-paint' as 'mark', buffered: true });
      }),
  );
}

/** The scripts that the page itself names; what comes later is fetched for the drawing. */
async function namedScripts(address: string): Promise<readonly string[]> {
  const html = await (await fetch(address)).text();
  return [...html.matchAll(/\/assets\/[^"]+\.js/gu)].map(([path]) => path);
}
