import type { TrailAction } from '../views/trail-actions.ts';
import type { MapHandle } from './MapDrawing.tsx';

/** What can be done with the drawing by one key, or by its name in the search. */
export function mapActions(handle: MapHandle | null): readonly TrailAction[] {
  return [
    {
      id: 'fit',
      name: 'Fit the drawing into its frame',
      words: 'zoom all whole',
      key: 'F',
      keys: ['f', 'F'],
      run: () => handle?.fit(),
    },
    {
      id: 'zoom-in',
      name: 'Zoom in',
      words: 'larger',
      key: '+',
      keys: ['+', '='],
      run: () => handle?.zoomBy(1.25),
    },
    {
      id: 'zoom-out',
      name: 'Zoom out',
      words: 'smaller',
      key: '−',
      keys: ['-', '−'],
      run: () => handle?.zoomBy(0.8),
    },
    {
      id: 'zoom-1',
      name: 'Show the drawing at its own size',
      words: 'zoom 100 %',
      key: '0',
      keys: ['0'],
      run: () => handle?.zoomTo1(),
    },
  ];
}
