/** A way into what the store holds, and the page where it is. */
export interface Way {
  readonly name: string;
  readonly href: string;
}

/** The ways in, in the order in which they stand at the top. */
export const WAYS: readonly Way[] = [
  { name: 'Trail', href: '/' },
  { name: 'Playground', href: '/playground' },
];
