import type { ViewStore } from '../state/view-store.ts';
import type { FindAction } from './find-groups.ts';
import { PAGES, WAYS } from './ways.ts';

/** What can be done from everywhere on the page, for the search. */
export function pageActions({
  store,
  onTheme,
  onHelp,
  onImport,
}: {
  readonly store: ViewStore;
  readonly onTheme: () => void;
  readonly onHelp: () => void;
  readonly onImport: () => void;
}): readonly FindAction[] {
  return [
    {
      id: 'outline',
      name: 'Go to the Outline',
      key: null,
      run: () => document.getElementById('outline')?.focus(),
    },
    { id: 'help', name: 'Help and keys', words: 'shortcuts', key: '?', run: onHelp },
    {
      id: 'import',
      name: 'Import a file or a text',
      words: 'bring in upload bibtex ris csv',
      key: null,
      run: onImport,
    },
    { id: 'theme', name: 'Change the theme', words: 'dark light colours', key: null, run: onTheme },
    {
      id: 'claims',
      name: 'List the claims',
      key: null,
      run: () => store.dispatch({ type: 'list', list: 'claims' }),
    },
    {
      id: 'load-bearing',
      name: 'List load-bearing studies',
      words: 'withdraw single points',
      key: null,
      run: () => store.dispatch({ type: 'list', list: 'load-bearing' }),
    },
    {
      id: 'next-to-check',
      name: 'List the evidence to check next',
      words: 'verdict unchecked',
      key: null,
      run: () => store.dispatch({ type: 'list', list: 'next-to-check' }),
    },
    ...WAYS.map(({ way, name, key }) => ({
      id: `way:${way}`,
      name: `Go to ${name}`,
      words: 'open way view',
      key,
      run: () => store.dispatch({ type: 'show', way }),
    })),
    ...PAGES.map(({ name, href }) => ({
      id: `way:${href}`,
      name,
      words: 'open way graphql',
      key: null,
      run: () => window.location.assign(href),
    })),
  ];
}
