import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { STANDING_WORDS, STANDINGS } from '../language/words.ts';
import { MARKS } from '../state/view.ts';
import type { Order } from '../state/view.ts';
import { useView } from '../state/view-store.ts';
import type { ViewStore } from '../state/view-store.ts';
import { activeFilters, CLEAR, clearText, MARK_WORDS, ORDER_WORDS } from './list-filters.ts';

const ORDERS: readonly Order[] = ['contested', 'depth'];

/** What narrows and orders the list of claims; the bar of directions at the top does so too. */
export function ClaimFilters({ store }: { readonly store: ViewStore }): ReactNode {
  const view = useView(store);
  const filters = activeFilters(view);
  return (
    <Group className="claim-filters" aria-label="Narrow and order the claims">
      <select
        aria-label="Standing"
        value={view.standing ?? ''}
        onChange={({ target }) =>
          store.dispatch({
            type: 'filter',
            standing: STANDINGS.find((standing) => standing === target.value) ?? null,
          })
        }
      >
        <option value="">Any standing</option>
        {STANDINGS.map((standing) => (
          <option key={standing} value={standing}>
            {STANDING_WORDS[standing]}
          </option>
        ))}
      </select>
      <select
        aria-label="Order"
        value={view.order}
        onChange={({ target }) => {
          const order = ORDERS.find((each) => each === target.value);
          if (order !== undefined) store.dispatch({ type: 'order', order });
        }}
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {ORDER_WORDS[order]}
          </option>
        ))}
      </select>
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
    </Group>
  );
}
