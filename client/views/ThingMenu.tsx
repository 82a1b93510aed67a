import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';

/** Where on the page something was asked for. */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** Something that can be done. */
export interface Deed {
  readonly id: string;
  readonly name: string;
  /** The key that does it, where there is one. */
  readonly key?: string;
  readonly run: () => void;
}

/** What can be done with a thing, beside where it was asked for. */
export function ThingMenu({
  name,
  at,
  deeds,
  onClose,
}: {
  /** What the thing is called. */
  readonly name: string;
  readonly at: PagePoint;
  readonly deeds: readonly Deed[];
  readonly onClose: () => void;
}): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        className="menu-anchor"
        style={{ left: at.x, top: at.y }}
        aria-hidden="true"
      />
      <Popover
        className="menu-popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
      >
        <Menu
          className="menu"
          aria-label={`What can be done with ${name}`}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes the focus when it opens, and gives it back
          autoFocus="first"
          onClose={onClose}
          onAction={(id) => deeds.find((deed) => deed.id === id)?.run()}
        >
          {deeds.map(({ id, name: words, key }) => (
            <MenuItem key={id} id={id} textValue={words} className="menu-item">
              <span>{words}</span>
              {key === undefined ? null : <kbd>{key}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
