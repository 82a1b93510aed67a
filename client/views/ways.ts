import type { Way } from '../state/cluster-view.ts';

/** The ways in on this page, in the order in which they stand at the top. */
export const WAYS: readonly { readonly way: Way; readonly name: string; readonly key: string }[] = [
  { way: 'trail', name: 'Trail', key: '1' },
  { way: 'clusters', name: 'Clusters', key: '2' },
];

/** The ways in that are pages of their own. */
export const PAGES: readonly { readonly name: string; readonly href: string }[] = [
  { name: 'Playground', href: '/playground' },
];
