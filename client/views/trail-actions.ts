import type { Drawing } from '../graph/drawing.ts';
import { say } from '../state/notices.ts';
import type { FindAction } from './find-groups.ts';
import type { TrailDeeds } from './use-deeds.ts';
import { openVerdict } from './verdict-key.ts';

/** What can be done in the trail by one key, or by its name in the search. */
export interface TrailAction extends FindAction {
  /** As a keyboard event names the key, whichever way it is typed. */
  readonly keys: readonly string[];
}

/** The actions of the trail; those of the drawing do nothing while there is none. */
export function trailActions(
  deeds: TrailDeeds,
  drawing: Drawing | null,
  chosen: string | null,
): readonly TrailAction[] {
  return [
    {
      id: 'withdraw',
      name: 'What if the chosen study is withdrawn?',
      words: 'withdraw retract falls put back',
      key: 'W',
      keys: ['w', 'W'],
      run: () => {
        if (!deeds.withdraw()) say('Choose a study or a citation first: it is what is withdrawn.');
      },
    },
    {
      id: 'expand',
      name: 'Show more around what is chosen',
      words: 'expand neighbours',
      key: 'E',
      keys: ['e', 'E'],
      run: () => {
        if (chosen !== null) deeds.expand(chosen);
      },
    },
    {
      id: 'verdict',
      name: 'Give a verdict on the evidence in the Inspector',
      words: 'check judge',
      key: 'V',
      keys: ['v', 'V'],
      run: () => {
        if (!openVerdict(null)) say('There is no evidence in the Inspector that you could judge.');
      },
    },
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

/** The action of a key that was pressed in the trail; none where something is typed, or a chord. */
export function actionOfKey(
  event: KeyboardEvent,
  actions: readonly TrailAction[],
): TrailAction | undefined {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, select');
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  if (typing || chord || event.defaultPrevented) return undefined;
  return actions.find((action) => action.keys.includes(event.key));
}
