import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { Load } from './correction.ts';
import { Later } from './Later.tsx';

/** A button that opens a dialog, which is fetched then, and has the focus again when that is closed. */
export function DialogButton<Props extends object>({
  label,
  load,
  props,
  isOpen,
  onToggle,
}: {
  readonly label: string;
  readonly load: Load<Props & { readonly onClose: () => void }>;
  readonly props: Props;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    onToggle(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button small"
        aria-haspopup="dialog"
        onClick={() => onToggle(true)}
      >
        {label}
      </button>
      {isOpen ? <Later load={load} props={{ ...props, onClose: close }} /> : null}
    </>
  );
}
