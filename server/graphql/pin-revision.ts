import { Kind, visit, type DocumentNode } from 'graphql';
import type { RequestContext } from './context.ts';

/**
 * Looks at the revision before anything else is read, where an operation asks for
 * it: an answer may show what is newer than its revision, which at worst makes a
 * conflict of a later change, and never what is older, which would let one be lost.
 */
export async function pinRevision(
  document: DocumentNode,
  { evidence, revision }: RequestContext,
): Promise<void> {
  const asked = whereAsked(document);
  try {
    if (asked === 'inside') await evidence();
    else if (asked === 'at the top') await revision();
  } catch {
    // Whichever field asks for it says so itself.
  }
}

function whereAsked(document: DocumentNode): 'nowhere' | 'at the top' | 'inside' {
  let asked: ReturnType<typeof whereAsked> = 'nowhere';
  visit(document, {
    Field: (field, _key, _parent, _path, ancestors) => {
      if (field.name.value !== 'revision') return;
      // An operation's own fields stand in its selections, and in nothing between.
      const isTop = !ancestors.some((each) => 'kind' in each && INNER.has(each.kind));
      if (!isTop) asked = 'inside';
      else if (asked === 'nowhere') asked = 'at the top';
    },
  });
  return asked;
}

const INNER: ReadonlySet<string> = new Set([Kind.FIELD, Kind.FRAGMENT_DEFINITION]);
