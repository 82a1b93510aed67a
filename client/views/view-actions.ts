import { singleKeysOn } from '../state/keys.ts';
import type { FindAction } from './find-groups.ts';

/** What can be done in a view by one key, or by its name in the search. */
export interface ViewAction extends FindAction {
  /** As a keyboard event names the key, whichever way it is typed. */
  readonly keys: readonly string[];
}

/** What a drawing lets be done with its scale. */
export interface Zoomed {
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly zoomTo1: () => void;
}

/** What can be done with the scale of a drawing: nothing happens while there is none. */
export function zoomActions(drawing: Zoomed | null): readonly ViewAction[] {
  return [
    {
      id: 'fit',
      name: 'Fit the drawing into its frame',
      words: 'zoom all whole',
      key: 'F',
      keys: ['f', 'F'],
      run: () => drawing?.fit(),
    },
    {
      id: 'zoom-in',
      name: 'Zoom in',
      words: 'larger',
      key: '+',
      keys: ['+', '='],
      run: () => drawing?.zoomBy(1.25),
    },
    {
      id: 'zoom-out',
      name: 'Zoom out',
      words: 'smaller',
      key: '−',
      keys: ['-', '−'],
      run: () => drawing?.zoomBy(0.8),
    },
    {
      id: 'zoom-1',
      name: 'Show the drawing at its own size',
      words: 'zoom 100 %',
      key: '0',
      keys: ['0'],
      run: () => drawing?.zoomTo1(),
    },
  ];
}

/** The action of a key that was pressed in a view; none where something is typed, a chord, or keys are off. */
export function actionOfKey(
  event: KeyboardEvent,
  actions: readonly ViewAction[],
): ViewAction | undefined {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, select');
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  if (typing || chord || event.defaultPrevented || !singleKeysOn()) return undefined;
  return actions.find((action) => action.keys.includes(event.key));
}
