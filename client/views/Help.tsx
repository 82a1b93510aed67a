import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { setSingleKeys, singleKeysOn } from '../state/keys.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/ or Ctrl K', 'Find'],
  ['↑ ↓', 'In the Outline: the row above, the row below'],
  ['→ ←', 'Open or close a row; go to its first child or its parent'],
  ['Space', 'Open or close a row; where nothing more is shown: show twelve things around it'],
  [
    'Enter',
    'On a claim: show what it rests on; on a cluster: its works; on a work: what is around it',
  ],
  ['Shift F10', 'What can be done with it; on the drawing: right click'],
  ['W', 'In the trail: what if the chosen study is withdrawn, and back'],
  ['E', 'In the trail: show twelve more things around what is chosen'],
  ['F + − 0', 'In a drawing: fit, zoom in, zoom out, own size'],
  ['Home End', 'First row, last row'],
  ['V', 'For curators: a verdict on the evidence that has the focus, or on the next to check'],
  ['Ctrl Z', 'Undo; with Shift: redo'],
  ['1 2', 'The trail; the clusters'],
  [
    'Esc',
    'Back by one level, at last to the claim of the trail; closes a form, which keeps what was typed',
  ],
  ['?', 'This help'],
];

/** The keys, and the switch for those that are single signs. */
export function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [single, setSingle] = useState(singleKeysOn);
  useEffect(() => {
    const shown = dialog.current;
    if (shown?.open === false) shown.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-heading" onClose={onClose}>
      <h2 id="help-heading">Keys</h2>
      <dl className="keys">
        {KEYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        On the drawing, a click chooses and a double click on a claim shows what it rests on. A bead
        is a citation; an empty one has not been checked by anyone.
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => {
            setSingle(event.target.checked);
            setSingleKeys(event.target.checked);
          }}
        />
        Use the single keys, such as /, ? and V
      </label>
      <Button className="button" onPress={() => dialog.current?.close()}>
        Close
      </Button>
    </dialog>
  );
}
