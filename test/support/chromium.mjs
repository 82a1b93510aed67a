import { existsSync } from 'node:fs';

/** Where systems keep Chromium and Chrome. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser of this machine that the browser leg drives; null where there is none. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  return [...(given ? [given] : []), ...PLACES].find((path) => existsSync(path)) ?? null;
}
