import type { Link, Picture } from '../trail/picture.ts';

/** Tells whether a thing is drawn: what is folded is not, nor is a line to what is folded. */
export function isDrawn({ folded }: Picture): (thing: string | Link) => boolean {
  return (thing) => {
    if (typeof thing === 'string') return !folded.has(thing);
    return ![thing.id, thing.source, thing.target].some((id) => folded.has(id));
  };
}
