import type { Browser, Page } from 'playwright-core';

/** What the browser's own profiler saw of a movement. */
export interface Frames {
  readonly perSecond: number;
  /** The longest time from one frame to the next, in milliseconds. */
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  /** Microseconds. */
  readonly ts: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame'];

/** Counts the frames that the compositor drew while something moved. */
export async function framesDuring(
  browser: Browser,
  page: Page,
  movement: () => Promise<void>,
): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await movement();
  const trace: { traceEvents: TraceEvent[] } = JSON.parse(String(await browser.stopTracing()));
  const drawn = trace.traceEvents
    .filter(({ name }) => name === 'DrawFrame')
    .map(({ ts }) => ts / 1000)
    .toSorted((a, b) => a - b);
  const steps = drawn.slice(1).map((time, index) => time - (drawn[index] ?? time));
  const seconds = ((drawn.at(-1) ?? 0) - (drawn[0] ?? 0)) / 1000;
  return { perSecond: (drawn.length - 1) / seconds, longest: Math.max(...steps) };
}

/**
 * Moves the pointer and the wheel from inside the page, one event for each frame,
 * for so many milliseconds: as fast as the browser itself hands them on.
 */
export async function moveFor(
  page: Page,
  milliseconds: number,
  how: 'drag' | 'wheel' | 'both',
): Promise<void> {
  await page.evaluate(
    async ([time, kind]) => {
      const target = document.querySelector('.drawing');
      if (target === null) throw new Error('Nothing is drawn.');
      const { left, top, width, height } = target.getBoundingClientRect();
      const middle = { clientX: left + width / 2, clientY: top + height / 2 };
      const common = { bubbles: true, cancelable: true, pointerId: 1, button: 0, buttons: 1 };
      const point = (type: string, x: number, y: number): void => {
        const at = { clientX: middle.clientX + x, clientY: middle.clientY + y };
        target.dispatchEvent(new PointerEvent(type, { ...common, ...at }));
      };
      const start = performance.now();
      if (kind !== 'wheel') point('pointerdown', 0, 0);
      for (let now = 0; now < time; now = performance.now() - start) {
        const turn = now / 600;
        if (kind !== 'wheel')
          point('pointermove', 260 * Math.sin(turn * 3), 200 * Math.sin(turn * 2));
        if (kind !== 'drag') {
          const deltaY = 14 * Math.cos(turn * 2);
          target.dispatchEvent(new WheelEvent('wheel', { ...common, ...middle, deltaY }));
        }
        await new Promise(requestAnimationFrame);
      }
      if (kind !== 'wheel') point('pointerup', 0, 0);
    },
    [milliseconds, how] as const,
  );
}
