import type { BrowserContext, Page } from 'playwright-core';
import { browserForTheseTests, openPage, openProfile } from './browser.ts';
import type { Eyes } from './browser.ts';
import { openAsCurator } from './curator.ts';
import { serverForTheseTests } from './server.ts';
import type { Content, TestServer } from './server.ts';

/** A server and a browser. A path may be an address too, of another server. */
export interface Explorer {
  readonly server: TestServer;
  /** Opens a path in a clean profile and waits until the Outline stands. */
  readonly openPage: (path?: string, eyes?: Eyes) => Promise<Page>;
  /** Opens a path as curator and waits until the Inspector stands. */
  readonly openAsCurator: (path?: string, eyes?: Eyes) => Promise<Page>;
  readonly openProfile: () => Promise<BrowserContext>;
}

/** A server and a browser for the tests of this file. */
export function explorerForTheseTests(content: Content = {}): Explorer {
  const server = serverForTheseTests(content);
  const browser = browserForTheseTests();
  return {
    server,
    openPage: (path = '/', eyes = {}) =>
      openPage(browser(), new URL(path, server.address).href, eyes),
    openAsCurator: (path = '/', eyes = {}) => openAsCurator(browser(), server, path, eyes),
    openProfile: () => openProfile(browser()),
  };
}
