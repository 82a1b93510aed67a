import { say } from '../state/notices.ts';
import type { TrailDeeds } from './use-deeds.ts';
import { openVerdict } from './verdict-key.ts';
import { zoomActions } from './view-actions.ts';
import type { ViewAction, Zoomed } from './view-actions.ts';

/** The actions of the trail; those of the drawing do nothing while there is none. */
export function trailActions(
  deeds: TrailDeeds,
  drawing: Zoomed | null,
  chosen: string | null,
): readonly ViewAction[] {
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
    ...zoomActions(drawing),
  ];
}
