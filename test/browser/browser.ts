import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach } from 'vitest';

const NAMES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium or Chrome. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = NAMES.find((name) => name !== undefined && existsSync(name));
  if (executablePath === undefined) {
    throw new Error('No Chromium or Chrome is here: install one, or name it in CHROMIUM.');
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * A browser for the tests of this file, once they run. What a test opens is closed
 * when it has ended; what is opened before them all stays for all of them.
 */
export function browserForTheseTests(): () => Browser {
  let browser: Browser;
  let kept: readonly BrowserContext[];
  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });
  beforeEach(() => {
    kept = browser.contexts();
  });
  afterEach(async () => {
    const opened = browser.contexts().filter((profile) => !kept.includes(profile));
    await Promise.all(opened.map((profile) => profile.close()));
  });
  return () => browser;
}

/** How a profile looks at the page. */
export interface Eyes {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** The system’s few colours instead of ours. */
  readonly forced?: boolean;
}

/** A clean profile. */
export async function openProfile(browser: Browser, eyes: Eyes = {}): Promise<BrowserContext> {
  const { width = 1440, height = 900, dark = false, forced = false } = eyes;
  return browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    forcedColors: forced ? 'active' : 'none',
  });
}

/** Opens an address in a clean profile and waits until the Outline stands. */
export async function openPage(browser: Browser, address: string, eyes: Eyes = {}): Promise<Page> {
  const profile = await openProfile(browser, eyes);
  const page = await profile.newPage();
  await page.goto(address);
  await page.getByRole('treegrid').waitFor();
  return page;
}

/** Waits until the trail is drawn, and answers what is drawn. */
export async function sceneOf(page: Page): Promise<ReturnType<SceneReader>> {
  await page.waitForFunction(() => (window.underpin?.scene().nodes.length ?? 0) > 0);
  return page.evaluate(() => {
    const scene = window.underpin?.scene();
    if (scene === undefined) throw new Error('Nothing is drawn.');
    return scene;
  });
}

type SceneReader = NonNullable<Window['underpin']>['scene'];

/** Keeps a picture of the page for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir('test-results', { recursive: true });
  await page.screenshot({ path: `test-results/${name}.png` });
}

/** Where a drawn thing can be clicked. */
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const { nodes } = await sceneOf(page);
  const box = nodes.find((node) => node.id === id)?.box;
  if (box === undefined) throw new Error(`${id} is not drawn.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
