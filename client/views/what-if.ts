import type { TrailNode } from '../trail/picture.ts';
import type { Action, View } from '../state/view.ts';

/** The studies that are meant by what is chosen: themselves, or those that a chosen citation cites. */
export function chosenStudies(
  { selection, also }: Pick<View, 'selection' | 'also'>,
  nodes: readonly Pick<TrailNode, 'id' | 'kind'>[],
): readonly string[] {
  const chosen = selection === null ? also : [selection, ...also];
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
  const studies = chosen.flatMap((id): readonly string[] => {
    if (kinds.get(id) === 'STUDY') return [id];
    const cited = kinds.get(id) === 'CITATION' ? id.split('>').at(-1) : undefined;
    return cited === undefined ? [] : [cited];
  });
  return [...new Set(studies)];
}

/** Takes studies as withdrawn; as they are again, where all of them were already. */
export function withdrawal(studies: readonly string[], { withdrawn }: View): Action | null {
  if (studies.length === 0) return null;
  const all = studies.every((id) => withdrawn.includes(id));
  return {
    type: 'suppose',
    withdrawn: all
      ? withdrawn.filter((id) => !studies.includes(id))
      : [...withdrawn, ...studies.filter((id) => !withdrawn.includes(id))],
  };
}
