import type { Browser, Page } from 'playwright-core';
import { createServer } from 'vite';
import type { Picture } from '../../../client/trail/picture.ts';
import { openProfile } from '../browser.ts';
import type { Eyes } from '../browser.ts';

/** A server for the page that holds a drawing and nothing else. */
export interface DrawingServer {
  readonly open: (browser: Browser, eyes?: Eyes) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Serves the page, with the client's own code behind it. */
export async function serveDrawingPage(): Promise<DrawingServer> {
  const server = await createServer({
    configFile: false,
    root: 'test/browser/drawing-page',
    cacheDir: '../../../node_modules/.vite/drawing-page',
    logLevel: 'error',
    optimizeDeps: { include: ['cytoscape'] },
    server: { port: 0, host: '127.0.0.1', fs: { allow: [process.cwd()] }, hmr: false },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  return {
    open: async (browser, eyes) => {
      const page = await (await openProfile(browser, eyes)).newPage();
      await page.goto(address);
      await page.waitForFunction(() => window.drawingPage !== undefined);
      return page;
    },
    close: () => server.close(),
  };
}

/** Shows a picture and waits until it is drawn. */
export async function show(page: Page, picture: Picture): Promise<void> {
  await page.evaluate(
    async (sent) => {
      const { drawing, show: draw } = window.drawingPage ?? {};
      const before = drawing?.layout();
      draw?.(sent);
      while (drawing?.layout() === before) await new Promise(requestAnimationFrame);
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    },
    { ...picture, folded: [...picture.folded] },
  );
}
