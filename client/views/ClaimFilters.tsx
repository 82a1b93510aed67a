import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { STANDING_GLYPHS } from '../language/glyphs.ts';
import { STANDING_WORDS, STANDINGS } from '../language/words.ts';
import { MARKS } from '../state/view.ts';
import type { Order } from '../state/view.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { activeFilters, CLEAR, clearText, MARK_WORDS, ORDER_WORDS } from './list-filters.ts';
import { Sign } from './Marks.tsx';

const ORDERS: readonly Order[] = ['contested', 'depth'];

/** What narrows and orders the list of claims; the bar of directions at the top does so too. */
export function ClaimFilters({ store }: { readonly store: ViewStore }): ReactNode {
  const view = useView(store);
  const filters = activeFilters(view);
  return (
    <Group className="claim-filters" aria-label="Narrow and order the claims">
      <details>
        <summary>
          {view.standing === null ? 'Any standing' : STANDING_WORDS[view.standing]},{' '}
          {ORDER_WORDS[view.order].toLowerCase()}
        </summary>
        <Group className="chips" aria-label="Standing">
          {STANDINGS.map((standing) => (
            <ToggleButton
              key={standing}
              className="button chip"
              isSelected={view.standing === standing}
              onChange={(chosen) =>
                store.dispatch({ type: 'filter', standing: chosen ? standing : null })
              }
            >
              <Sign glyph={STANDING_GLYPHS[standing]} /> {STANDING_WORDS[standing]}
            </ToggleButton>
          ))}
        </Group>
        <Group className="chips" aria-label="Order">
          {ORDERS.map((order) => (
            <ToggleButton
              key={order}
              className="button chip"
              isSelected={view.order === order}
              onChange={() => store.dispatch({ type: 'order', order })}
            >
              {ORDER_WORDS[order]}
            </ToggleButton>
          ))}
        </Group>
      </details>
      <div className="chips">
        {MARKS.map((mark) => (
          <ToggleButton
            key={mark}
            className="button chip"
            isSelected={view.marks.includes(mark)}
            onChange={(chosen) =>
              store.dispatch({
                type: 'filter',
                marks: chosen ? [...view.marks, mark] : view.marks.filter((each) => each !== mark),
              })
            }
          >
            {MARK_WORDS[mark]}
          </ToggleButton>
        ))}
        {filters.length === 0 ? null : (
          <Button className="button chip" onPress={() => store.dispatch(CLEAR)}>
            {clearText(filters)}
          </Button>
        )}
      </div>
    </Group>
  );
}
