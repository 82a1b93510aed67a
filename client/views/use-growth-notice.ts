import { useEffect, useRef } from 'react';
import { count } from '../language/words.ts';
import { say } from '../state/notices.ts';
import type { Seen } from '../trail/seen.ts';
import type { TrailDeeds } from './use-deeds.ts';

/** Says what came around a thing, and how much is left. */
export function useGrowthNotice({ picture }: Seen, deeds: TrailDeeds): void {
  const { additions, stubs, cards } = picture;
  const grown = additions.length;
  const before = useRef(grown);
  useEffect(() => {
    const last = additions.at(-1);
    if (grown > before.current && last !== undefined) {
      const left = stubs.find((stub) => stub.of === last.around)?.count ?? 0;
      const came = cards.filter(({ id }) => last.ids.includes(id)).length;
      const rest = left === 0 ? 'That is all of it.' : `${count(left, 'more thing')}.`;
      say(`${came} shown around ${deeds.nameOf(last.around)}. ${rest}`, 'undo');
    }
    before.current = grown;
  }, [grown, additions, stubs, cards, deeds]);
}
